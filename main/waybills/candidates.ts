import { guessCarriers, isCarrierNumber, packageLabel } from './carriers.ts';
import type { PackageLabel } from './carriers.ts';
import { pieces, standsAlone } from './pieces.ts';
import { latinReadings, plainText, toKey, withoutSeparators } from './plain-text.ts';

/**
 * The last step that led from the scanned text to a candidate. `exact`: none, the text is the key. `cleaned`: only case,
 * width, blanks or control characters differ. `part`: a piece of a longer text such as a QR code's address.
 */
export type CandidateOrigin =
  | 'exact'
  | 'cleaned'
  | 'keyboard-layout'
  | 'look-alike'
  | 'without-affixes'
  | 'without-separators'
  | 'package-label'
  | 'part';

/** One waybill that a scanned text can mean. */
export interface WaybillCandidate {
  /** In the form in which the cache is indexed. */
  key: string;
  how: CandidateOrigin;
  /** Which package of the waybill the label belongs to, where it says so. */
  packageNumber?: number;
  packageTotal?: number;
}

/** What this station's scanner puts around each code. */
export interface ScannerAffixes {
  prefix?: string;
  suffix?: string;
}

/** A long QR text gives no more parts than this; those that look like a carrier's number come first. */
const maximumParts = 32;

/**
 * Every waybill that a scanned, typed or pasted text can mean, the most literal first, no duplicates. No text is
 * refused: only one with nothing in it gives no candidate.
 */
export function candidates(raw: string, affixes: ScannerAffixes = {}): WaybillCandidate[] {
  const plain = plainText(raw);
  const list = new CandidateList();
  const latin = latinReadings(plain);
  addReading(list, plain, toKey(plain) === raw ? 'exact' : 'cleaned', affixes);
  if (latin) {
    addReading(list, latin.keyboard, 'keyboard-layout', affixes);
    addReading(list, latin.lookAlike, 'look-alike', affixes);
  }
  return list.all();
}

/** Adds a text as it is, then what each further step makes of it. */
function addReading(list: CandidateList, plain: string, how: CandidateOrigin, affixes: ScannerAffixes): void {
  const literal = toKey(plain);
  const bare = withoutAffixes(literal, affixes);
  const forms = [literal, ...bare];
  list.add(literal, how);
  for (const form of bare) list.add(form, 'without-affixes');
  for (const form of forms) addInside(list, form, 'without-separators');
  for (const part of partsOf(plain, bare)) {
    list.add(part, 'part');
    addInside(list, part, 'part');
  }
}

/** The waybill inside a package label; else the text without its hyphens (joined, a label would be another number). */
function addInside(list: CandidateList, form: string, how: CandidateOrigin): void {
  const label = packageLabel(form);
  if (label) list.addPackage(label);
  else list.add(withoutSeparators(form), how);
}

/** Symbology identifiers of ISO/IEC 15424, such as `]C1` for GS1-128. */
const symbologyIdentifier = /^\][A-Z][0-9A-Z]/;

/**
 * The text without the symbology identifier and without the station's prefix and suffix, one more taken off in each
 * entry, since scanners leave them out or double them.
 */
function withoutAffixes(key: string, affixes: ScannerAffixes): string[] {
  const prefix = toKey(plainText(affixes.prefix ?? ''));
  const suffix = toKey(plainText(affixes.suffix ?? ''));
  const forms: string[] = [];
  let rest = key;
  for (;;) {
    const shorter = withoutOneAffix(rest, prefix, suffix);
    if (shorter === rest || shorter === '') return forms;
    forms.push(shorter);
    rest = shorter;
  }
}

function withoutOneAffix(key: string, prefix: string, suffix: string): string {
  if (symbologyIdentifier.test(key)) return key.replace(symbologyIdentifier, '');
  if (prefix !== '' && key.startsWith(prefix)) return key.slice(prefix.length);
  if (suffix !== '' && key.endsWith(suffix)) return key.slice(0, -suffix.length);
  return key;
}

/** The parts of a text that can be waybills, those first that look like a carrier's, telephone numbers last. */
function partsOf(plain: string, bare: readonly string[]): string[] {
  const texts = [plain, percentDecoded(plain), ...bare];
  const found = [...new Set(texts.flatMap(pieces))];
  return found.sort((one, other) => likeness(other) - likeness(one)).slice(0, maximumParts);
}

function likeness(part: string): number {
  if (isChineseMobileNumber(part)) return 0;
  if (packageLabel(part) !== null || isCarrierNumber(part)) return 4;
  if (!standsAlone(part)) return 1;
  return guessCarriers(part).length > 0 ? 3 : 2;
}

function isChineseMobileNumber(part: string): boolean {
  return /^1[3-9]\d{9}$/.test(part);
}

/** Escapes of an address that are no valid UTF-8 stay as they are. */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return plainText(decodeURIComponent(escapes));
    } catch {
      return escapes;
    }
  });
}

/** Keeps candidates in the order in which they were found, each key once. */
class CandidateList {
  readonly #byKey = new Map<string, WaybillCandidate>();

  add(key: string, how: CandidateOrigin): void {
    if (key !== '' && !this.#byKey.has(key)) this.#byKey.set(key, { key, how });
  }

  addPackage({ waybill, packageNumber, packageTotal }: PackageLabel): void {
    if (this.#byKey.has(waybill)) return;
    const total = packageTotal === null ? {} : { packageTotal };
    this.#byKey.set(waybill, { key: waybill, how: 'package-label', packageNumber, ...total });
  }

  all(): WaybillCandidate[] {
    return [...this.#byKey.values()];
  }
}
