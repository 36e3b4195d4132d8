export { Breath } from './breathe.ts';
export { OrderFileFault, tableEncodings, type OrderFile, type Table } from './order-file.ts';
export { readOrderFile, type OrderFileToRead } from './read-order-file.ts';
export { mappingKey, suggestMapping } from './tables/mapping.ts';
export { ordersOfTable } from './tables/orders-of-table.ts';
export { readPastedRows } from './tables/pasted-rows.ts';
export { writeReportCsv, type Report } from './reports/report-csv.ts';
export { writeReportXlsx } from './reports/report-xlsx.ts';
