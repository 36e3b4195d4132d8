import { awaitedStatusIds, type CachedLine, type LineCache } from '../../orders/index.ts';
import { isOtapiError, type OrderLine, type OrderLineSearch, type OtapiClient } from '../../otapi/index.ts';
import type { Database } from '../../storage/index.ts';
import type { CacheIntake } from './intake.ts';
import { readNextPage, startOfList, type ListPosition } from './pages.ts';
import { storeInChunks } from './store-in-chunks.ts';

/** Brings the cache up to date; every method rejects with the first call that fails, and may be repeated. */
export interface CacheReader {
  /**
   * Reads every awaited line anew. Cached lines that are awaited but did not come are read by their orders: they were
   * received elsewhere, cancelled, or taken out of the order. New and changed orders' own fields follow.
   *
   * Lines that came and were received elsewhere since the last time are in no awaited status and not in the cache; a
   * scan asks OT Platform for its waybill and finds them.
   */
  readAwaited(signal: AbortSignal): Promise<void>;
  /** Asks for the lines of these waybills. */
  readWaybills(waybills: string[], signal: AbortSignal): Promise<void>;
}

export interface CacheReaderParts {
  database: Database;
  client: OtapiClient;
  lineCache: LineCache;
  intake: CacheIntake;
  now: () => number;
}

const waybillsAtOnce = 50;
const ordersAtOnce = 50;
/** Lines that are looked up in the cache at once. */
const linesAtOnce = 500;

export function createCacheReader({ database, client, lineCache, intake, now }: CacheReaderParts): CacheReader {
  /** Reads a whole search into the cache. Answers with the orders whose own fields must be read, too. */
  async function readAll(search: OrderLineSearch, signal: AbortSignal): Promise<Set<string>> {
    const orderIds = new Set<string>();
    let at: ListPosition = startOfList;
    for (let ended = false; !ended; ) {
      const readAt = now();
      const page = await readNextPage((frame) => client.lines.search(search, frame, { signal }), idOfLine, at);
      await storeInChunks(page.items, (chunk) => {
        const { changedLineIds } = database.transaction(() => intake.lines(chunk, readAt));
        for (const orderId of ordersToRead(chunk.map(idOfLine), changedLineIds)) orderIds.add(orderId);
      });
      at = page.next;
      ended = page.ended;
    }
    return orderIds;
  }

  /** Orders that were never read, as after an outage in the middle, and orders in which something has changed. */
  function ordersToRead(lineIds: string[], changedLineIds: string[]): string[] {
    const changed = new Set(changedLineIds);
    return ordersOf(lineCache.find(lineIds).filter((line) => line.order === null || changed.has(line.id)));
  }

  /** Awaited lines that were last read before `time`, some at a time. */
  function unseenSince(time: number): CachedLine[] {
    return lineCache.find(lineCache.lineIdsReadBefore(time, awaitedStatusIds, linesAtOnce));
  }

  async function readUnseen(startedAt: number, signal: AbortSignal): Promise<void> {
    let before = new Set<string>();
    for (;;) {
      const unseen = unseenSince(startedAt);
      // Every line of the last round was read or removed; should none be, another round would change nothing either.
      if (unseen.every((line) => before.has(line.id))) return;
      before = new Set(unseen.map((line) => line.id));
      for (const orderIds of batchesOf(ordersOf(unseen), ordersAtOnce)) await readAll({ order: { orderIds } }, signal);
      const stillUnseen = lineCache.find([...before]).filter((line) => line.readAt < startedAt);
      for (const orderId of ordersOf(stillUnseen)) await readWholeOrder(orderId, signal);
    }
  }

  /** No search brings a line that is gone; only its order says so. */
  async function readWholeOrder(orderId: string, signal: AbortSignal): Promise<void> {
    const readAt = now();
    try {
      intake.details(await client.orders.details(orderId, { signal }), readAt);
    } catch (error) {
      if (!isOtapiError(error) || !error.hasCode('NotFound')) throw error;
      for (const line of unseenSince(readAt)) if (line.orderId === orderId) lineCache.remove(line.id);
      lineCache.removeOrder(orderId);
    }
  }

  async function readOrders(orderIds: Set<string>, signal: AbortSignal): Promise<void> {
    for (const batch of batchesOf([...orderIds], ordersAtOnce)) {
      const readAt = now();
      const { items } = await client.orders.search({ orderIds: batch }, { position: 0, size: 100 }, { signal });
      await storeInChunks(items, (chunk) => intake.orders(chunk, readAt));
    }
  }

  return {
    async readAwaited(signal) {
      const startedAt = now();
      const orderIds = await readAll({ statusIds: [...awaitedStatusIds] }, signal);
      await readUnseen(startedAt, signal);
      await readOrders(orderIds, signal);
    },

    async readWaybills(waybills, signal) {
      for (const batch of batchesOf(waybills, waybillsAtOnce)) {
        await readOrders(await readAll({ waybills: batch }, signal), signal);
      }
    },
  };
}

function idOfLine(line: OrderLine): string {
  return line.id;
}

function ordersOf(lines: { orderId: string }[]): string[] {
  return [...new Set(lines.map((line) => line.orderId))];
}

function* batchesOf<T>(items: T[], size: number): Generator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
