import { RandomDraw, SERIES } from './random.ts';

/**
 * What has happened to goods by now: how old an order is, how far its goods have come, and how their
 * parcels travel. The numbers make a believable warehouse; they stand for no real one.
 */

/** What is special about a parcel's waybill, or how it stands in the field of its lines. */
export const PARCEL_FORMS = ['plain', 'spaces', 'lower-case', 'carrier-name', 'leading-zeros', 'twenty-digits', 'not-yet-known'] as const;
export type ParcelForm = (typeof PARCEL_FORMS)[number];

/** How the goods of a provider order that are still awaited travel. */
export type PurchaseShape = ParcelForm | 'not-shipped' | 'two-parcels' | 'parcel-per-line';

const SHAPES: readonly (readonly [PurchaseShape, number])[] = [
  ['plain', 15],
  ['not-shipped', 2],
  ['not-yet-known', 3],
  ['two-parcels', 2],
  ['parcel-per-line', 2],
  ['spaces', 2],
  ['lower-case', 2],
  ['carrier-name', 2],
  ['leading-zeros', 1],
  ['twenty-digits', 1],
];

/** The shapes in the order in which they are dealt out, again and again: each comes up in every round. */
export function purchaseShapes(seed: number): readonly PurchaseShape[] {
  const all = SHAPES.flatMap(([shape, count]) => Array.from({ length: count }, () => shape));
  return new RandomDraw(seed, SERIES.deck, 0).shuffle(all);
}

/** The oldest order of a world. */
const OLDEST_DAYS = 120;

/** The newest order is this old at least: half an hour. */
const NEWEST_DAYS = 0.02;

/** How old the order is that holds this line: later lines are younger, and most are recent. */
export function ageInDays(line: number, lineCount: number): number {
  return NEWEST_DAYS + OLDEST_DAYS * (1 - line / lineCount) ** 2.7;
}

interface Stage {
  readonly upToDays: number;
  readonly statuses: readonly (readonly [statusId: number, weight: number])[];
}

const STAGES: readonly Stage[] = [
  { upToDays: 1, statuses: [[2, 75], [3, 10], [4, 15]] },
  { upToDays: 24, statuses: [[4, 84], [6, 9], [5, 3], [2, 3], [3, 1]] },
  { upToDays: 36, statuses: [[6, 62], [7, 17], [4, 13], [5, 3], [8, 5]] },
  { upToDays: 55, statuses: [[9, 40], [7, 22], [8, 24], [6, 8], [4, 6]] },
  { upToDays: Number.POSITIVE_INFINITY, statuses: [[10, 70], [9, 24], [6, 3], [4, 3]] },
];

/** How far goods of this age have come. */
export function chooseStatus(age: number, draw: RandomDraw): number {
  const stage = STAGES.find((candidate) => age < candidate.upToDays);
  return draw.pickWeighted(stage?.statuses ?? [[4, 1]]);
}
