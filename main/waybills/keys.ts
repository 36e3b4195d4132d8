import { packageLabel } from './carriers.ts';
import { pieces, waybillsIn } from './pieces.ts';
import { latinReadings, plainText, toKey, withoutSeparators } from './plain-text.ts';

/**
 * The keys under which an order line's waybill field is indexed: the field as a whole, and everything in it that can be
 * a waybill. Sellers put blanks inside a number, carrier names before it, several numbers into one field; where a blank
 * can be inside one number or between two, both readings are keys. Empty for an empty field.
 */
export function waybillKeys(field: string): string[] {
  const plain = plainText(field);
  const latin = latinReadings(plain);
  const readings = latin ? [plain, latin.keyboard, latin.lookAlike] : [plain];
  const keys = new Set([toKey(plain), ...readings.flatMap(pieces)].flatMap(formsOf));
  keys.delete('');
  return [...keys];
}

/** The last six letters or digits of a key, for the search by hand. */
export function waybillEnding(key: string): string {
  return withoutSeparators(key).slice(-6);
}

/** The separate waybills of a field, for people: upper case, without blanks and carrier names. */
export function displayWaybills(field: string): string[] {
  return waybillsIn(plainText(field));
}

/** A package label is indexed by its waybill too, never joined: without its hyphens it would be another number. */
function formsOf(key: string): string[] {
  const label = packageLabel(key);
  return [key, label ? label.waybill : withoutSeparators(key)];
}
