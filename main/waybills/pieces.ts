import { isCarrierNumber, packageLabel } from './carriers.ts';
import { toKey } from './plain-text.ts';

/** A waybill that stands between blanks is at least this long ... */
const minimumLength = 8;
/** ... and has at least so many digits; anything less is a name, a route or a part of a number. */
const minimumDigits = 6;
/** A number is written in at most so many groups: 24 digits in fours. */
const maximumGroups = 6;
/** Between clear separators even a short number stands for itself. */
const minimumSegmentLength = 4;

/**
 * The parts of a plain text that surely belong to different things: between commas, slashes, colons, Chinese characters
 * and the like (Cyrillic letters stay: they may be Latin ones, mistyped). Each part is a list of groups that blanks, dots or underscores separate; such a blank may stand inside
 * one number or between two.
 */
function segments(plain: string): string[][] {
  return plain
    .toUpperCase()
    .split(/[^A-Z0-9\p{Script=Cyrillic}\-._ ]+/u)
    .map((segment) => segment.split(/[._ ]+/).map(withoutOuterHyphens).filter(isFilled))
    .filter((groups) => groups.length > 0);
}

/** Whether a text can be a waybill by itself, whoever its carrier is. */
export function standsAlone(text: string): boolean {
  return text.length >= minimumLength && countDigits(text) >= minimumDigits;
}

/**
 * Every text inside a plain text that can be a waybill, in the form of keys: each segment as a whole, and each run of
 * neighbouring groups that is long enough. No duplicates; in order of their place.
 */
export function pieces(plain: string): string[] {
  const found = new Set<string>();
  for (const groups of segments(plain)) {
    const whole = groups.join('');
    if (whole.length >= minimumSegmentLength && countDigits(whole) > 0) found.add(whole);
    for (const run of runs(groups)) if (standsAlone(run)) found.add(run);
  }
  return [...found];
}

/**
 * The separate waybills of a field of an order line, for people: upper case, without blanks and carrier names.
 * A field in which nothing looks like a number comes back as it is.
 */
export function waybillsIn(plain: string): string[] {
  const found = new Set(segments(plain).flatMap(waybillsOfSegment));
  if (found.size === 0 && plain !== '') return [toKey(plain)];
  return [...found];
}

function waybillsOfSegment(groups: string[]): string[] {
  if (!groups.some(standsAlone)) return oneWaybill(groups);
  const waybills: string[] = [];
  let start = 0;
  while (start < groups.length) {
    const run = longestWaybill(groups.slice(start, start + maximumGroups));
    if (run === null) {
      start += 1;
    } else {
      waybills.push(run.text);
      start += run.groups;
    }
  }
  return waybills;
}

/** All groups are parts of one number; a carrier's name before it is left out. */
function oneWaybill(groups: string[]): string[] {
  const whole = groups.join('');
  const firstWithDigits = groups.findIndex((group) => countDigits(group) > 0);
  if (firstWithDigits < 0) return [];
  const isName = firstWithDigits > 0 && !isCarrierNumber(whole) && (groups[0]?.length ?? 0) > 2;
  return [isName ? groups.slice(firstWithDigits).join('') : whole];
}

/** The longest run at the start that a carrier could have given, of which one group at most could stand alone. */
function longestWaybill(groups: string[]): { text: string; groups: number } | null {
  for (let count = groups.length; count > 1; count -= 1) {
    const run = groups.slice(0, count);
    const text = run.join('');
    if (isCarrierNumber(text) && run.filter(standsAlone).length <= 1) return { text, groups: count };
  }
  const first = groups[0];
  if (first === undefined || !(standsAlone(first) || packageLabel(first) !== null)) return null;
  return { text: first, groups: 1 };
}

function runs(groups: string[]): string[] {
  return groups.flatMap((_, start) =>
    groups.slice(start, start + maximumGroups).map((_group, length) => groups.slice(start, start + length + 1).join('')),
  );
}

function withoutOuterHyphens(group: string): string {
  return group.replace(/^-+|-+$/g, '');
}

function isFilled(group: string): boolean {
  return group !== '';
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}
