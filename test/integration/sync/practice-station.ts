import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLineCache, startCacheWriting, type CacheChange, type LineCache } from '../../../main/orders/index.ts';
import { createBulkReader, createOtapiClient, type OrderLine, type OtapiClient } from '../../../main/otapi/index.ts';
import { startPracticePlatform, type PracticePlatform } from '../../../main/practice/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { createOutboxStore, createSync, scheduleByTimer, type OutboxStore, type Sync } from '../../../main/sync/index.ts';
import type { Operation } from '../../../preload/contract/index.ts';

/** How much faster than the wall clock a station of these tests lives, so that waiting times are short. */
const haste = 50;

/** A station on real files that talks to a practice platform over a real socket. */
export interface PracticeStation {
  platform: PracticePlatform;
  database: Database;
  lineCache: LineCache;
  client: OtapiClient;
  outbox: OutboxStore;
  sync: Sync;
  openWaybills: string[];
  /** Cached lines that changed, and new keys, as they were told. */
  told: CacheChange[];
  /** Writes a receipt of pieces of a line with its operation, as receiving does; answers with the operation's id. */
  book(receiptId: string, line: { id: string; orderId: string; waybill: string }, pieces: number): string;
  undo(receiptId: string): void;
  operation(id: string): Operation;
  /** The operation that takes `receiptId` back. */
  undoing(receiptId: string): Operation;
  /** Resolves as soon as `condition` holds; it is asked after everything that the station tells. */
  until(condition: () => boolean): Promise<void>;
  /** Every operation is done, failed, set aside or withdrawn. */
  outboxDrained(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a station; it does nothing before `sync.start`. */
export async function openPracticeStation(world: { lines: number; seed: number }): Promise<PracticeStation> {
  const platform = await startPracticePlatform(world);
  const folder = mkdtempSync(join(tmpdir(), 'sync-test-'));
  const database = openDatabase({ journal: join(folder, 'journal.db'), cache: join(folder, 'cache.db') });
  const startedAt = Date.now();
  const now = () => startedAt + (Date.now() - startedAt) * haste;
  const outbox = createOutboxStore(database, { now });
  const lineCache = createLineCache(database, { now });
  const waiting = new Set<() => void>();
  const tellAll = () => {
    for (const look of waiting) look();
  };
  const told: CacheChange[] = [];
  const openWaybills: string[] = [];
  let receipts = 0;

  const { address, instanceKey, secret, operatorLogin, operatorPassword } = platform;
  const onUnexpected = (error: unknown): void => {
    throw error;
  };
  const bulkReader = createBulkReader();
  const writing = startCacheWriting(database);
  const client = createOtapiClient({
    credentials: { address, instanceKey, secret, operatorLogin, operatorPassword },
    language: () => 'en',
    repeatDelaysMs: [1, 1],
    timeoutMs: 5_000,
    onContact: (outcome) => sync.contact(outcome),
    bulkReader,
    onReaderFailed: onUnexpected,
  });
  const sync = createSync({
    database,
    outbox,
    lineCache,
    writing,
    client,
    now,
    refreshMinutes: () => 10,
    openWaybills: () => openWaybills,
    onOperation: tellAll,
    onLines(change) {
      told.push(change);
      tellAll();
    },
    onStatus: tellAll,
    onUnexpected,
    schedule: (delayMs, work) => scheduleByTimer(delayMs / haste, work),
  });

  function operations(): Operation[] {
    return outbox.list({ show: 'all', offset: 0, limit: 500 }).operations;
  }

  function only(matches: (operation: Operation) => boolean): Operation {
    const found = operations().filter(matches);
    const [operation] = found;
    if (!operation || found.length > 1) throw new Error(`${found.length} operations instead of one`);
    return operation;
  }

  function writeReceipt(id: string, reverses: string | null): void {
    receipts += 1;
    database
      .prepare(`INSERT INTO receipts (id, number, at, waybill, receiver, station, reverses) VALUES (?, ?, ?, '', '', '', ?)`)
      .run(id, receipts, now(), reverses);
  }

  function until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        try {
          if (!condition()) return;
          waiting.delete(look);
          resolve();
        } catch (error) {
          waiting.delete(look);
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      waiting.add(look);
      look();
    });
  }

  return {
    platform,
    database,
    lineCache,
    client,
    outbox,
    sync,
    openWaybills,
    told,
    book(receiptId, line, pieces) {
      database.transaction(() => {
        writeReceipt(receiptId, null);
        outbox.enqueue(receiptId, [{ orderId: line.orderId, lineId: line.id, waybill: line.waybill, title: '', pieces }]);
      });
      return only((operation) => operation.receiptId === receiptId).id;
    },
    undo(receiptId) {
      database.transaction(() => {
        writeReceipt(`undo ${receiptId}`, receiptId);
        outbox.takeBack(receiptId, `undo ${receiptId}`);
      });
    },
    operation: (id) => only((operation) => operation.id === id),
    undoing: (receiptId) => only((operation) => operation.receiptId === `undo ${receiptId}`),
    until,
    outboxDrained: () =>
      until(() => {
        const { waiting: notSent, sending } = outbox.summary();
        return notSent === 0 && sending === 0;
      }),
    async close() {
      await sync.stop();
      client.close();
      await Promise.all([bulkReader.stop(), writing.stop()]);
      database.close();
      await platform.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The platform's changes of one order, as `split 501 2` and `status 501 6`, oldest first. */
export function changesOf({ world }: PracticePlatform, orderId: string): string[] {
  return world.changes.flatMap((change) => {
    const line = world.line(change.slot);
    if (line.orderId !== orderId) return [];
    if (change.kind === 'line-split') return [`split ${line.id} ${change.quantity} -> ${world.line(change.newSlot).id}`];
    return change.next.statusId === undefined ? [] : [`status ${line.id} ${change.next.statusId}`];
  });
}

/** Ordered lines of different orders with at least so many pieces, as the platform has them. */
export async function orderedLines(client: OtapiClient, pieces: number, count: number): Promise<OrderLine[]> {
  const orders = new Map<string, OrderLine>();
  for (let position = 0; orders.size < count; position += 100) {
    const page = await client.lines.search({ statusIds: [4] }, { position, size: 100 });
    if (page.items.length === 0) throw new Error(`Only ${orders.size} orders have such a line`);
    for (const line of page.items) {
      if (line.quantity >= pieces && line.waybill !== '' && !orders.has(line.orderId)) orders.set(line.orderId, line);
    }
  }
  return [...orders.values()].slice(0, count);
}
