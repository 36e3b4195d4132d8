import { getFormatFromId, isDateFormat, isTextFormat } from 'numfmt';
import type { Breath } from '../breathe.ts';
import { readPart } from './read-part.ts';
import type { ZipParts } from './zip-parts.ts';

/** How numbers of a style are shown, as far as it matters for reading them: others are shown plainly. */
export type NumberStyle = { kind: 'plain' } | { kind: 'date'; pattern: string } | { kind: 'padded'; digits: number };

/** Two built-in formats that are the reader's country's; we take what all countries read alike. */
const ofTheCountry: Readonly<Record<number, string>> = { 14: 'yyyy-mm-dd', 22: 'yyyy-mm-dd hh:mm' };
const plain: NumberStyle = { kind: 'plain' };

/** The styles of a workbook in the order in which cells refer to them. */
export async function readStyles(parts: ZipParts, part: string, breath: Breath): Promise<NumberStyle[]> {
  const patterns = new Map<number, string>();
  const formatIds: number[] = [];
  let isCellStyle = false;
  await readPart(
    parts,
    part,
    {
      open(name, attributes) {
        if (name === 'numFmt') patterns.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        if (name === 'cellXfs') isCellStyle = true;
        if (name === 'xf' && isCellStyle) formatIds.push(Number(attributes['numFmtId'] ?? 0));
      },
      close(name) {
        if (name === 'cellXfs') isCellStyle = false;
      },
    },
    breath,
  );
  return formatIds.map((id) => styleOf(patterns.get(id) ?? ofTheCountry[id] ?? builtIn(id)));
}

function builtIn(id: number): string {
  return Number.isInteger(id) && id >= 0 ? getFormatFromId(id) : 'General';
}

function styleOf(pattern: string): NumberStyle {
  const zeros = /^(0{2,})(?:;.*)?$/.exec(pattern)?.[1];
  if (zeros !== undefined) return { kind: 'padded', digits: zeros.length };
  return !isTextFormat(pattern) && isDateFormat(pattern) ? { kind: 'date', pattern } : plain;
}
