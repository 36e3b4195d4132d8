import type { Breath } from '../breathe.ts';
import { OrderFileFault, type OrderFile } from '../order-file.ts';
import { tableOfRows } from '../tables/table-of-rows.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet } from './read-sheet.ts';
import { readStyles } from './styles.ts';
import { readWorkbook } from './workbook.ts';
import { ZipParts } from './zip-parts.ts';

/**
 * Reads a sheet of an XLSX workbook as it is shown: ids with all their digits, dates in their format, what formulas came
 * to when the workbook was saved. Without a name, the first visible sheet with something in it. Throws an `OrderFileFault`.
 */
export async function readXlsx(bytes: Uint8Array, wanted: string | undefined, breath: Breath): Promise<OrderFile> {
  const parts = await ZipParts.open(bytes);
  const workbook = await readWorkbook(parts, breath);
  const context = {
    strings: workbook.strings === null ? [] : await readSharedStrings(parts, workbook.strings, breath),
    styles: workbook.styles === null ? [] : await readStyles(parts, workbook.styles, breath),
    isFrom1904: workbook.isFrom1904,
  };
  const sheets = workbook.sheets.map(({ name }) => name);
  const candidates = wanted === undefined ? workbook.sheets : workbook.sheets.filter(({ name }) => name === wanted);
  if (wanted !== undefined && candidates.length === 0) throw new OrderFileFault('xlsx-no-such-sheet', { sheet: wanted });
  for (const { name, part } of candidates) {
    const rows = await readSheet(parts, part, context, breath);
    if (rows.length === 0 && wanted === undefined) continue;
    return { kind: 'table', format: 'xlsx', sheets, sheet: name, table: await tableOfRows(rows, breath) };
  }
  throw new OrderFileFault('empty');
}
