import { Breath } from '../breathe.ts';
import { OrderFileFault, type Table } from '../order-file.ts';
import { readCsv } from './read-csv.ts';
import { tableOfRows } from './table-of-rows.ts';

/** Rows that were copied from a spreadsheet: cells between tabs, those with line breaks in quotes. Throws an `OrderFileFault`. */
export async function readPastedRows(text: string): Promise<Table> {
  const breath = new Breath();
  try {
    return await tableOfRows(await readCsv(text, breath), breath);
  } catch (error) {
    // A quote that no other ends: it belongs to the text, as the sign for inches does.
    if (!(error instanceof OrderFileFault) || error.code !== 'csv-quote') throw error;
    return tableOfRows(await readCsv(text, breath, { quotes: false }), breath);
  }
}
