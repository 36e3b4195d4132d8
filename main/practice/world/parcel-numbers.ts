import { WAYBILL_PATTERNS } from './carriers.ts';
import type { WaybillPattern } from './carriers.ts';
import { NONE } from './layout.ts';
import type { WorldLayout } from './layout.ts';
import { RandomDraw, SERIES } from './random.ts';
import { PARCEL_FORMS } from './story.ts';
import type { ParcelForm } from './story.ts';

/** How sellers part two numbers in one field. */
const SEPARATORS = [',', ';', '/', ' ', ', ', ' / '];

/** What the waybill must be like so that the parcel can be what it is. */
const NEEDED_IN_WAYBILL: Partial<Record<ParcelForm, RegExp>> = {
  'lower-case': /[A-Z]/,
  'leading-zeros': /^00\d+$/,
  'twenty-digits': /^\d{20}$/,
};

const ANYTHING = /^/;

/** A number as it is compared: upper case, without blanks. */
export function canonicalNumber(text: string): string {
  return text.replaceAll(/\s+/g, '').toUpperCase();
}

/** The numbers that a waybill field may hold: the whole of it, and its pieces, as they are compared. */
export function numbersIn(field: string): string[] {
  const pieces = field.split(/[,;/:\s]+/).map(canonicalNumber);
  return [...new Set([canonicalNumber(field), ...pieces])].filter((number) => number !== '');
}

/** The waybills of a world's parcels, worked out from the seed. */
export class ParcelNumbers {
  readonly #seed: number;
  readonly #layout: WorldLayout;
  /** The patterns in the order in which they are dealt out: each comes up in every round. */
  readonly #patterns: readonly WaybillPattern[];

  constructor(seed: number, layout: WorldLayout) {
    this.#seed = seed;
    this.#layout = layout;
    const weighted = WAYBILL_PATTERNS.flatMap((pattern) => Array.from({ length: pattern.weight }, () => pattern));
    this.#patterns = new RandomDraw(seed, SERIES.deck, 1).shuffle(weighted);
  }

  form(parcel: number): ParcelForm {
    return PARCEL_FORMS[this.#layout.parcelForm[parcel] ?? 0] ?? 'plain';
  }

  pattern(parcel: number): WaybillPattern {
    return this.#drawn(parcel).pattern;
  }

  /** The parcel's waybill number as its carrier writes it. */
  waybill(parcel: number): string {
    return this.#drawn(parcel).waybill;
  }

  /** What the barcode on the parcel says. */
  label(parcel: number): string {
    const { pattern, waybill } = this.#drawn(parcel);
    return pattern.label?.(waybill, new RandomDraw(this.#seed, SERIES.parcel, -1 - parcel)) ?? waybill;
  }

  /** What stands in the waybill field of a line; empty while the number is not known. */
  field(line: number): string {
    const parcel = this.#layout.lineParcel[line] ?? NONE;
    if (parcel === NONE) return '';
    if (this.#layout.lineParcelCount[line] === 2) {
      const separator = SEPARATORS[parcel % SEPARATORS.length] ?? ',';
      return this.waybill(parcel) + separator + this.waybill(parcel + 1);
    }
    return this.form(parcel) === 'not-yet-known' ? '' : this.fieldOnceKnown(parcel);
  }

  /** What stands in the field of the parcel's lines when its number is known. */
  fieldOnceKnown(parcel: number): string {
    const { pattern, waybill } = this.#drawn(parcel);
    switch (this.form(parcel)) {
      case 'spaces':
        return waybill.replaceAll(/(.{4})(?=.)/g, '$1 ');
      case 'lower-case':
        return waybill.toLowerCase();
      case 'carrier-name':
        return `${pattern.carrierName}: ${waybill}`;
      case 'plain':
      case 'leading-zeros':
      case 'twenty-digits':
      case 'not-yet-known':
        return waybill;
    }
  }

  #drawn(parcel: number): { pattern: WaybillPattern; waybill: string } {
    const draw = new RandomDraw(this.#seed, SERIES.parcel, parcel);
    const needed = NEEDED_IN_WAYBILL[this.form(parcel)] ?? ANYTHING;
    for (let place = parcel; ; place += 1) {
      const pattern = this.#patterns[place % this.#patterns.length];
      if (pattern === undefined) throw new RangeError('there are no waybill patterns');
      const waybill = pattern.number(draw);
      if (needed.test(waybill)) return { pattern, waybill };
    }
  }
}
