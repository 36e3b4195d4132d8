import { Breath } from '../breathe.ts';

/** What a person takes along: every row with what became of it. */
export interface Report {
  /** In the person's language. */
  columns: string[];
  /** Texts stay texts, ids among them; numbers are numbers. */
  rows: (string | number | null)[][];
}

/** What would make a spreadsheet calculate (OWASP: CSV injection). */
const formulaStart = /^[=+\-@\t\r]/;

/**
 * UTF-8 with a byte order mark, so that Excel reads it as such. A text that a spreadsheet would take for a formula has an
 * apostrophe before it.
 */
export async function writeReportCsv({ columns, rows }: Report, separator: ',' | ';'): Promise<Uint8Array> {
  const breath = new Breath();
  const needsQuotes = new RegExp(`["\r\n${separator}]|^\\s|\\s$`);
  const cellOf = (cell: string | number | null): string => {
    const text = typeof cell === 'string' && formulaStart.test(cell) ? `'${cell}` : String(cell ?? '');
    return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines: string[] = [];
  for (const row of [columns, ...rows]) {
    lines.push(`${row.map(cellOf).join(separator)}\r\n`);
    if (breath.isDue) await breath.take();
  }
  return Buffer.from(`\uFEFF${lines.join('')}`);
}
