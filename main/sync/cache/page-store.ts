import type { CacheWriting, LineCache, ReadPage } from '../../orders/index.ts';
import type { Database } from '../../storage/index.ts';
import type { CacheIntake } from './intake.ts';
import { storeInChunks } from './store-in-chunks.ts';

/** Takes pages of a walk into the cache: in the thread that writes, or here when there is none or it has failed. */
export type StorePage = (page: ReadPage) => Promise<void>;

export interface PageStoreParts {
  database: Database;
  lineCache: LineCache;
  intake: CacheIntake;
  /** Left out for a cache in memory. */
  writing?: CacheWriting;
  /** Hears of a thread that failed. */
  onUnexpected?: (error: unknown) => void;
}

/** To start the thread takes as long as to write so many. */
const writtenWithoutThread = 5;

export function createPageStore({ database, lineCache, intake, writing, onUnexpected }: PageStoreParts): StorePage {
  let pages = 0;

  async function storeBeside(page: ReadPage): Promise<boolean> {
    pages += 1;
    if (!writing || pages <= writtenWithoutThread) return false;
    try {
      const change = await writing.store(page);
      intake.written(page, change);
      return true;
    } catch (error) {
      // What keeps it from writing shows when the same is done here, or does not matter then.
      onUnexpected?.(error);
      return false;
    }
  }

  async function storeHere({ lines, orders, readAt, progress }: ReadPage): Promise<void> {
    const keep = (): void => lineCache.progress.write(progress.name, progress.value);
    await storeInChunks(lines, (chunk, isLast) =>
      database.transaction(() => {
        intake.lines(chunk, readAt);
        if (isLast && orders.length === 0) keep();
      }),
    );
    if (orders.length === 0) return;
    await storeInChunks(orders, (chunk, isLast) =>
      database.transaction(() => {
        intake.orders(chunk, readAt);
        if (isLast) keep();
      }),
    );
  }

  return async (page) => {
    if (!(await storeBeside(page))) await storeHere(page);
  };
}
