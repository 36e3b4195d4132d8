import type { WorldChange } from './changes.ts';
import { Derivation } from './derivation.ts';
import { layOutWorld } from './layout.ts';
import type { WorldLayout } from './layout.ts';
import { NumberIndex } from './number-index.ts';
import { lineIdAt, slotOfLineId } from './order-line.ts';
import type { LineFields, OrderLine } from './order-line.ts';
import { orderStatusFor } from './order-status.ts';
import type { Order } from './order.ts';
import { canonicalNumber, numbersIn, ParcelNumbers } from './parcel-numbers.ts';

/** What a world is made from; with the changes it is the whole world. */
export interface WorldOrigin {
  readonly seed: number;
  /** 20 to 1,000,000. */
  readonly lines: number;
  /** The moment from which the ages of orders are counted back, milliseconds. */
  readonly epoch: number;
}

/** A line that was made by splitting another one. */
interface SplitOff {
  /** The original line whose goods it holds. */
  readonly originalSlot: number;
  readonly lineNum: number;
  readonly qtyOrig: number;
}

export const FEWEST_LINES = 20;
export const MOST_LINES = 1_000_000;

/** All orders, lines and parcels of the practice platform, with everything that has changed in them. */
export class PracticeWorld {
  readonly origin: WorldOrigin;
  readonly layout: WorldLayout;
  readonly parcelNumbers: ParcelNumbers;
  readonly derivation: Derivation;
  readonly #waybills: NumberIndex;
  readonly #providerOrderIds: NumberIndex;
  readonly #changes: WorldChange[] = [];
  readonly #changesOfLine = new Map<number, WorldChange[]>();
  readonly #changedFields = new Map<number, Partial<LineFields>>();
  readonly #splitOff: SplitOff[] = [];
  readonly #splitOffInOrder = new Map<number, number[]>();
  /** Lines by a number that came into one of their fields after the world was made. */
  readonly #linesByNewNumber = new Map<string, Set<number>>();
  readonly #statuses: Uint8Array;
  readonly #orderStatuses: Uint8Array;
  readonly #onChange: ((change: WorldChange) => void)[] = [];

  constructor(origin: WorldOrigin, changes: readonly WorldChange[] = []) {
    if (!Number.isInteger(origin.lines) || origin.lines < FEWEST_LINES || origin.lines > MOST_LINES) {
      throw new RangeError(`A practice world has ${FEWEST_LINES} to ${MOST_LINES} lines, not ${origin.lines}`);
    }
    this.origin = origin;
    this.layout = layOutWorld(origin.seed, origin.lines);
    this.parcelNumbers = new ParcelNumbers(origin.seed, this.layout);
    this.derivation = new Derivation(origin.seed, origin.epoch, this.layout, this.parcelNumbers);
    this.#waybills = new NumberIndex(this.layout.parcelFirstLine.length, (parcel) => this.parcelNumbers.waybill(parcel));
    this.#providerOrderIds = new NumberIndex(this.layout.providerOrderSeller.length, (providerOrder) =>
      this.derivation.providerOrderId(providerOrder),
    );
    this.#statuses = this.layout.lineStatus.slice();
    this.#orderStatuses = Uint8Array.from({ length: this.orderCount }, (_, index) => this.#orderStatusFromLines(index));
    for (const change of changes) this.apply(change);
  }

  get lineCount(): number {
    return this.origin.lines + this.#splitOff.length;
  }

  get orderCount(): number {
    return this.layout.orderProvider.length;
  }

  /** Everything that has happened since the world was made, oldest first. */
  get changes(): readonly WorldChange[] {
    return this.#changes;
  }

  /** Calls back after every change from now on. */
  onChange(listener: (change: WorldChange) => void): void {
    this.#onChange.push(listener);
  }

  hasLine(slot: number): boolean {
    return slot < this.lineCount;
  }

  /** The line at this place as it stands now. */
  line(slot: number): OrderLine {
    const splitOff = this.#splitOff[slot - this.origin.lines];
    const original = this.derivation.line(splitOff?.originalSlot ?? slot);
    const changed = this.#changedFields.get(slot);
    if (splitOff === undefined) return changed === undefined ? original : { ...original, ...changed };
    const { lineNum, qtyOrig } = splitOff;
    return { ...original, slot, id: lineIdAt(slot), lineNum, qtyOrig, ...changed };
  }

  /** The line with this id, or null. */
  lineById(lineId: string): OrderLine | null {
    const slot = slotOfLineId(lineId);
    return slot !== null && this.hasLine(slot) ? this.line(slot) : null;
  }

  statusOf(slot: number): number {
    return slot < this.origin.lines ? (this.#statuses[slot] ?? 0) : this.line(slot).statusId;
  }

  orderOf(slot: number): number {
    const originalSlot = this.#splitOff[slot - this.origin.lines]?.originalSlot ?? slot;
    return this.layout.lineOrder[originalSlot] ?? 0;
  }

  order(index: number): Order {
    return this.derivation.order(index, this.orderStatusOf(index));
  }

  orderStatusOf(index: number): number {
    return this.#orderStatuses[index] ?? 0;
  }

  /** The places of an order's lines, in the order of their line numbers. */
  linesOfOrder(index: number): number[] {
    const first = this.layout.orderFirstLine[index] ?? 0;
    const end = this.layout.orderFirstLine[index + 1] ?? first;
    const slots = Array.from({ length: end - first }, (_, place) => first + place);
    return slots.concat(this.#splitOffInOrder.get(index) ?? []);
  }

  /** The lines that a parcel holds pieces of, as the world was made, with the lines split off them. */
  linesOfParcel(parcel: number): number[] {
    const first = this.layout.parcelFirstLine[parcel] ?? 0;
    const originals = Array.from({ length: this.layout.parcelLineCount[parcel] ?? 0 }, (_, place) => first + place);
    return originals.concat(originals.flatMap((slot) => this.#splitOffFrom(slot)));
  }

  /**
   * Lines with a number of this text on their parcel or, since the world was made, in their waybill field;
   * ascending. What the field says now is for the caller to compare.
   */
  candidatesForWaybill(text: string): number[] {
    const numbers = numbersIn(text);
    const parcels = numbers.flatMap((number) => this.#waybills.find(number));
    const slots = parcels.flatMap((parcel) => this.linesOfParcel(parcel));
    return uniqueAscending([...slots, ...this.#withNewNumber(numbers)]);
  }

  /** Lines that have or had this provider order id; ascending. */
  candidatesForProviderOrder(id: string): number[] {
    const slots = this.#providerOrderIds.find(id).flatMap((providerOrder) => {
      const first = this.layout.providerOrderFirstLine[providerOrder] ?? 0;
      const end = this.layout.providerOrderFirstLine[providerOrder + 1] ?? first;
      return Array.from({ length: end - first }, (_, place) => first + place);
    });
    const splitOff = slots.flatMap((slot) => this.#splitOffFrom(slot));
    return uniqueAscending([...slots, ...splitOff, ...this.#withNewNumber([canonicalNumber(id)])]);
  }

  /** What happened to this line since the world was made, oldest first. */
  changesOfLine(slot: number): readonly WorldChange[] {
    return this.#changesOfLine.get(slot) ?? [];
  }

  /** The line from which this one was split off, or null for an original line. */
  originalSlotOf(slot: number): number | null {
    return this.#splitOff[slot - this.origin.lines]?.originalSlot ?? null;
  }

  /** Changes fields of a line. Fields that already have the value are left out; nothing new writes nothing. */
  changeLine(slot: number, wanted: Partial<LineFields>, by: { readonly at: Date; readonly operatorId: string | null }): void {
    const current: LineFields = this.line(slot);
    const next: Partial<LineFields> = {};
    const previous: Partial<LineFields> = {};
    for (const field of Object.keys(wanted) as (keyof LineFields)[]) {
      if (wanted[field] === current[field]) continue;
      Object.assign(next, { [field]: wanted[field] });
      Object.assign(previous, { [field]: current[field] });
    }
    if (Object.keys(next).length === 0) return;
    this.apply({ kind: 'line-changed', at: by.at.toISOString(), operatorId: by.operatorId, slot, previous, next });
  }

  /** Cuts `quantity` pieces off a line into a new one with the same goods and numbers; returns its place. */
  splitLine(slot: number, quantity: number, by: { readonly at: Date; readonly operatorId: string | null }): number {
    const newSlot = this.lineCount;
    const previousQuantity = this.line(slot).qty;
    if (quantity < 1 || quantity >= previousQuantity) throw new RangeError('A split leaves at least one piece on each side');
    this.apply({ kind: 'line-split', at: by.at.toISOString(), operatorId: by.operatorId, slot, newSlot, quantity, previousQuantity });
    return newSlot;
  }

  /** Takes over one change, made now or loaded. */
  apply(change: WorldChange): void {
    if (change.kind === 'line-split') this.#applySplit(change.slot, change.newSlot, change.quantity);
    else this.#applyFields(change.slot, change.next);
    this.#changes.push(change);
    this.#remember(change.slot, change);
    if (change.kind === 'line-split') this.#remember(change.newSlot, change);
    this.#updateOrderStatus(this.orderOf(change.slot));
    for (const listener of this.#onChange) listener(change);
  }

  #applySplit(slot: number, newSlot: number, quantity: number): void {
    const parent = this.line(slot);
    if (newSlot !== this.lineCount) throw new RangeError('The new line does not follow the last one');
    const siblings = this.#splitOffInOrder.get(parent.orderIndex) ?? [];
    const lineNum = this.linesOfOrder(parent.orderIndex).length + 1;
    this.#splitOff.push({ originalSlot: this.originalSlotOf(slot) ?? slot, lineNum, qtyOrig: quantity });
    this.#splitOffInOrder.set(parent.orderIndex, [...siblings, newSlot]);
    this.#applyFields(newSlot, { ...this.#changedFields.get(slot), qty: quantity });
    this.#applyFields(slot, { qty: parent.qty - quantity });
  }

  #applyFields(slot: number, fields: Partial<LineFields>): void {
    this.#changedFields.set(slot, { ...this.#changedFields.get(slot), ...fields });
    if (fields.statusId !== undefined && slot < this.origin.lines) this.#statuses[slot] = fields.statusId;
    const numbers = numbersIn(fields.vendPurchWaybill ?? '').concat(numbersIn(fields.vendPurchId ?? ''));
    for (const number of numbers) {
      const slots = this.#linesByNewNumber.get(number) ?? new Set<number>();
      this.#linesByNewNumber.set(number, slots.add(slot));
    }
  }

  #remember(slot: number, change: WorldChange): void {
    this.#changesOfLine.set(slot, [...(this.#changesOfLine.get(slot) ?? []), change]);
  }

  #splitOffFrom(originalSlot: number): number[] {
    const inOrder = this.#splitOffInOrder.get(this.orderOf(originalSlot)) ?? [];
    return inOrder.filter((slot) => this.originalSlotOf(slot) === originalSlot);
  }

  #withNewNumber(numbers: readonly string[]): number[] {
    return numbers.flatMap((number) => [...(this.#linesByNewNumber.get(number) ?? [])]);
  }

  #updateOrderStatus(order: number): void {
    this.#orderStatuses[order] = this.#orderStatusFromLines(order);
  }

  #orderStatusFromLines(order: number): number {
    return orderStatusFor(this.linesOfOrder(order).map((slot) => this.statusOf(slot)));
  }
}

function uniqueAscending(slots: readonly number[]): number[] {
  return [...new Set(slots)].sort((left, right) => left - right);
}
