import { setImmediate as nextTurn } from 'node:timers/promises';

/** Lines per transaction: a few milliseconds, so that a scan that comes in between is answered at once. */
const chunkSize = 25;

/**
 * Hands `items` to `store` in small chunks and lets other work in between them.
 * @param store writes one chunk in a transaction of its own; `isLast` for the last one, which also comes when there
 * are no items at all.
 */
export async function storeInChunks<T>(
  items: T[],
  store: (chunk: T[], isLast: boolean) => void,
): Promise<void> {
  for (let from = 0; from < Math.max(1, items.length); from += chunkSize) {
    // Before the first one, too: the items have only just been read from an answer, which takes as long as a chunk.
    await nextTurn();
    store(items.slice(from, from + chunkSize), from + chunkSize >= items.length);
  }
}
