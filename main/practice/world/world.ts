import { Accounts } from './accounts.ts';
import { addedLineAt } from './added-lines.ts';
import { Catalogue } from './catalogue.ts';
import { originOf } from './changes.ts';
import type { ChangeBy, GoodsStateSet, LineChange, MoneyMoved, OrderAdded, OrderChanged, WorldChange } from './changes.ts';
import { Derivation } from './derivation.ts';
import { difference } from './difference.ts';
import { LaterLines } from './later-lines.ts';
import { layOutWorld } from './layout.ts';
import type { WorldLayout } from './layout.ts';
import { LineHistory } from './line-history.ts';
import { LineNumbers } from './line-numbers.ts';
import { slotOfLineId } from './order-line.ts';
import type { LineFields, OrderLine } from './order-line.ts';
import { fieldsOf, OrderBook } from './order-book.ts';
import { OrderHistory } from './order-history.ts';
import { moneyOf } from './order-money.ts';
import { orderStatusFor } from './order-status.ts';
import type { Order, OrderFields } from './order.ts';
import { canonicalNumber, numbersIn, ParcelNumbers } from './parcel-numbers.ts';
import { changesMoney, settleLine, settleOrder } from './settlement.ts';

/** What a world is made from; with the changes it is the whole world. */
export interface WorldOrigin {
  readonly seed: number;
  /** 20 to 1,000,000. */
  readonly lines: number;
  /** The moment from which the ages of orders are counted back, milliseconds. */
  readonly epoch: number;
}

/** A new order without what the world gives it. */
export type NewOrder = Pick<OrderAdded, 'customerIndex' | 'provider' | 'deliveryModeId' | 'address' | 'comment' | 'lines'>;

export type NewMove = Pick<MoneyMoved, 'what' | 'customerIndex' | 'orderIndex' | 'amount' | 'comment'> & { readonly date: Date };

const FEWEST_LINES = 20;
const MOST_LINES = 1_000_000;

/** All orders, lines and parcels of the practice platform, with everything that has changed in them. */
export class PracticeWorld {
  readonly origin: WorldOrigin;
  readonly layout: WorldLayout;
  readonly parcelNumbers: ParcelNumbers;
  readonly derivation: Derivation;
  readonly catalogue: Catalogue;
  readonly orders: OrderBook;
  readonly accounts = new Accounts();
  readonly orderHistory = new OrderHistory();
  readonly #numbers: LineNumbers;
  readonly #history: WorldChange[] = [];
  readonly #lineHistory = new LineHistory();
  readonly #changedFields = new Map<number, Partial<LineFields>>();
  readonly #laterLines: LaterLines;
  readonly #statuses: Uint8Array;
  readonly #onChange: ((change: WorldChange) => void)[] = [];

  constructor(origin: WorldOrigin, changes: readonly WorldChange[] = []) {
    if (!Number.isInteger(origin.lines) || origin.lines < FEWEST_LINES || origin.lines > MOST_LINES) {
      throw new RangeError(`A practice world has ${FEWEST_LINES} to ${MOST_LINES} lines, not ${origin.lines}`);
    }
    this.origin = origin;
    this.layout = layOutWorld(origin.seed, origin.lines);
    this.parcelNumbers = new ParcelNumbers(origin.seed, this.layout);
    this.derivation = new Derivation(origin.seed, origin.epoch, this.layout, this.parcelNumbers);
    this.catalogue = new Catalogue(origin.seed, this.layout, this.derivation);
    this.#numbers = new LineNumbers(this.layout, this.parcelNumbers, this.derivation);
    this.#laterLines = new LaterLines(origin.lines, (slot) => this.derivation.line(slot));
    this.#statuses = this.layout.lineStatus.slice();
    this.orders = new OrderBook(origin.seed, this.layout, this.derivation);
    for (let index = 0; index < this.orderCount; index += 1) this.orders.setStatus(index, this.#orderStatusFromLines(index));
    for (const change of changes) this.apply(change);
  }

  get lineCount(): number {
    return this.origin.lines + this.#laterLines.count;
  }

  get orderCount(): number {
    return this.orders.count;
  }

  /** What has happened to lines since the world was made, oldest first. */
  get changes(): readonly LineChange[] {
    return this.#lineHistory.changes;
  }

  /** Everything that has happened since the world was made, oldest first. */
  get history(): readonly WorldChange[] {
    return this.#history;
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
    const changed = this.#changedFields.get(slot);
    const made = this.lineAsMade(slot);
    return changed === undefined ? made : { ...made, ...changed };
  }

  /** The line as the world was made, as it was added, or as it was split off. */
  lineAsMade(slot: number): OrderLine {
    return this.#laterLines.asMade(slot);
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
    return this.#laterLines.orderOf(slot) ?? this.layout.lineOrder[slot] ?? 0;
  }

  order(index: number): Order {
    return this.orders.order(index);
  }

  orderStatusOf(index: number): number {
    return this.orders.statusOf(index);
  }

  /** The places of an order's lines, in the order of their line numbers. */
  linesOfOrder(index: number): number[] {
    return [...this.firstLinesOf(index), ...this.#laterLines.splitOffIn(index)];
  }

  /** The places of the lines with which an order was made. */
  firstLinesOf(index: number): number[] {
    const added = this.orders.added(index);
    const first = added?.firstSlot ?? this.layout.orderFirstLine[index] ?? 0;
    const count = added?.lines.length ?? (this.layout.orderFirstLine[index + 1] ?? first) - first;
    return Array.from({ length: count }, (_, place) => first + place);
  }

  /** The lines of an order as they stand now, in the order of their line numbers. */
  linesOf(index: number): OrderLine[] {
    return this.linesOfOrder(index).map((slot) => this.line(slot));
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
    const slots = this.#numbers.parcelsWith(text).flatMap((parcel) => this.linesOfParcel(parcel));
    return uniqueAscending([...slots, ...this.#numbers.linesWithNew(numbersIn(text))]);
  }

  /** Lines that have or had this provider order id; ascending. */
  candidatesForProviderOrder(id: string): number[] {
    const slots = this.#numbers.linesOfProviderOrder(id);
    const splitOff = slots.flatMap((slot) => this.#splitOffFrom(slot));
    return uniqueAscending([...slots, ...splitOff, ...this.#numbers.linesWithNew([canonicalNumber(id)])]);
  }

  /** What happened to this line since the world was made, oldest first. */
  changesOfLine(slot: number): readonly LineChange[] {
    return this.#lineHistory.of(slot);
  }

  /** The line from which this one was split off, or null for one that was not. */
  originalSlotOf(slot: number): number | null {
    return this.#laterLines.originalSlotOf(slot);
  }

  /** Changes fields of a line. Fields that already have the value are left out; nothing new writes nothing. */
  changeLine(slot: number, wanted: Partial<LineFields>, by: ChangeBy): void {
    const line = this.line(slot);
    const { previous, next, isEmpty } = difference<LineFields>(line, wanted);
    if (isEmpty) return;
    const dueBefore = changesMoney(line, next) ? moneyOf(this, line.orderIndex).due : null;
    this.apply({ kind: 'line-changed', ...originOf(by), slot, previous, next });
    if (dueBefore !== null) settleLine(this, line, dueBefore, by);
  }

  /** Cuts `quantity` pieces off a line into a new one with the same goods and numbers; returns its place. */
  splitLine(slot: number, quantity: number, by: ChangeBy): number {
    const newSlot = this.lineCount;
    const previousQuantity = this.line(slot).qty;
    if (quantity < 1 || quantity >= previousQuantity) throw new RangeError('A split leaves at least one piece on each side');
    this.apply({ kind: 'line-split', ...originOf(by), slot, newSlot, quantity, previousQuantity });
    return newSlot;
  }

  /** Makes an order; returns its index. */
  addOrder(order: NewOrder, by: ChangeBy): number {
    const orderIndex = this.orderCount;
    this.apply({ kind: 'order-added', ...originOf(by), orderIndex, firstSlot: this.lineCount, ...order });
    return orderIndex;
  }

  /** Changes fields of an order as `changeLine` does those of a line. */
  changeOrder(orderIndex: number, wanted: Partial<OrderFields>, by: ChangeBy): void {
    const { previous, next, isEmpty } = difference<OrderFields>(fieldsOf(this.order(orderIndex)), wanted);
    if (isEmpty) return;
    const { due } = moneyOf(this, orderIndex);
    this.apply({ kind: 'order-changed', ...originOf(by), orderIndex, previous, next });
    settleOrder(this, orderIndex, due, by);
  }

  /** Writes a movement of money into the books; whether it is allowed is for the caller to know. */
  moveMoney({ date, ...move }: NewMove, by: ChangeBy): void {
    this.apply({ kind: 'money-moved', ...originOf(by), ...move, date: date.toISOString() });
  }

  setGoodsState(itemKey: number, state: GoodsStateSet['state'], by: ChangeBy): void {
    this.apply({ kind: 'goods-state-set', ...originOf(by), itemKey, state });
  }

  /** Takes over one change, made now or loaded. */
  apply(change: WorldChange): void {
    switch (change.kind) {
      case 'line-changed':
      case 'line-split':
        this.#applyToLine(change);
        break;
      case 'order-added':
        this.#applyAdding(change);
        break;
      case 'order-changed':
        this.#applyToOrder(change);
        break;
      case 'money-moved':
        this.#applyMove(change);
        break;
      case 'goods-state-set':
        this.catalogue.setState(change.itemKey, change.state);
    }
    this.#history.push(change);
    for (const listener of this.#onChange) listener(change);
  }

  #applyToLine(change: LineChange): void {
    const orderIndex = this.orderOf(change.slot);
    if (change.kind === 'line-split') this.#applySplit(change.slot, change.newSlot, change.quantity);
    else this.#applyFields(change.slot, change.next);
    this.#lineHistory.add(change);
    this.#updateOrderStatus(orderIndex, change);
  }

  #applySplit(slot: number, newSlot: number, quantity: number): void {
    const { orderIndex, qty } = this.line(slot);
    const lineNum = this.linesOfOrder(orderIndex).length + 1;
    this.#laterLines.addSplitOff(newSlot, { slot, orderIndex, lineNum, qtyOrig: quantity });
    this.#applyFields(newSlot, { ...this.#changedFields.get(slot), qty: quantity });
    this.#applyFields(slot, { qty: qty - quantity });
  }

  #applyFields(slot: number, fields: Partial<LineFields>): void {
    this.#changedFields.set(slot, { ...this.#changedFields.get(slot), ...fields });
    if (fields.statusId !== undefined && slot < this.origin.lines) this.#statuses[slot] = fields.statusId;
    this.#numbers.add(slot, fields.vendPurchWaybill ?? '');
    this.#numbers.add(slot, fields.vendPurchId ?? '');
  }

  #applyAdding(change: OrderAdded): void {
    const { orderIndex, firstSlot } = change;
    this.orders.add(change);
    for (const [place, line] of change.lines.entries()) {
      this.#laterLines.add(addedLineAt(this.catalogue, line, { slot: firstSlot + place, orderIndex, lineNum: place + 1, orderedAt: new Date(change.at) }));
    }
    this.#updateOrderStatus(orderIndex, change);
  }

  #applyToOrder(change: OrderChanged): void {
    this.orders.change(change);
    this.orderHistory.addChange(change);
  }

  #applyMove(change: MoneyMoved): void {
    const { orderIndex } = change;
    const paidBefore = orderIndex === null ? 0 : moneyOf(this, orderIndex).paid;
    this.accounts.apply(change);
    if (orderIndex !== null) this.orderHistory.addPaid(orderIndex, change, paidBefore, moneyOf(this, orderIndex).paid);
  }

  #splitOffFrom(originalSlot: number): number[] {
    return this.#laterLines.splitOffIn(this.orderOf(originalSlot)).filter((slot) => this.originalSlotOf(slot) === originalSlot);
  }

  #updateOrderStatus(index: number, change: WorldChange): void {
    const before = this.orders.statusOf(index);
    const statusId = this.#orderStatusFromLines(index);
    this.orders.setStatus(index, statusId);
    this.orderHistory.addStatus(index, change, before, statusId);
  }

  #orderStatusFromLines(order: number): number {
    return orderStatusFor(this.linesOfOrder(order).map((slot) => this.statusOf(slot)));
  }
}

function uniqueAscending(slots: readonly number[]): number[] {
  return [...new Set(slots)].sort((left, right) => left - right);
}
