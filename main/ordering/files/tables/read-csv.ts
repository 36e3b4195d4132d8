import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import type { Breath } from '../breathe.ts';
import { mostRows, OrderFileFault, type TableRow } from '../order-file.ts';
import { findSeparator } from './find-separator.ts';

/** Characters that are parsed at a time. */
const slice = 32 * 1024;
/** Longest row, in characters. */
const longestRecord = 1_000_000;
/** Rows beyond the limit that may be a title, a header, or empty. */
const spare = 100;

/** A number as spreadsheets write it when it does not fit. */
const rounded = /^\d(?:[.,]\d+)?E\+\d{2,}$/i;

/** Rows of a CSV text; `quotes: false` takes quotes for ordinary characters. Throws an `OrderFileFault`. */
export async function readCsv(text: string, breath: Breath, { quotes = true } = {}): Promise<TableRow[]> {
  // Excel's own first line, which it does not show.
  const told = /^sep=(.)(?:\r\n|\n|\r|$)/i.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const parser = parse({
    delimiter: told?.[1] ?? findSeparator(body),
    record_delimiter: ['\r\n', '\n', '\r'],
    quote: quotes ? '"' : null,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: longestRecord,
  });
  const rows: TableRow[] = [];
  try {
    for await (const record of Readable.from(slices(body, breath)).pipe(parser)) {
      rows.push(rowOf(rows.length + 1, record as string[]));
      if (rows.length > mostRows + spare) throw new OrderFileFault('too-many-rows', { max: mostRows });
    }
  } catch (error) {
    throw faultOf(error);
  }
  return rows;
}

async function* slices(text: string, breath: Breath): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += slice) {
    await breath.take();
    yield text.slice(at, at + slice);
  }
}

function rowOf(number: number, record: readonly string[]): TableRow {
  const cells = record.map(plainCell);
  const positions = cells.flatMap((cell, position) => (rounded.test(cell.trim()) ? [position] : []));
  return positions.length === 0 ? { number, cells } : { number, cells, rounded: positions };
}

/** `="00123"`, by which spreadsheets are told to keep a text, and the apostrophe before a text that is no formula. */
function plainCell(cell: string): string {
  const formula = /^=(")?([^"]*)\1$/.exec(cell);
  if (formula?.[1] !== undefined) return formula[2] ?? '';
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function faultOf(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  // The row that could not be read is the one after those that could.
  const row = Number(error['records']) + 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new OrderFileFault('csv-record-too-long', { row, max: longestRecord });
  return new OrderFileFault('csv-quote', { row });
}
