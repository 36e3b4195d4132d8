import { LINE_STATUS } from './line-status.ts';
import { purchaseStatusWith } from './purchase.ts';
import type { PracticeWorld } from './world.ts';

/** What makes a parcel worth trying out. */
export type ParcelKind =
  | 'single-line'
  | 'several-lines'
  | 'several-orders'
  | 'several-parcels'
  | 'already-received'
  | 'not-yet-known'
  | 'spaces'
  | 'lower-case'
  | 'carrier-name'
  | 'package-label'
  | 'leading-zeros'
  | 'twenty-digits'
  | 'cancelled';

export const PARCEL_KINDS: readonly ParcelKind[] = [
  'single-line',
  'several-lines',
  'several-orders',
  'several-parcels',
  'already-received',
  'not-yet-known',
  'spaces',
  'lower-case',
  'carrier-name',
  'package-label',
  'leading-zeros',
  'twenty-digits',
  'cancelled',
];

/** A parcel that stands at the door. */
export interface ParcelSample {
  /** What the barcode on the parcel says. */
  readonly label: string;
  /** The waybill number as its carrier writes it. */
  readonly waybill: string;
  readonly carrier: string;
  /** What stands in the waybill field of its lines now; empty while the number is not known. */
  readonly waybillField: string;
  /** The lines that the parcel holds pieces of. */
  readonly lineIds: readonly string[];
}

/** The parcel with this number, as it stands now. */
function parcelSample(world: PracticeWorld, parcel: number): ParcelSample {
  const lines = world.linesOfParcel(parcel).map((slot) => world.line(slot));
  return {
    label: world.parcelNumbers.label(parcel),
    waybill: world.parcelNumbers.waybill(parcel),
    carrier: world.parcelNumbers.pattern(parcel).carrier,
    waybillField: lines[0]?.vendPurchWaybill ?? '',
    lineIds: lines.map(({ id }) => id),
  };
}

/** Parcels of one kind, the newest first; none of another kind's peculiarities, `limit` at most. */
export function parcelSamples(world: PracticeWorld, { kind, limit = 10 }: { kind: ParcelKind; limit?: number }): ParcelSample[] {
  return [...parcelNumbersOf(world, kind, limit)].map((parcel) => parcelSample(world, parcel));
}

/** The numbers of parcels of this kind, the newest first. */
export function* parcelNumbersOf(world: PracticeWorld, kind: ParcelKind, limit: number): Generator<number> {
  let found = 0;
  for (let parcel = world.layout.parcelFirstLine.length - 1; parcel >= 0 && found < limit; parcel -= 1) {
    if (!isOfKind(world, parcel, kind)) continue;
    found += 1;
    yield parcel;
  }
}

function isOfKind(world: PracticeWorld, parcel: number, kind: ParcelKind): boolean {
  const slots = world.linesOfParcel(parcel);
  const statuses = slots.map((slot) => world.statusOf(slot));
  const awaited = statuses.every((status) => status === LINE_STATUS.ordered);
  const form = world.parcelNumbers.form(parcel);
  const shared = isOneOfTwo(world, parcel);
  const ordinary = awaited && form === 'plain' && !shared && !hasPackageLabel(world, parcel);
  const orders = new Set(slots.map((slot) => world.orderOf(slot)));
  switch (kind) {
    case 'single-line':
      return ordinary && slots.length === 1;
    case 'several-lines':
      return ordinary && slots.length > 1 && orders.size === 1;
    case 'several-orders':
      return ordinary && orders.size > 1;
    case 'several-parcels':
      return awaited && shared;
    case 'already-received':
      return form === 'plain' && statuses.every((status) => status === LINE_STATUS.received);
    case 'not-yet-known':
      return awaited && form === kind && slots.every((slot) => world.line(slot).vendPurchWaybill === '');
    case 'spaces':
    case 'lower-case':
    case 'carrier-name':
    case 'leading-zeros':
    case 'twenty-digits':
      return awaited && form === kind;
    case 'package-label':
      return awaited && form === 'plain' && !shared && hasPackageLabel(world, parcel);
    case 'cancelled':
      return form === 'plain' && statuses.includes(LINE_STATUS.cancelled) && statuses.every((status) => CANCELLED_OR_AWAITED.has(status));
  }
}

/** Goods that came although somebody had cancelled them, perhaps with others that are awaited. */
const CANCELLED_OR_AWAITED: ReadonlySet<number> = new Set([LINE_STATUS.cancelled, LINE_STATUS.ordered]);

function isOneOfTwo({ layout }: PracticeWorld, parcel: number): boolean {
  return layout.lineParcelCount[layout.parcelFirstLine[parcel] ?? 0] === 2;
}

function hasPackageLabel(world: PracticeWorld, parcel: number): boolean {
  return world.parcelNumbers.pattern(parcel).label !== undefined;
}

/** Writes the numbers of parcels into their lines, as the provider's synchronisation does; returns the parcels. */
export function revealParcels(world: PracticeWorld, parcels: Iterable<number>, at: Date): ParcelSample[] {
  const revealed: ParcelSample[] = [];
  for (const parcel of parcels) {
    const vendPurchWaybill = world.parcelNumbers.fieldOnceKnown(parcel);
    for (const slot of world.linesOfParcel(parcel)) world.changeLine(slot, { vendPurchWaybill, purchaseStatus: purchaseStatusWith(vendPurchWaybill) }, { at, operatorId: null });
    revealed.push(parcelSample(world, parcel));
  }
  return revealed;
}
