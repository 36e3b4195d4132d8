import { LINE_STATUS } from './line-status.ts';
import { ageInDays, chooseStatus, PARCEL_FORMS, purchaseShapes } from './story.ts';
import type { ParcelForm, PurchaseShape } from './story.ts';
import { RandomDraw, SERIES } from './random.ts';

/** Stands for "none" in the tables of numbers. */
export const NONE = 0xffff_ffff;

/**
 * The skeleton of a world: which line belongs to which order, provider order and parcel, and how far
 * each has come. Plain tables of numbers, about 40 bytes for a line; everything else is worked out from
 * the seed when it is asked for. Lines of one order, provider order or parcel stand next to each other.
 */
export interface WorldLayout {
  readonly lineOrder: Uint32Array;
  readonly lineProviderOrder: Uint32Array;
  /** The first (mostly the only) parcel of a line; the second one is the next in number. */
  readonly lineParcel: Uint32Array;
  readonly lineParcelCount: Uint8Array;
  readonly lineStatus: Uint8Array;
  /** One entry more than there are orders: the end of the last one. */
  readonly orderFirstLine: Uint32Array;
  readonly orderCustomer: Uint32Array;
  /** Index into PROVIDER_TYPES. */
  readonly orderProvider: Uint8Array;
  readonly providerOrderFirstLine: Uint32Array;
  readonly providerOrderSeller: Uint32Array;
  readonly parcelFirstLine: Uint32Array;
  readonly parcelLineCount: Uint8Array;
  /** Index into PARCEL_FORMS. */
  readonly parcelForm: Uint8Array;
  readonly sellerCount: number;
  readonly customerCount: number;
}

type Weighted<Entry> = readonly (readonly [entry: Entry, weight: number])[];

const ORDER_SIZES: Weighted<readonly [fewest: number, most: number]> = [
  [[1, 1], 30],
  [[2, 2], 25],
  [[3, 3], 15],
  [[4, 6], 20],
  [[7, 12], 10],
];

const PROVIDER_ORDER_SIZES: Weighted<number> = [
  [1, 60],
  [2, 21],
  [3, 12],
  [4, 7],
];

/** Every so many orders with awaited goods at their end share their last parcel with the next order. */
const SHARED_PARCEL_TURN = 7;

/** Every so many bought lines one was cancelled, could not be delivered, or went back after it had arrived. */
const CANCELLED_TURN = 29;
const UNDELIVERABLE_TURN = 89;
const RETURNED_TURN = 67;

/** What the next order takes over when its first goods travel with the last goods of this one. */
interface SharedParcel {
  readonly parcel: number;
  readonly seller: number;
  readonly provider: number;
}

class LayoutBuilder {
  readonly #seed: number;
  readonly #lineCount: number;
  readonly #sellerCount: number;
  readonly #customerCount: number;
  readonly #shapes: readonly PurchaseShape[];
  #shapesUsed = 0;
  #awaitedEnds = 0;
  #line = 0;
  #orders = 0;
  #providerOrders = 0;
  #parcels = 0;
  #shared: SharedParcel | null = null;

  readonly #lineOrder: Uint32Array;
  readonly #lineProviderOrder: Uint32Array;
  readonly #lineParcel: Uint32Array;
  readonly #lineParcelCount: Uint8Array;
  readonly #lineStatus: Uint8Array;
  readonly #orderFirstLine: Uint32Array;
  readonly #orderCustomer: Uint32Array;
  readonly #orderProvider: Uint8Array;
  readonly #providerOrderFirstLine: Uint32Array;
  readonly #providerOrderSeller: Uint32Array;
  readonly #parcelFirstLine: Uint32Array;
  readonly #parcelLineCount: Uint8Array;
  readonly #parcelForm: Uint8Array;

  constructor(seed: number, lineCount: number) {
    this.#seed = seed;
    this.#lineCount = lineCount;
    this.#sellerCount = Math.max(9, Math.ceil(lineCount / 60));
    this.#customerCount = Math.max(8, Math.ceil(lineCount / 25));
    this.#shapes = purchaseShapes(seed);
    this.#lineOrder = new Uint32Array(lineCount);
    this.#lineProviderOrder = new Uint32Array(lineCount).fill(NONE);
    this.#lineParcel = new Uint32Array(lineCount).fill(NONE);
    this.#lineParcelCount = new Uint8Array(lineCount);
    this.#lineStatus = new Uint8Array(lineCount);
    this.#orderFirstLine = new Uint32Array(lineCount + 1);
    this.#orderCustomer = new Uint32Array(lineCount);
    this.#orderProvider = new Uint8Array(lineCount);
    this.#providerOrderFirstLine = new Uint32Array(lineCount + 1);
    this.#providerOrderSeller = new Uint32Array(lineCount);
    this.#parcelFirstLine = new Uint32Array(2 * lineCount);
    this.#parcelLineCount = new Uint8Array(2 * lineCount);
    this.#parcelForm = new Uint8Array(2 * lineCount);
  }

  build(): WorldLayout {
    while (this.#line < this.#lineCount) this.#addOrder();
    this.#orderFirstLine[this.#orders] = this.#lineCount;
    this.#providerOrderFirstLine[this.#providerOrders] = this.#lineCount;
    return {
      lineOrder: this.#lineOrder,
      lineProviderOrder: this.#lineProviderOrder,
      lineParcel: this.#lineParcel,
      lineParcelCount: this.#lineParcelCount,
      lineStatus: this.#lineStatus,
      orderFirstLine: this.#orderFirstLine.slice(0, this.#orders + 1),
      orderCustomer: this.#orderCustomer.slice(0, this.#orders),
      orderProvider: this.#orderProvider.slice(0, this.#orders),
      providerOrderFirstLine: this.#providerOrderFirstLine.slice(0, this.#providerOrders + 1),
      providerOrderSeller: this.#providerOrderSeller.slice(0, this.#providerOrders),
      parcelFirstLine: this.#parcelFirstLine.slice(0, this.#parcels),
      parcelLineCount: this.#parcelLineCount.slice(0, this.#parcels),
      parcelForm: this.#parcelForm.slice(0, this.#parcels),
      sellerCount: this.#sellerCount,
      customerCount: this.#customerCount,
    };
  }

  #addOrder(): void {
    const order = this.#orders;
    const draw = new RandomDraw(this.#seed, SERIES.order, order);
    const shared = this.#shared;
    this.#shared = null;
    const [fewest, most] = draw.pickWeighted(ORDER_SIZES);
    const end = Math.min(this.#line + draw.between(fewest, most), this.#lineCount);
    const age = ageInDays(this.#line, this.#lineCount);
    // By turns, not by chance: a small world shall have some too.
    const unpaid = shared === null && age < 1.5 && order % 4 === 0;
    this.#orderFirstLine[order] = this.#line;
    this.#orderCustomer[order] = draw.below(this.#customerCount);
    this.#orderProvider[order] = shared?.provider ?? (draw.chance(0.7) ? 0 : 1);
    this.#orders += 1;
    if (shared !== null) this.#addProviderOrder(order, end, age, draw, shared);
    while (this.#line < end) {
      if (unpaid) this.#addUnpaidLines(order, end);
      else this.#addProviderOrder(order, end, age, draw, null);
    }
  }

  #addUnpaidLines(order: number, end: number): void {
    this.#lineOrder.fill(order, this.#line, end);
    this.#lineStatus.fill(LINE_STATUS.awaitingPayment, this.#line, end);
    const providerOrder = this.#openProviderOrder(this.#anySeller(order, new RandomDraw(this.#seed, SERIES.providerOrder, this.#line)));
    this.#lineProviderOrder.fill(providerOrder, this.#line, end);
    this.#line = end;
  }

  /** Sellers are dealt out to the providers: every third one sells at 1688. */
  #anySeller(order: number, draw: RandomDraw): number {
    const third = draw.below(Math.floor(this.#sellerCount / 3)) * 3;
    return this.#orderProvider[order] === 1 ? third : third + draw.between(1, 2);
  }

  #openProviderOrder(seller: number): number {
    const providerOrder = this.#providerOrders;
    this.#providerOrderFirstLine[providerOrder] = this.#line;
    this.#providerOrderSeller[providerOrder] = seller;
    this.#providerOrders += 1;
    return providerOrder;
  }

  #addProviderOrder(order: number, orderEnd: number, age: number, orderDraw: RandomDraw, shared: SharedParcel | null): void {
    const size = Math.min(orderDraw.pickWeighted(PROVIDER_ORDER_SIZES), orderEnd - this.#line);
    const first = this.#line;
    const end = first + size;
    const seller = shared?.seller ?? this.#anySeller(order, orderDraw);
    const providerOrder = this.#openProviderOrder(seller);
    const draw = new RandomDraw(this.#seed, SERIES.providerOrder, providerOrder);
    const status = shared === null ? chooseStatus(age, draw) : LINE_STATUS.ordered;
    this.#lineOrder.fill(order, first, end);
    this.#lineProviderOrder.fill(providerOrder, first, end);
    this.#lineStatus.fill(status, first, end);
    this.#line = end;
    if (status < LINE_STATUS.ordered) return;
    if (shared !== null) this.#extendParcel(shared.parcel, first, end);
    else this.#ship(first, end, status, end === orderEnd && end < this.#lineCount, { seller, provider: this.#orderProvider[order] ?? 0 }, draw);
    this.#makeExceptions(first, end, status);
  }

  /** Decides how the goods of one provider order travel. */
  #ship(first: number, end: number, status: number, endsOrder: boolean, from: Omit<SharedParcel, 'parcel'>, draw: RandomDraw): void {
    const awaited = status === LINE_STATUS.ordered;
    if (awaited && endsOrder && this.#takesSharedTurn()) {
      this.#shared = { parcel: this.#addParcel(first, end, 'plain'), ...from };
      return;
    }
    const shape = awaited ? this.#nextShape() : draw.chance(0.1) ? 'parcel-per-line' : 'plain';
    switch (shape) {
      case 'not-shipped':
        return;
      case 'two-parcels':
        this.#sendInTwoParcels(first);
        if (end > first + 1) this.#addParcel(first + 1, end, 'plain');
        return;
      case 'parcel-per-line':
        for (let line = first; line < end; line += 1) this.#addParcel(line, line + 1, 'plain');
        return;
      case 'plain':
      case 'spaces':
      case 'lower-case':
      case 'carrier-name':
      case 'leading-zeros':
      case 'twenty-digits':
      case 'not-yet-known':
        this.#addParcel(first, end, shape);
    }
  }

  #takesSharedTurn(): boolean {
    this.#awaitedEnds += 1;
    return this.#awaitedEnds % SHARED_PARCEL_TURN === 1;
  }

  #nextShape(): PurchaseShape {
    const shape = this.#shapes[this.#shapesUsed % this.#shapes.length] ?? 'plain';
    this.#shapesUsed += 1;
    return shape;
  }

  #addParcel(first: number, end: number, form: ParcelForm): number {
    const parcel = this.#parcels;
    this.#parcelFirstLine[parcel] = first;
    this.#parcelLineCount[parcel] = end - first;
    this.#parcelForm[parcel] = PARCEL_FORMS.indexOf(form);
    this.#lineParcel.fill(parcel, first, end);
    this.#lineParcelCount.fill(1, first, end);
    this.#parcels += 1;
    return parcel;
  }

  #extendParcel(parcel: number, first: number, end: number): void {
    this.#parcelLineCount[parcel] = (this.#parcelLineCount[parcel] ?? 0) + end - first;
    this.#lineParcel.fill(parcel, first, end);
    this.#lineParcelCount.fill(1, first, end);
  }

  #sendInTwoParcels(line: number): void {
    const parcel = this.#addParcel(line, line + 1, 'plain');
    this.#addParcel(line, line + 1, 'plain');
    this.#lineParcel[line] = parcel;
    this.#lineParcelCount[line] = 2;
  }

  /** A few lines were cancelled, could not be delivered or went back: by turns, so that a small world has them too. */
  #makeExceptions(first: number, end: number, status: number): void {
    for (let line = first; line < end; line += 1) {
      const turn = line + (this.#seed % CANCELLED_TURN);
      if (turn % CANCELLED_TURN === 0) this.#lineStatus[line] = LINE_STATUS.cancelled;
      else if (turn % UNDELIVERABLE_TURN === 0) this.#lineStatus[line] = LINE_STATUS.unableToDeliver;
      else if (turn % RETURNED_TURN === 0 && status >= LINE_STATUS.received) this.#lineStatus[line] = LINE_STATUS.returnedToSupplier;
    }
  }
}

/** Builds the skeleton of the world with this seed and number of lines; the same arguments give the same world. */
export function layOutWorld(seed: number, lineCount: number): WorldLayout {
  return new LayoutBuilder(seed, lineCount).build();
}
