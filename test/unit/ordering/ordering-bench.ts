import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createOrdering, type Ordering } from '../../../main/ordering/index.ts';
import { createLineCache, createOrderCache } from '../../../main/orders/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { emptyDraftLine, type DraftLine, type OrderDraft } from '../../../preload/contract/index.ts';
import { createManualTime, type ManualTime } from '../sync/manual-time.ts';
import { createOrdersPlatform, type OrdersPlatform } from './orders-platform.ts';

/** All of ordering, with everything around it in memory; time goes when the test says so. */
export interface OrderingBench {
  platform: OrdersPlatform;
  database: Database;
  time: ManualTime;
  ordering: Ordering;
  calls: Ordering['calls'];
  passwords: Map<string, string>;
  inOutbox: Set<string>;
  saved: Map<string, Uint8Array>;
  unexpected: unknown[];
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>;
  pass(ms: number): Promise<void>;
  /** As after a crash: nothing is told to what is under way. */
  restart(): Promise<void>;
}

export const waitForAnswerMs = 45_000;

export async function createOrderingBench(): Promise<OrderingBench> {
  const folder = mkdtempSync(join(tmpdir(), 'ordering-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const platform = createOrdersPlatform();
  const time = createManualTime();
  const database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  const lineCache = createLineCache(database, { now: time.now });

  const start = (): Ordering =>
    createOrdering({
      database,
      folder,
      client: platform.client,
      lineCache,
      orderCache: createOrderCache(database, { now: time.now }),
      sync: {
        async readOrder(orderId) {
          const details = await platform.client.orders.details(orderId);
          lineCache.storeDetails(details, time.now());
          return details;
        },
        readOrders: async () => ({ read: 0, total: 0 }),
      },
      inOutbox: () => bench.inOutbox,
      passwords: {
        read: async (login) => bench.passwords.get(login) ?? null,
        write: async (login, password) => void bench.passwords.set(login, password),
        remove: async (login) => void bench.passwords.delete(login),
      },
      async saveFile(name, bytes) {
        bench.saved.set(name, bytes);
        return name;
      },
      csvSeparator: () => ',',
      language: () => 'en',
      person: () => ({ name: 'Li Wei', station: 'Bench' }),
      now: time.now,
      schedule: time.schedule,
      onChange: () => {},
      onRun: () => {},
      onUnexpected: (error) => void bench.unexpected.push(error),
    });

  const settle = async (): Promise<void> => {
    let before = -1;
    while (before !== platform.calls.length) {
      before = platform.calls.length;
      for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
  };

  const bench: OrderingBench = {
    platform,
    database,
    time,
    ordering: undefined as unknown as Ordering,
    get calls() {
      return bench.ordering.calls;
    },
    passwords: new Map(),
    inOutbox: new Set(),
    saved: new Map(),
    unexpected: [],
    settle,
    async pass(ms) {
      time.advance(ms);
      await settle();
    },
    async restart() {
      await bench.ordering.close();
      bench.ordering = start();
      bench.ordering.start();
    },
  };
  bench.ordering = start();
  bench.ordering.start();
  await bench.calls.ordering.chooseCustomer({ login: 'bat', way: 'operator', password: '' });
  await bench.settle();
  platform.calls.length = 0;
  return bench;
}

export function draftLine(item: string, change: Partial<DraftLine> = {}): DraftLine {
  return { ...emptyDraftLine(), item, quantity: '2', ...change };
}

export function draft(reference: string, lines: DraftLine[] = [draftLine('591608177630', { configurationId: '4001' })]): OrderDraft {
  return { reference, comment: 'handle with care', deliveryModeId: '12', profileId: '', lines };
}
