import { UnreadableAnswer } from './unreadable-answer.ts';

const declarationEncoding = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/i;
const acceptedEncodings = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);

/**
 * The text of an answer, UTF-8 only (section 1.5). Throws `UnreadableAnswer` when it is empty, in another encoding, or
 * plainly something else than XML.
 */
export function answerText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new UnreadableAnswer('empty', 'the answer is empty');
  refuseWideEncodings(bytes);
  const text = decodeUtf8(bytes).trimStart();
  if (text === '') throw new UnreadableAnswer('empty', 'the answer is blank');
  refuseOtherFormats(text);
  refuseDeclaredEncoding(text);
  return text;
}

function refuseWideEncodings(bytes: Uint8Array): void {
  const [first, second] = bytes;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (hasMark || bytes.subarray(0, 4).includes(0)) {
    throw new UnreadableAnswer('encoding', 'the answer is in UTF-16 or UTF-32, not in UTF-8');
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableAnswer('encoding', 'the answer is not valid UTF-8');
  }
}

function refuseOtherFormats(text: string): void {
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html|<head|<body)/i.test(text)) {
    throw new UnreadableAnswer('html', 'the answer is a web page, not XML');
  }
  if (text.startsWith('{') || text.startsWith('[')) {
    throw new UnreadableAnswer('json', 'the answer is JSON: the address is that of the JSON service');
  }
  if (!text.startsWith('<')) throw new UnreadableAnswer('malformed', 'the answer is not XML');
}

function refuseDeclaredEncoding(text: string): void {
  const encoding = declarationEncoding.exec(text)?.[1]?.toLowerCase();
  if (encoding !== undefined && !acceptedEncodings.has(encoding)) {
    throw new UnreadableAnswer('encoding', `the answer says that it is in ${encoding.slice(0, 40)}, not in UTF-8`);
  }
}
