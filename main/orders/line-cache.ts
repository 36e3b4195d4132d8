import type { OrderDetails, OrderInfo, OrderLine } from '../otapi/index.ts';
import type { Database } from '../storage/index.ts';
import { createCacheProgress, type CacheProgress } from './cache-progress.ts';
import { createAwaitedLines } from './awaited-lines.ts';
import { lineOf, type CachedLine, type LineRow } from './cached-line.ts';
import { lineColumns, withOrder } from './line-rows.ts';
import { createLineWordBacklog, type LineWordBacklog } from './line-words.ts';
import { createLineWriter } from './line-writer.ts';
import { createOrderChoices, type OrderChoiceQuery, type OrderChoices } from './order-choices.ts';
import { createOrderWriter } from './order-writer.ts';
import { createLineSearch, type FoundLines } from './search-lines.ts';
import { createWaybillReading } from './waybill-lines.ts';

/** What a reading has changed. */
export interface CacheChange {
  /** Lines that are new, different, or gone. */
  changedLineIds: string[];
  /** Waybill keys that no line had before: unknown parcels may be waiting for them. */
  newKeys: string[];
}

/** The station's copy of OT Platform's order lines. Times are milliseconds since 1970, UTC. */
export interface LineCache {
  /**
   * Takes lines in as they were read at `readAt`, the moment when the reading began. One transaction. A line of which
   * the cache has a later reading is left alone.
   */
  store(lines: OrderLine[], readAt: number): CacheChange;
  /** Takes orders' own fields in. One transaction. */
  storeOrders(orders: readonly OrderInfo[], readAt: number): void;
  /** Takes a whole order in; lines that it does not have any more are removed. */
  storeDetails(details: OrderDetails, readAt: number): CacheChange;
  /** The lines of the first key that any line has, and that key; null when no line has any of them. */
  findByWaybillKeys(keys: readonly string[]): { key: string; lines: CachedLine[] } | null;
  /** The lines among these that the cache has, by order and number. */
  find(lineIds: readonly string[]): CachedLine[];
  remove(lineId: string): void;
  /** Forgets an order that OT Platform does not have any more; its lines are removed by `remove`. */
  removeOrder(orderId: string): void;
  /** Lines in one of these statuses that were last read before `time`, the longest unread first. */
  lineIdsReadBefore(time: number, statusIds: readonly number[], limit?: number): string[];
  /** Number of lines. Kept by the database itself, so it costs one read at any size. */
  count(): number;
  /** Lines on their way with a waybill, those read last first. */
  awaitedWithWaybill(limit: number): CachedLine[];
  /** What a person's text can mean in the cache; see `readSearchText`. */
  search(text: string, limit: number): FoundLines;
  /** Lines of an older cache whose words are not found yet. */
  wordBacklog: LineWordBacklog;
  /** Orders with lines of some statuses, newest first. */
  orderChoices(query: OrderChoiceQuery): OrderChoices;
  /** Small texts that live and die with the cache, such as how far a fill has come. */
  progress: CacheProgress;
}

export function createLineCache(database: Database, { now }: { now: () => number }): LineCache {
  const byLineId = database.prepare<LineRow>(
    `SELECT ${lineColumns} FROM cache.order_lines line ${withOrder}
     WHERE line.line_id IN (SELECT value FROM json_each(?)) ORDER BY line.order_id, line.line_number`,
  );
  const readBefore = database.prepare<{ line_id: string }>(`
    SELECT line_id FROM cache.order_lines
    WHERE status_id IN (SELECT value FROM json_each(?)) AND read_at < ? ORDER BY read_at LIMIT ?`);
  const lineTotal = database.prepare<{ lines: number }>('SELECT lines FROM cache.totals');
  const writer = createLineWriter(database, now);
  const orders = createOrderWriter(database, now);

  const lineSearch = createLineSearch(database);
  const search: LineCache['search'] = (text, limit) => lineSearch.byNumbersAndWords(text, limit);
  const wordBacklog = createLineWordBacklog(database);

  return {
    store(lines, readAt) {
      return database.transaction(() => {
        const { changedLineIds, newKeys } = writer.write(lines, readAt);
        return { changedLineIds, newKeys };
      });
    },
    storeOrders(read, readAt) {
      database.transaction(() => orders.write(read, readAt));
    },
    storeDetails({ order, lines }, readAt) {
      return database.transaction(() => {
        orders.write([order], readAt);
        orders.writeDetails(order.id, lines, readAt);
        const { changedLineIds, newKeys } = writer.write(lines, readAt);
        const gone = writer.removeOthers(order.id, lines, readAt);
        return { changedLineIds: [...changedLineIds, ...gone], newKeys };
      });
    },
    findByWaybillKeys: createWaybillReading(database),
    find: (lineIds) => byLineId.all(JSON.stringify(lineIds)).map(lineOf),
    remove(lineId) {
      database.transaction(() => writer.remove(lineId));
    },
    removeOrder(orderId) {
      database.transaction(() => orders.remove(orderId));
    },
    lineIdsReadBefore: (time, statusIds, limit = -1) =>
      readBefore.all(JSON.stringify(statusIds), time, limit).map((row) => row.line_id),
    count: () => lineTotal.get()?.lines ?? 0,
    awaitedWithWaybill: createAwaitedLines(database),
    search,
    wordBacklog,
    orderChoices: createOrderChoices(database, search),
    progress: createCacheProgress(database),
  };
}
