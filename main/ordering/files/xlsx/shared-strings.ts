import type { Breath } from '../breathe.ts';
import { readPart } from './read-part.ts';
import type { ZipParts } from './zip-parts.ts';

/** The texts that cells refer to by number. */
export async function readSharedStrings(parts: ZipParts, part: string, breath: Breath): Promise<string[]> {
  const strings: string[] = [];
  const text = new RichText();
  await readPart(
    parts,
    part,
    {
      open(name) {
        if (name === 'si') text.clear();
        text.open(name);
      },
      text: (piece) => text.add(piece),
      close(name) {
        text.close(name);
        if (name === 'si') strings.push(text.whole);
      },
    },
    breath,
  );
  return strings;
}

/** A text in pieces of different looks, without the reading aids that Japanese has above it (ECMA-376 part 1, 18.4). */
export class RichText {
  whole = '';
  #isText = false;
  #isAid = false;

  clear(): void {
    this.whole = '';
  }

  open(name: string): void {
    if (name === 'rPh') this.#isAid = true;
    if (name === 't') this.#isText = true;
  }

  add(piece: string): void {
    if (this.#isText && !this.#isAid) this.whole += unescaped(piece);
  }

  close(name: string): void {
    if (name === 'rPh') this.#isAid = false;
    if (name === 't') this.#isText = false;
  }
}

/** Spreadsheets write characters that XML does not have as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
