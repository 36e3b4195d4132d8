import { TextDecoder } from 'node:util';
import type { Breath } from './breathe.ts';
import { OrderFileFault } from './order-file.ts';

/** Bytes that are decoded at a time; even, since UTF-16 has two to a unit. */
const slice = 64 * 1024;

/** The encoding that a byte order mark tells, or null when there is none. */
export function encodingOfMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/**
 * Decodes strictly, and without the byte order mark. Throws an `OrderFileFault` with code `encoding`, and line and offset
 * of the first bytes that are not in this encoding.
 */
export async function decodeText(bytes: Uint8Array, encoding: string, breath: Breath): Promise<string> {
  const decoder = decoderOf(encoding);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length || at === 0; at += slice) {
    const isLast = at + slice >= bytes.length;
    try {
      parts.push(decoder.decode(bytes.subarray(at, at + slice), { stream: !isLast }));
    } catch {
      throw placeOfFault(bytes, encoding, Math.min(at + slice, bytes.length));
    }
    await breath.take();
  }
  return parts.join('');
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new OrderFileFault('encoding', { encoding: encoding.slice(0, 40) });
  }
}

/** Searches for the longest beginning that can be decoded; it ends before `end`. */
function placeOfFault(bytes: Uint8Array, encoding: string, end: number): OrderFileFault {
  const beginning = (length: number): string | null => {
    try {
      return decoderOf(encoding).decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return null;
    }
  };
  let good = Math.max(0, end - slice - 4);
  let bad = end;
  if (beginning(bad) !== null) good = bad;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (beginning(middle) === null) bad = middle;
    else good = middle;
  }
  const before = beginning(good) ?? '';
  const offset = startOfCharacter(bytes, encoding, good);
  return new OrderFileFault('encoding', { encoding, offset, line: before.split('\n').length });
}

/** The end may be in the middle of a character, which has up to four bytes. */
function startOfCharacter(bytes: Uint8Array, encoding: string, end: number): number {
  for (let start = end; start > end - 4; start -= 1) {
    try {
      decoderOf(encoding).decode(bytes.subarray(0, start));
      return start;
    } catch {
      // One byte less.
    }
  }
  return end;
}
