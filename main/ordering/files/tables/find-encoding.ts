import { isUtf8 } from 'node:buffer';
import { encodingOfMark } from '../decode-text.ts';
import type { TableEncoding } from '../order-file.ts';

/** As much as is looked at. */
const sample = 512 * 1024;

/**
 * In which encoding a CSV file is most likely: that of its mark, else UTF-8 when all of it is, else what old Russian and
 * Chinese spreadsheets write.
 */
export function findEncoding(bytes: Uint8Array): TableEncoding {
  const marked = encodingOfMark(bytes);
  if (marked !== null) return marked;
  const head = bytes.subarray(0, sample);
  const wide = wideEncoding(head);
  if (wide !== null) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  return isGb18030(head) && looksChinese(head) ? 'gb18030' : 'windows-1251';
}

/** UTF-16 without a mark: every other byte of plain characters is zero. */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd < head.length / 10) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    // A character may be cut at the end of a sample.
    new TextDecoder('gb18030', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Of windows-1251, Russian texts use 0xA8 to 0xBF hardly, beside these: Ё « ё № ». */
const russianSigns = new Set([0xa8, 0xab, 0xb8, 0xb9, 0xbb]);

/** GB18030 spreads its second bytes evenly; Russian letters are 0xC0 and above. */
function looksChinese(head: Uint8Array): boolean {
  let high = 0;
  let low = 0;
  for (const byte of head) {
    if (byte < 0x80) continue;
    high += 1;
    if (byte < 0xc0 && byte !== 0xa0 && !russianSigns.has(byte)) low += 1;
  }
  return low > high / 10;
}
