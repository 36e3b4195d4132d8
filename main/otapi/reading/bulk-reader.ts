import { createThread, programFile } from '../../threads/index.ts';
import type { BulkAnswer } from './answer-reader.ts';
import { isBulk } from './bulk-answers.ts';
import type { Reading } from './read-answer.ts';

/** Reads large answers in a thread, so that no scan waits for it. */
export interface BulkReader {
  /**
   * Whether this answer is one for the thread: of a kind that it knows, large enough to be worth the way there, and not
   * one of the first few. To be asked once for each answer.
   */
  takes(method: string, bytes: Uint8Array): boolean;
  /**
   * What `readAnswer` makes of it. Rejects when the thread fails.
   * @param bytes can be read here afterwards, too: then they are read by the main process.
   */
  read(method: string, bytes: Uint8Array): Promise<Reading<unknown>>;
  stop(): Promise<void>;
}

/** Some 12 order lines: less than two milliseconds. */
const leastBytes = 32 * 1024;
/** To start the thread takes as long as to read so many. */
const readWithoutThread = 5;

/** Only for files that are on disk beside this one: the thread is started by the first large answer. */
export function createBulkReader(): BulkReader {
  const thread = createThread<BulkAnswer, Reading<unknown>>(programFile('answer-reader', import.meta.url));
  let large = 0;
  return {
    takes(method, bytes) {
      if (!isBulk(method) || bytes.byteLength < leastBytes) return false;
      large += 1;
      return large > readWithoutThread;
    },
    read: (method, bytes) => (isBulk(method) ? thread.ask({ method, bytes }) : Promise.reject(new TypeError(`${method} is not read in a thread`))),
    stop: () => thread.stop(),
  };
}
