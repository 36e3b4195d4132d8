import {
  emptyDraft,
  emptyDraftLine,
  normalReference,
  readItem,
  type DraftFault,
  type DraftField,
  type DraftLine,
  type ImportField,
  type ImportMapping,
  type OrderDraft,
} from '../../../../preload/contract/index.ts';
import { Breath } from '../breathe.ts';
import type { Table, TableRow } from '../order-file.ts';

/** Longest text of a draft's field; whatever is longer is a fault of the draft anyway. */
const longestText = 4000;

const lineFields: readonly (readonly [ImportField, keyof DraftLine])[] = [
  ['item', 'item'],
  ['configurationId', 'configurationId'],
  ['quantity', 'quantity'],
  ['weight', 'weight'],
  ['awaitedPrice', 'awaitedPrice'],
  ['lineComment', 'comment'],
  ['promotionId', 'promotionId'],
];
const orderFields = [
  ['orderComment', 'comment'],
  ['deliveryModeId', 'deliveryModeId'],
  ['profileId', 'profileId'],
] as const;

/** An order that rows of a table were put together to. */
export interface OrderOfRows {
  draft: OrderDraft;
  /** Numbers of the rows as a spreadsheet shows them, one for each line. */
  rows: number[];
  /** What is wrong with the rows; what is wrong with the draft, `readDraft` finds. */
  faults: DraftFault[];
}

/**
 * Puts rows together to orders: those with the same reference are one, wherever they stand; a row without a reference is
 * an order of its own. They come in the order of their first rows. Rows without anything in a mapped column are left out.
 */
export async function ordersOfTable(
  table: Table,
  mapping: ImportMapping,
  defaults: { deliveryModeId: string; profileId: string },
): Promise<OrderOfRows[]> {
  const orders: Gathered[] = [];
  const byReference = new Map<string, Gathered>();
  const mapped = Object.values(mapping);
  const breath = new Breath();
  for (const row of table.rows) {
    const cellOf = (field: ImportField): string => row.cells[mapping[field] ?? -1]?.slice(0, longestText) ?? '';
    if (mapped.every((position) => (row.cells[position] ?? '').trim() === '')) continue;
    const reference = normalReference(cellOf('reference'));
    let gathered = reference === '' ? undefined : byReference.get(reference);
    if (gathered === undefined) {
      gathered = new Gathered(cellOf('reference').trim());
      orders.push(gathered);
      if (reference !== '') byReference.set(reference, gathered);
    }
    gathered.add(row, mapping, cellOf);
    if (breath.isDue) await breath.take();
  }
  const finished: OrderOfRows[] = [];
  for (const gathered of orders) {
    finished.push(gathered.order(defaults));
    if (breath.isDue) await breath.take();
  }
  return finished;
}

/** An order while its rows are gathered. */
class Gathered {
  readonly #draft: OrderDraft;
  readonly #rows: number[] = [];
  readonly #faults: DraftFault[] = [];
  /** The row that told an order's cell first. */
  readonly #told = new Map<DraftField, number>();

  constructor(reference: string) {
    this.#draft = { ...emptyDraft(), reference, lines: [] };
  }

  add(row: TableRow, mapping: ImportMapping, cellOf: (field: ImportField) => string): void {
    const line = this.#draft.lines.length;
    const drafted = emptyDraftLine();
    for (const [from, to] of lineFields) drafted[to] = cellOf(from).trim();
    this.#draft.lines.push(drafted);
    this.#rows.push(row.number);
    for (const [from, to] of orderFields) this.#take(to, cellOf(from).trim(), row.number, line);
    if (row.rounded !== undefined) this.#noteRounded(row.rounded, mapping, cellOf, line, row.number);
  }

  /** A cell of the order counts wherever one of its rows has it; two that differ are a fault. */
  #take(field: 'comment' | 'deliveryModeId' | 'profileId', cell: string, row: number, line: number): void {
    if (cell === '') return;
    const told = this.#told.get(field);
    if (told === undefined) {
      this.#told.set(field, row);
      this.#draft[field] = cell;
    } else if (this.#draft[field] !== cell) {
      const details = { order: field, value: cell.slice(0, 60), other: this.#draft[field].slice(0, 60), row, otherRow: told };
      this.#faults.push({ level: 'error', line, field: field === 'comment' ? 'lines' : field, fault: 'order-cells-differ', details });
    }
  }

  /** Only where digits matter; of an item that is plainly cut, `readDraft` tells. */
  #noteRounded(rounded: readonly number[], mapping: ImportMapping, cellOf: (field: ImportField) => string, line: number, row: number): void {
    for (const field of ['reference', 'item', 'configurationId', 'promotionId'] as const) {
      if (!rounded.includes(mapping[field] ?? -1)) continue;
      if (field === 'item' && !readItem(cellOf(field)).ok) continue;
      this.#faults.push({ level: 'error', line, field, fault: 'number-rounded', details: { value: cellOf(field), row } });
    }
  }

  order(defaults: { deliveryModeId: string; profileId: string }): OrderOfRows {
    if (this.#draft.deliveryModeId === '') this.#draft.deliveryModeId = defaults.deliveryModeId;
    if (this.#draft.profileId === '') this.#draft.profileId = defaults.profileId;
    return { draft: this.#draft, rows: this.#rows, faults: this.#faults };
  }
}
