import { format } from 'numfmt';
import { unescaped } from './shared-strings.ts';
import type { NumberStyle } from './styles.ts';

/** A cell as it stands in the file. */
export interface RawCell {
  /** ECMA-376 part 1, 18.18.11; `n` when the file does not say. */
  type: string;
  value: string;
  style: NumberStyle;
}

export interface CellText {
  text: string;
  /** The spreadsheet had no room for all digits, so the last ones are lost. */
  isRounded: boolean;
}

/** Digits that spreadsheets keep. */
const keptDigits = 15;
/** Days between the two beginnings of time. */
const daysTo1904 = 1462;

/** A cell as shown; numbers with all their digits, and without a grouping of thousands. */
export function textOfCell({ type, value, style }: RawCell, strings: readonly string[], isFrom1904: boolean): CellText {
  if (type === 's') return { text: strings[Number(value)] ?? '', isRounded: false };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', isRounded: false };
  const number = Number(value);
  if (type !== 'n' || value.trim() === '' || !Number.isFinite(number)) return { text: unescaped(value), isRounded: false };
  if (style.kind === 'date') return { text: dateText(style.pattern, isFrom1904 ? number + daysTo1904 : number), isRounded: false };
  const text = plainNumber(value.trim(), number);
  if (style.kind === 'padded' && /^\d+$/.test(text)) return { text: text.padStart(style.digits, '0'), isRounded: isRounded(text) };
  return { text, isRounded: isRounded(text) };
}

function dateText(pattern: string, serial: number): string {
  return format(pattern, serial, { throws: false });
}

/** Without exponent. Digits that stand in the file are kept, though a double has no room for them. */
function plainNumber(value: string, number: number): string {
  if (/^-?\d{1,40}$/.test(value)) return value;
  const shortest = String(number);
  if (!shortest.includes('e')) return shortest;
  return Number.isInteger(number) ? BigInt(number).toString() : number.toFixed(20).replace(/\.?0+$/, '');
}

/** Long, and beyond what doubles hold, or ended by zeros where the lost digits were. */
function isRounded(text: string): boolean {
  const digits = text.replace('-', '');
  if (!/^\d+$/.test(digits) || digits.length <= keptDigits) return false;
  return !Number.isSafeInteger(Number(digits)) || digits.endsWith('0');
}
