import type { Breath } from '../breathe.ts';
import { columnPosition } from '../column-letters.ts';
import { mostColumns, mostRows, OrderFileFault, type TableRow } from '../order-file.ts';
import { textOfCell, type RawCell } from './cell-text.ts';
import { readPart } from './read-part.ts';
import { RichText } from './shared-strings.ts';
import type { NumberStyle } from './styles.ts';
import type { ZipParts } from './zip-parts.ts';

/** What the cells of all sheets of a workbook refer to. */
export interface SheetContext {
  strings: readonly string[];
  styles: readonly NumberStyle[];
  isFrom1904: boolean;
}

/** Rows beyond the limit that may be a title, a header, or empty. */
const spare = 100;

/** The rows of a sheet that have something in them. Throws an `OrderFileFault`. */
export async function readSheet(parts: ZipParts, part: string, context: SheetContext, breath: Breath): Promise<TableRow[]> {
  const reader = new SheetReader(context);
  await readPart(parts, part, reader, breath);
  return reader.rows;
}

class SheetReader {
  readonly rows: TableRow[] = [];
  readonly #context: SheetContext;
  readonly #inline = new RichText();
  #number = 0;
  #cells: string[] = [];
  #rounded: number[] = [];
  #position = -1;
  #cell: RawCell = { type: 'n', value: '', style: { kind: 'plain' } };
  #isValue = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'v') this.#isValue = true;
    else if (name === 'c') this.#beginCell(attributes);
    else if (name === 'row') this.#beginRow(attributes['r']);
    else this.#inline.open(name);
  }

  text(text: string): void {
    if (this.#isValue) this.#cell.value += text;
    else this.#inline.add(text);
  }

  close(name: string): void {
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
    else this.#inline.close(name);
  }

  /** Files may leave the numbers out: the next row, the next cell. */
  #beginRow(number: string | undefined): void {
    this.#number = number === undefined ? this.#number + 1 : Number(number);
    this.#cells = [];
    this.#rounded = [];
    this.#position = -1;
  }

  #beginCell(attributes: Readonly<Record<string, string>>): void {
    const letters = /^[A-Z]{1,3}/i.exec(attributes['r'] ?? '')?.[0];
    this.#position = letters === undefined ? this.#position + 1 : columnPosition(letters);
    this.#cell = { type: attributes['t'] ?? 'n', value: '', style: this.#context.styles[Number(attributes['s'] ?? 0)] ?? { kind: 'plain' } };
    this.#inline.clear();
  }

  #endCell(): void {
    const { strings, isFrom1904 } = this.#context;
    const isInline = this.#cell.type === 'inlineStr';
    const { text, isRounded } = isInline ? { text: this.#inline.whole, isRounded: false } : textOfCell(this.#cell, strings, isFrom1904);
    if (text === '') return;
    if (this.#position >= mostColumns) throw new OrderFileFault('too-many-columns', { max: mostColumns });
    while (this.#cells.length < this.#position) this.#cells.push('');
    this.#cells[this.#position] = text;
    if (isRounded) this.#rounded.push(this.#position);
  }

  #endRow(): void {
    if (this.#cells.length === 0) return;
    if (this.rows.length >= mostRows + spare) throw new OrderFileFault('too-many-rows', { max: mostRows });
    const row = { number: this.#number, cells: this.#cells };
    this.rows.push(this.#rounded.length === 0 ? row : { ...row, rounded: this.#rounded });
  }
}
