import { emptyDraftLine, mostLines, type DraftLine } from '../../preload/contract/order-draft.ts';

/** The columns of the grid of lines, as a person sees them from left to right. */
export const gridColumns = ['item', 'configurationId', 'quantity', 'weight', 'awaitedPrice', 'comment', 'promotionId'] as const;
export type GridColumn = (typeof gridColumns)[number];

/** A cell by its row, from 0, and its column. */
export interface GridCell {
  row: number;
  column: GridColumn;
}

/** Lines as rows of the grid: they end with an empty one, to type into, unless the order is full. */
export function gridRows(lines: readonly DraftLine[]): readonly DraftLine[] {
  const last = lines.at(-1);
  const needsRow = (last === undefined || !isEmptyRow(last)) && lines.length < mostLines;
  return needsRow ? [...lines, emptyDraftLine()] : lines;
}

/** The lines with another text in a cell; a row below the last one comes into being with it. */
export function withCell(lines: readonly DraftLine[], { row, column }: GridCell, text: string): DraftLine[] {
  const changed = longEnough(lines, row + 1);
  return changed.map((line, index) => (index === row ? { ...line, [column]: text } : line));
}

export function withoutRow(lines: readonly DraftLine[], row: number): DraftLine[] {
  return lines.filter((_, index) => index !== row);
}

/** The lines with one more, where it had been. */
export function withRow(lines: readonly DraftLine[], row: number, line: DraftLine): DraftLine[] {
  return [...lines.slice(0, row), line, ...lines.slice(row)].slice(0, mostLines);
}

/** The lines with rows of a spreadsheet written over cells, from a cell to the right and down. What has no room is left off. */
export function withPasted(lines: readonly DraftLine[], from: GridCell, rows: readonly (readonly string[])[]): DraftLine[] {
  const fitting = rows.slice(0, mostLines - from.row);
  const first = gridColumns.indexOf(from.column);
  const changed = longEnough(lines, from.row + fitting.length);
  for (const [down, cells] of fitting.entries()) {
    const line = changed[from.row + down] ?? emptyDraftLine();
    const written = gridColumns.slice(first).flatMap((column, right) => {
      const text = cells[right];
      return text === undefined ? [] : [[column, text] as const];
    });
    changed[from.row + down] = { ...line, ...Object.fromEntries(written) };
  }
  return changed;
}

/** The cell where a key leads; null where the grid ends. */
export function neighbour({ row, column }: GridCell, by: { rows: number; columns: number }, rowCount: number): GridCell | null {
  const next = gridColumns[gridColumns.indexOf(column) + by.columns];
  const nextRow = row + by.rows;
  return next === undefined || nextRow < 0 || nextRow >= rowCount ? null : { row: nextRow, column: next };
}

/**
 * The cells of text that was copied from a spreadsheet: tabs between cells, a row a line. Cells with line ends or quotes
 * stand in quotes; a line end inside of a cell becomes a blank. Null: it is a single cell, to be pasted as any text.
 */
export function readPasted(text: string): string[][] | null {
  const rows = parseRows(text.replace(/\r\n?/g, '\n'));
  while (rows.length > 1 && rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  return rows.length === 1 && rows[0]?.length === 1 ? null : rows;
}

function parseRows(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const [, quoted, plain = '', end] = cell.exec(text) ?? [];
    rows.at(-1)?.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"').replaceAll('\n', ' ').trim());
    if (end === '\n') rows.push([]);
    else if (end === '') break;
  }
  return rows;
}

function longEnough(lines: readonly DraftLine[], length: number): DraftLine[] {
  const missing = Math.max(0, Math.min(length, mostLines) - lines.length);
  return [...lines, ...Array.from({ length: missing }, emptyDraftLine)];
}

/** Nothing is typed in it: it is no line yet. */
export function isEmptyRow(line: DraftLine): boolean {
  return Object.values(line).every((cell) => cell.trim() === '');
}
