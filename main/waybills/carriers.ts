import { withoutSeparators } from './plain-text.ts';

/** How well a number that fits stands for this carrier alone. */
const certain = 4;
const likely = 3;
const possible = 2;
const shared = 1;

interface NumberPattern {
  weight: number;
  fits: RegExp;
  /** A further condition that a pattern cannot say, such as a check digit. */
  check?: (key: string) => boolean;
}

interface Carrier<Code extends string> {
  code: Code;
  numbers: readonly NumberPattern[];
  /** Texts on labels that hold the waybill and which package of it this is; groups `waybill`, `number`, `total`. */
  packageLabels?: readonly RegExp[];
}

/**
 * What is known of waybill numbers after upper-casing. These are hints for people from third-party lists: nothing is
 * ever refused because it fits no row. A new carrier is one more row.
 */
const carriers = rows([
  {
    code: 'sf',
    numbers: [
      { weight: certain, fits: /^SF[A-Z0-9]\d{12}$/ },
      { weight: possible, fits: /^SF[\d-]{2,33}$/ },
      { weight: shared, fits: /^SF[A-Z0-9-]{2,33}$/ },
      { weight: shared, fits: /^\d{12}$/ },
    ],
  },
  {
    code: 'yto',
    numbers: [
      { weight: certain, fits: /^YT\d{13}$/ },
      { weight: possible, fits: /^88\d{16}$/ },
      { weight: shared, fits: /^\d{18}$/ },
      { weight: shared, fits: /^[A-Z0-9]{2}\d{10,13}$/ },
      { weight: shared, fits: /^[A-Z0-9]{10,12}$/ },
    ],
  },
  {
    code: 'zto',
    numbers: [
      { weight: likely, fits: /^7[3-68]\d{12}$/ },
      { weight: shared, fits: /^\d{12}$/ },
    ],
  },
  {
    code: 'sto',
    numbers: [
      { weight: likely, fits: /^(?:77|43)\d{12,15}$/ },
      { weight: possible, fits: /^(?:268|588|888)\d{9,13}$/ },
      { weight: possible, fits: /^(?:33|55|66)\d{11}$/ },
    ],
  },
  {
    code: 'yunda',
    numbers: [
      { weight: likely, fits: /^[34]\d{14}$/ },
      { weight: likely, fits: /^5\d{12}$/ },
      { weight: shared, fits: /^(?:\d{13}|\d{15})$/ },
    ],
  },
  { code: 'jt', numbers: [{ weight: certain, fits: /^JT\d{12,13}$/ }] },
  {
    code: 'ems',
    numbers: [
      { weight: certain, fits: /^E[A-Z]\d{9}CN$/, check: hasPostalCheckDigit },
      { weight: shared, fits: /^E[A-Z]\d{9}CN$/ },
      { weight: possible, fits: /^(?:[189]\d|5[0-2])\d{11}$/ },
    ],
  },
  {
    code: 'china-post',
    numbers: [
      { weight: certain, fits: /^[A-DF-Z][A-Z]\d{9}CN$/, check: hasPostalCheckDigit },
      { weight: shared, fits: /^[A-DF-Z][A-Z]\d{9}CN$/ },
      { weight: likely, fits: /^P[A-Z]\d{11}$/ },
      { weight: likely, fits: /^9[5-9]\d{11}$/ },
      { weight: shared, fits: /^(?:[189]\d|5[0-2])\d{11}$/ },
    ],
  },
  {
    code: 'jd',
    numbers: [
      { weight: certain, fits: /^JD[A-Z0-9]{2}\d{11}$/ },
      { weight: certain, fits: /^JD[XK]\d{12}$/ },
      { weight: certain, fits: /^JDV[A-Z]\d{11}$/ },
    ],
    packageLabels: [
      /^(?<waybill>[A-Z0-9]{8,})-(?<number>\d{1,3})-(?<total>\d{1,3})(?:-[A-Z0-9]*)?$/,
      /^(?<waybill>JD[A-Z0-9]{8,}?)N(?<number>\d{1,3})S(?<total>\d{1,3})(?:H[A-Z0-9]*)?$/,
    ],
  },
  { code: 'cainiao', numbers: [{ weight: likely, fits: /^621\d{12}$/ }] },
  {
    code: 'deppon',
    numbers: [
      { weight: certain, fits: /^DPK\d{11,12}$/ },
      { weight: shared, fits: /^\d{8,10}$/ },
    ],
    packageLabels: [/^(?<waybill>DPK\d{11,12}|\d{8,12})-(?<number>\d{1,3})$/],
  },
  { code: 'aneng', numbers: [{ weight: shared, fits: /^\d{12}$/ }] },
  { code: 'yimidida', numbers: [{ weight: shared, fits: /^\d{12}$/ }] },
  { code: 'zto-freight', numbers: [{ weight: shared, fits: /^\d{12}$/ }] },
]);

/** Codes of the carriers that a waybill can look like: one for each row. */
export type CarrierCode = (typeof carriers)[number]['code'];
export const carrierCodes: readonly CarrierCode[] = carriers.map(({ code }) => code);

const packageLabels = carriers.flatMap((carrier) => carrier.packageLabels ?? []);

/** Carriers whose numbers look like this key, most likely first; empty when none does. A hint, never a reason to refuse. */
export function guessCarriers(key: string): CarrierCode[] {
  const number = packageLabel(key)?.waybill ?? key;
  const guesses = weighedCarriers(number);
  const least = guesses[0]?.weight === certain ? possible : shared;
  return guesses.filter((guess) => guess.weight >= least).map((guess) => guess.code);
}

/** Whether a text has the shape of some carrier's numbers beyond the wide patterns that fit nearly everything. */
export function isCarrierNumber(key: string): boolean {
  return (weighedCarriers(key)[0]?.weight ?? 0) >= possible;
}

/** What a package label says besides the waybill. */
export interface PackageLabel {
  waybill: string;
  packageNumber: number;
  /** Null where the label does not say how many packages there are. */
  packageTotal: number | null;
}

/** Reads `waybill-n-total-route`, `waybillNnStotalHroute` and `waybill-n`; null for any other text. */
export function packageLabel(key: string): PackageLabel | null {
  for (const label of packageLabels) {
    const groups = label.exec(key)?.groups;
    if (groups?.['waybill'] === undefined) continue;
    const total = groups['total'];
    return {
      waybill: groups['waybill'],
      packageNumber: Number(groups['number']),
      packageTotal: total === undefined ? null : Number(total),
    };
  }
  return null;
}

/** The rows as they are; for the type, which keeps their codes. */
function rows<const Code extends string>(carriers: readonly Carrier<Code>[]): readonly Carrier<Code>[] {
  return carriers;
}

function weighedCarriers(key: string): { code: CarrierCode; weight: number }[] {
  const number = withoutSeparators(key);
  return carriers
    .map(({ code, numbers }) => ({ code, weight: bestWeight(numbers, number) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
}

function bestWeight(numbers: readonly NumberPattern[], key: string): number {
  const fitting = numbers.filter(({ fits, check }) => fits.test(key) && (check === undefined || check(key)));
  return Math.max(0, ...fitting.map(({ weight }) => weight));
}

const postalWeights = [8, 6, 4, 2, 3, 5, 9, 7];

/** The check digit of the Universal Postal Union's standard S10: `AA 99999999 C CN`. */
function hasPostalCheckDigit(key: string): boolean {
  const sum = postalWeights.reduce((total, weight, index) => total + weight * Number(key[2 + index]), 0);
  const remainder = 11 - (sum % 11);
  const expected = remainder === 10 ? 0 : remainder === 11 ? 5 : remainder;
  return Number(key[10]) === expected;
}
