import { childOf, type XmlElement } from '../xml/xml-element.ts';
import { writeInside } from '../xml/write-xml.ts';
import type { Decoder, Misfit, Report } from './decoder.ts';

/** Text exactly as it came; an absent element is an empty text. Numbers that are names (waybills, ids) are text. */
export const text: Decoder<string> = (element) => element?.text ?? '';

/**
 * Text that may hold HTML, as it came. Mark-up that was not escaped stands in its element as elements; it becomes text
 * again, in its place.
 */
export const markup: Decoder<string> = (element) => {
  if (element === undefined) return '';
  return element.children.length === 0 ? element.text : writeInside(element);
};

/** An id as plain text or as `{Value}` (section 1.6). */
export const id: Decoder<string> = (element) => {
  if (element === undefined) return '';
  return (childOf(element, 'Value') ?? element).text.trim();
};

/** A whole number; null when absent, or when it is none. */
export const integer: Decoder<number | null> = (element, report) =>
  numberOf(element, /^[+-]?\d+(?:\.0+)?$/, 'integer', report);

/** A number with a dot (section 1.6); attributes of a money type do not matter here. Null when absent or none. */
export const decimal: Decoder<number | null> = (element, report) =>
  numberOf(element, /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/, 'decimal', report);

function numberOf(
  element: XmlElement | undefined,
  pattern: RegExp,
  expected: Misfit['expected'],
  report: Report,
): number | null {
  const written = element?.text.trim() ?? '';
  if (element === undefined || written === '') return null;
  const value = pattern.test(written) ? Number(written) : Number.NaN;
  if (Number.isFinite(value)) return value;
  report({ element: element.name, expected, text: written });
  return null;
}

/** The decoder's value, or `fallback` where it gives null. */
export function orElse<T>(decode: Decoder<T | null>, fallback: T): Decoder<T> {
  return (element, report) => decode(element, report) ?? fallback;
}

/** `true` / `false`, or 1 / 0 as the older flags have it (section 1.6); absent is false. */
export const flag: Decoder<boolean> = (element, report) => {
  const written = element?.text.trim().toLowerCase() ?? '';
  if (written === 'true' || written === '1') return true;
  if (element !== undefined && !['', 'false', '0'].includes(written)) {
    report({ element: element.name, expected: 'flag', text: written });
  }
  return false;
};

/** The currency of a money type, an attribute of the amount (section 1.6); empty when there is none. */
export const currencyOfMoney: Decoder<string> = (element) => element?.attributes['Code'] ?? '';
