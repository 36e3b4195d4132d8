import type { Database, Turns } from '../../storage/index.ts';
import { createCacheProgress } from '../cache-progress.ts';
import type { CacheChange } from '../line-cache.ts';
import { createLineWriter } from '../line-writer.ts';
import { createOrderWriter } from '../order-writer.ts';
import type { ReadPage } from './cache-writing.ts';

/**
 * Writes a page in one transaction, or in several when somebody asks for a turn meanwhile: then it gives way after the
 * line it is at.
 */
export function createPageWriter(database: Database, turns: Pick<Turns, 'isAsked' | 'giveWay'>): (page: ReadPage) => CacheChange {
  let now = 0;
  const lineWriter = createLineWriter(database, () => now);
  const orderWriter = createOrderWriter(database, () => now);
  const progress = createCacheProgress(database);

  /** @returns what is left of the page. */
  function writeSome(page: ReadPage, change: CacheChange): Pick<ReadPage, 'lines' | 'orders'> | null {
    const mayGoOn = (): boolean => !turns.isAsked();
    return database.transaction(() => {
      const written = lineWriter.write(page.lines, page.readAt, mayGoOn);
      change.changedLineIds.push(...written.changedLineIds);
      change.newKeys.push(...written.newKeys);
      const lines = written.left;
      const orders = lines.length > 0 ? page.orders : orderWriter.write(page.orders, page.readAt, mayGoOn);
      if (lines.length > 0 || orders.length > 0) return { lines, orders };
      progress.write(page.progress.name, page.progress.value);
      return null;
    });
  }

  return (page) => {
    const change: CacheChange = { changedLineIds: [], newKeys: [] };
    ({ now } = page);
    for (let left: ReadPage | null = page; left !== null; ) {
      turns.giveWay();
      const still = writeSome(left, change);
      left = still && { ...page, ...still };
    }
    return change;
  };
}
