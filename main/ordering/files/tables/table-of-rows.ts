import { readItem } from '../../../../preload/contract/index.ts';
import type { Breath } from '../breathe.ts';
import { columnLetters } from '../column-letters.ts';
import { mostColumns, mostRows, OrderFileFault, type Table, type TableRow } from '../order-file.ts';
import { fieldCalled } from './column-names.ts';

/** Rows in which a header is searched for. */
const headRows = 20;

/**
 * Tells the header from the rows. It is the row with the most names that are known for a column; a title above it is left
 * out. Where the rows begin with goods at once, the columns have letters. Empty rows are left out. Throws an
 * `OrderFileFault`.
 */
export async function tableOfRows(all: readonly TableRow[], breath: Breath): Promise<Table> {
  const rows: TableRow[] = [];
  let width = 0;
  for (const row of all) {
    const filled = row.cells.findLastIndex(isFilled) + 1;
    if (filled > 0) rows.push(row);
    width = Math.max(width, filled);
    if (breath.isDue) await breath.take();
  }
  if (width > mostColumns) throw new OrderFileFault('too-many-columns', { max: mostColumns });
  const header = findHeader(rows.slice(0, headRows));
  const body = header === null ? rows : rows.slice(header + 1);
  if (body.length === 0) throw new OrderFileFault('empty');
  if (body.length > mostRows) throw new OrderFileFault('too-many-rows', { max: mostRows });
  for (const row of body) {
    if (row.cells.length !== width) row.cells = Array.from({ length: width }, (_, position) => row.cells[position] ?? '');
    if (breath.isDue) await breath.take();
  }
  return { columns: distinctNames(header === null ? [] : (rows[header]?.cells ?? []), width), rows: body };
}

function isFilled(cell: string): boolean {
  return cell.trim() !== '';
}

/** Position of the header, or null when there is none. */
function findHeader(head: readonly TableRow[]): number | null {
  let best = { position: -1, known: 0 };
  for (const [position, { cells }] of head.entries()) {
    const known = new Set(cells.map(fieldCalled).filter((field) => field !== null)).size;
    if (known > best.known) best = { position, known };
  }
  if (best.known > 0) return best.position;
  if (head[0]?.cells.some(isGoods) === true) return null;
  // Strange names: a title has one cell, a header more.
  const wide = head.findIndex(({ cells }) => cells.filter(isFilled).length > 1);
  if (wide > 0 && head[wide]?.cells.some(isGoods) === true) return wide - 1;
  return Math.max(wide, 0);
}

function isGoods(cell: string): boolean {
  const item = readItem(cell);
  return item.ok && item.itemId.length >= 8;
}

function distinctNames(cells: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, position) => {
    const name = (cells[position] ?? '').replaceAll(/\s+/g, ' ').trim() || columnLetters(position);
    let distinct = name;
    for (let count = 2; taken.has(distinct); count += 1) distinct = `${name} (${count})`;
    taken.add(distinct);
    return distinct;
  });
}
