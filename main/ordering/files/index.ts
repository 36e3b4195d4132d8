export { Breath } from './breathe.ts';
export {
  OrderFileFault,
  orderFileFaults,
  tableEncodings,
  type OrderFile,
  type OrderFileFaultCode,
  type Table,
  type TableEncoding,
  type TableRow,
} from './order-file.ts';
export { readOrderFile, type OrderFileToRead } from './read-order-file.ts';
export { mappingKey, suggestMapping } from './tables/mapping.ts';
export { ordersOfTable, type OrderOfRows } from './tables/orders-of-table.ts';
export { readPastedRows } from './tables/pasted-rows.ts';
export { writeReportCsv, type Report } from './reports/report-csv.ts';
export { writeReportXlsx } from './reports/report-xlsx.ts';
