import type { OrderCache } from '../../orders/index.ts';
import type { OrderSearch, OtapiClient } from '../../otapi/index.ts';
import type { CacheIntake } from './intake.ts';
import { readNextPage, startOfList, type ListPosition } from './pages.ts';
import { storeInChunks } from './store-in-chunks.ts';

/** How far a reading of orders has come: orders read, and how many match at OT Platform. */
export interface OrdersRead {
  read: number;
  total: number;
}

export interface ReadOrdersOptions {
  signal?: AbortSignal;
  /** After each page. */
  onPage?: (so: OrdersRead) => void;
  /** No more orders than about these are read; 2,000. */
  limit?: number;
}

/** Brings orders' own fields into the cache. Every method rejects with the first call that fails, and may be repeated. */
export interface OrderReader {
  /** Reads the orders of a search page by page, newest first unless the search says otherwise. */
  read(search: OrderSearch, options?: ReadOrdersOptions): Promise<OrdersRead>;
  /** Reads the orders that are new since the last time, and some of the open ones that were not read for long. */
  refresh(signal: AbortSignal): Promise<void>;
}

export interface OrderReaderParts {
  client: Pick<OtapiClient, 'orders'>;
  orderCache: Pick<OrderCache, 'newestCreatedAt' | 'openIdsUnreadFor' | 'wholeUpTo' | 'markWholeUpTo'>;
  intake: CacheIntake;
  now: () => number;
}

const usualLimit = 2_000;
const hourMs = 3_600_000;
/** An order can come into the list later than its time says: times have no zone (otapi.md 1.6). */
const overlapMs = 24 * hourMs;
/** Open orders are read again after this long, so many with each refresh. */
const openOrders = { afterMs: 6 * hourMs, atOnce: 50, mostAtATime: 500 };

export function createOrderReader({ client, orderCache, intake, now }: OrderReaderParts): OrderReader {
  async function walk(
    search: OrderSearch,
    { signal, onPage, limit = usualLimit }: ReadOrdersOptions = {},
  ): Promise<OrdersRead & { isWhole: boolean }> {
    const newestFirst: OrderSearch = { orderBy: [{ field: 'CreationDate', direction: 'DESC' }], ...search };
    const options = signal ? { signal } : {};
    const ids = new Set<string>();
    let at: ListPosition = startOfList;
    let isWhole = false;
    while (!isWhole && ids.size < limit) {
      const readAt = now();
      const page = await readNextPage((frame) => client.orders.search(newestFirst, frame, options), (order) => order.id, at);
      await storeInChunks(page.items, (chunk) => intake.orders(chunk, readAt));
      for (const order of page.items) ids.add(order.id);
      at = page.next;
      isWhole = page.ended;
      onPage?.({ read: ids.size, total: at.total ?? ids.size });
    }
    return { read: ids.size, total: at.total ?? ids.size, isWhole };
  }

  async function read(search: OrderSearch, options?: ReadOrdersOptions): Promise<OrdersRead> {
    const { read: count, total } = await walk(search, options);
    return { read: count, total };
  }

  /**
   * They come newest first, so one that breaks off leaves a gap below what it has read: only a whole one moves the mark from
   * which the next begins. Without any order yet the fill brings the older ones.
   */
  async function readNew(signal: AbortSignal): Promise<void> {
    const wholeUpTo = orderCache.wholeUpTo() ?? orderCache.newestCreatedAt();
    if (wholeUpTo !== null) orderCache.markWholeUpTo(wholeUpTo);
    const createdFrom = dayBefore(wholeUpTo);
    const { isWhole } = await (createdFrom === null ? walk({}, { signal }) : walk({ createdFrom }, { signal, limit: Infinity }));
    const newest = orderCache.newestCreatedAt();
    if (isWhole && newest !== null) orderCache.markWholeUpTo(newest);
  }

  async function readOpen(signal: AbortSignal): Promise<void> {
    const ids = orderCache.openIdsUnreadFor(openOrders.afterMs, openOrders.mostAtATime);
    for (let from = 0; from < ids.length; from += openOrders.atOnce) {
      await read({ orderIds: ids.slice(from, from + openOrders.atOnce) }, { signal });
    }
  }

  return {
    read,
    async refresh(signal) {
      await readNew(signal);
      await readOpen(signal);
    },
  };
}

/** A day before a time of OT Platform, as its searches are limited (otapi.md 1.6); null when it is none. */
function dayBefore(createdAt: string | null): string | null {
  const time = Date.parse(`${createdAt?.slice(0, 19)}Z`);
  return Number.isNaN(time) ? null : new Date(time - overlapMs).toISOString().slice(0, 19);
}
