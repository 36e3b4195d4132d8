import type { Readable } from 'node:stream';
import { UnreadableAnswer } from '../xml/unreadable-answer.ts';

/** Far above the largest answer of a page of 100 lines (about 0.5 MB), far below what would stop the main process. */
const maximumAnswerBytes = 16 * 1024 * 1024;

/** Reads a body to its end, unpacked. Throws `UnreadableAnswer` as soon as it is over `maximumAnswerBytes`. */
export async function readBody(body: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maximumAnswerBytes) {
      throw new UnreadableAnswer('too-large', `the answer is larger than ${maximumAnswerBytes / 1024 / 1024} MB`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
