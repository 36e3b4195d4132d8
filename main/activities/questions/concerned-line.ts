import type { ActivityLine } from '../../../preload/contract/index.ts';
import type { NamedParameter } from '../../otapi/index.ts';

/**
 * The line that a step is about, or null when that cannot be told. A step names none in a field of its own (reference
 * 4.3), so its words are read: a line's id in the message or in the parameters of its actions, or the number of the order
 * with that of the line, as OT Platform shows lines to people (reference 6.1). More than one line is none.
 */
export function concernedLine(
  { text, parameters }: { text: string; parameters: readonly NamedParameter[] },
  lines: readonly ActivityLine[],
): ActivityLine | null {
  const values = new Set(parameters.map(({ value }) => value.trim()));
  const numbers = new Set(text.match(/\d+/g) ?? []);
  const ways: ((line: ActivityLine) => boolean)[] = [
    ({ lineId }) => values.has(lineId),
    ({ lineId }) => numbers.has(lineId),
    ({ orderNumber, lineNumber }) => namesLine(text, orderNumber, lineNumber),
  ];
  for (const isMeant of ways) {
    const meant = lines.filter(isMeant);
    if (meant.length === 1) return meant[0] ?? null;
    if (meant.length > 1) return null;
  }
  return null;
}

/** `12345 - 2`, with blanks or without. */
function namesLine(text: string, orderNumber: string, lineNumber: number): boolean {
  const escaped = orderNumber.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`);
  return orderNumber !== '' && new RegExp(String.raw`(?<!\d)${escaped} ?[-–—] ?${lineNumber}(?!\d)`, 'u').test(text);
}
