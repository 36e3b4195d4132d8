import { lineIdAt } from './order-line.ts';
import type { OrderLine } from './order-line.ts';

/** A line that came after the world was made. */
type LaterLine =
  | { readonly kind: 'added'; readonly line: OrderLine }
  | {
      readonly kind: 'split-off';
      /** The line whose goods it holds; no line that was split off itself. */
      readonly originalSlot: number;
      readonly orderIndex: number;
      readonly lineNum: number;
      readonly qtyOrig: number;
    };

/** The lines that came after the world was made: of added orders, and split off others. Their places follow the world's own. */
export class LaterLines {
  readonly #firstSlot: number;
  readonly #derived: (slot: number) => OrderLine;
  readonly #lines: LaterLine[] = [];
  readonly #splitOffInOrder = new Map<number, number[]>();

  /** `derived` gives the lines before `firstSlot` as the world was made. */
  constructor(firstSlot: number, derived: (slot: number) => OrderLine) {
    this.#firstSlot = firstSlot;
    this.#derived = derived;
  }

  get count(): number {
    return this.#lines.length;
  }

  /** Takes over a line at the next place. */
  add(line: OrderLine): void {
    if (line.slot !== this.#firstSlot + this.count) throw new RangeError('The new line does not follow the last one');
    this.#lines.push({ kind: 'added', line });
  }

  /** Takes over a line that was split off another one of its order. */
  addSplitOff(newSlot: number, from: { readonly slot: number; readonly orderIndex: number; readonly lineNum: number; readonly qtyOrig: number }): void {
    if (newSlot !== this.#firstSlot + this.count) throw new RangeError('The new line does not follow the last one');
    const { slot, orderIndex, lineNum, qtyOrig } = from;
    this.#lines.push({ kind: 'split-off', originalSlot: this.originalSlotOf(slot) ?? slot, orderIndex, lineNum, qtyOrig });
    this.#splitOffInOrder.set(orderIndex, [...this.splitOffIn(orderIndex), newSlot]);
  }

  /** The line at any place as it was made. */
  asMade(slot: number): OrderLine {
    const later = this.#at(slot);
    if (later === undefined) return this.#derived(slot);
    if (later.kind === 'added') return later.line;
    const { lineNum, qtyOrig } = later;
    return { ...this.asMade(later.originalSlot), slot, id: lineIdAt(slot), lineNum, qtyOrig };
  }

  /** The order of a later line, or null for one of the world's own. */
  orderOf(slot: number): number | null {
    const later = this.#at(slot);
    if (later === undefined) return null;
    return later.kind === 'added' ? later.line.orderIndex : later.orderIndex;
  }

  /** The line from which this one was split off, or null when it was not. */
  originalSlotOf(slot: number): number | null {
    const later = this.#at(slot);
    return later?.kind === 'split-off' ? later.originalSlot : null;
  }

  /** The places of the lines of an order that were split off others, ascending. */
  splitOffIn(orderIndex: number): readonly number[] {
    return this.#splitOffInOrder.get(orderIndex) ?? [];
  }

  #at(slot: number): LaterLine | undefined {
    return slot < this.#firstSlot ? undefined : this.#lines[slot - this.#firstSlot];
  }
}
