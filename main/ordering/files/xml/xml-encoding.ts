import { encodingOfMark } from '../decode-text.ts';

const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i;

/** The encoding of an XML document: its byte order mark's, else the declared one, else UTF-8 (XML 1.0, appendix F). */
export function xmlEncoding(bytes: Uint8Array): string {
  const marked = encodingOfMark(bytes);
  if (marked !== null) return marked;
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return declared.exec(head.trimStart())?.[1]?.toLowerCase() ?? 'utf-8';
}
