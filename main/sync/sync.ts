import type { CacheStatus, Operation } from '../../preload/contract/index.ts';
import { createOrderCache, createStatusNames, type CacheChange, type CacheWriting, type LineCache } from '../orders/index.ts';
import type { OrderDetails, OrderSearch, OtapiClient } from '../otapi/index.ts';
import type { Database } from '../storage/index.ts';
import { createCacheFill } from './cache/fill.ts';
import { createCacheIntake } from './cache/intake.ts';
import { createMakeWay } from './cache/make-way.ts';
import { createPageStore } from './cache/page-store.ts';
import { createOrderReader, type OrdersRead, type ReadOrdersOptions } from './cache/orders.ts';
import { createCacheReader } from './cache/reader.ts';
import { createCacheRefresh } from './cache/refresh.ts';
import { createStatusNameReader } from './cache/status-names.ts';
import { takeInWords } from './cache/take-in-words.ts';
import { createNetworkWatch, type ContactOutcome, type NetworkView } from './network/network-watch.ts';
import { createPerformer } from './outbox/perform.ts';
import { createOutboxQueue } from './outbox/queue.ts';
import { createOutboxSender } from './outbox/sender.ts';
import type { OutboxStore } from './outbox/store.ts';
import { scheduleByTimer, type Schedule } from './timing.ts';

/** Everything that goes on by itself between the station and OT Platform, for as long as one connection lasts. */
export interface Sync {
  start(): void;
  /** The client's `onContact`. */
  contact(outcome: ContactOutcome): void;
  network(): NetworkView;
  cache(): CacheStatus;
  /** Reads the awaited lines again now; false when it did not get through. */
  refreshCache(): Promise<boolean>;
  /** Reads a whole order into the cache, and answers with it. Rejects with `OtapiError`. */
  readOrder(orderId: string): Promise<OrderDetails>;
  /** Reads orders' own fields into the cache page by page, newest first, up to a limit. Rejects with `OtapiError`. */
  readOrders(search: OrderSearch, options?: ReadOrdersOptions): Promise<OrdersRead>;
  pauseFill(): void;
  resumeFill(): void;
  /** A person scans: the fill rests for a moment. */
  scanned(): void;
  /** A setting is another: what depends on it is put right. */
  settingsChanged(): void;
  /** Power resumed, or the system says that a network is there: tries at once whatever waits for it. */
  wake(): void;
  /** Resolves when the outbox has nothing under way and nothing it can send right now. */
  outboxIdle(): Promise<void>;
  /** Ends quickly; whatever is not finished is kept and goes on with the next start. */
  stop(): Promise<void>;
}

export interface SyncParts {
  database: Database;
  outbox: OutboxStore;
  lineCache: LineCache;
  /** What the fill writes with; left out for a cache in memory. */
  writing?: CacheWriting;
  client: OtapiClient;
  now: () => number;
  /** The setting, read each time. */
  refreshMinutes: () => number;
  /** The setting, read each time. Left out: statuses keep the names with which they were read. */
  language?: () => string;
  /** Waybills of open unknown parcels, to be asked for every minute; empty when there are none. */
  openWaybills: () => string[];
  /** After each step of an operation. */
  onOperation: (operation: Operation) => void;
  /** After a reading has changed cached lines: their ids, and waybill keys that no line had before. */
  onLines: (change: CacheChange) => void;
  /** Orders were read, or lines of them have changed. */
  onOrders?: (orderIds: string[]) => void;
  /** Statuses are called otherwise from now on. */
  onStatusNames?: () => void;
  /** The state of the network, or the state of the cache, is another. */
  onStatus: () => void;
  /** Hears of what no screen shows: unexpected errors, for the log. */
  onUnexpected: (error: unknown) => void;
  schedule?: Schedule;
  /** See `OutboxSenderParts.settleMs`. */
  settleMs?: number;
}

export function createSync(parts: SyncParts): Sync {
  const { database, outbox, lineCache, client, now, onOperation, onLines, onStatus, onUnexpected } = parts;
  const timing = parts.schedule ? { schedule: parts.schedule } : {};
  const settling = parts.settleMs === undefined ? {} : { settleMs: parts.settleMs };
  const intake = createCacheIntake(lineCache, { onChange: onLines, onOrders: parts.onOrders ?? (() => {}) });
  const stopping = new AbortController();
  const queue = createOutboxQueue(database, { now });
  const orders = createOrderReader({ client, orderCache: createOrderCache(database, { now }), intake, now });
  let stopTakingIn = (): void => {};

  const watch = createNetworkWatch({
    probe: () => client.operators.info(),
    now,
    onChange: onStatus,
    onReachable() {
      sender.wake();
      fill.wake();
      refresh.wake();
      names?.look();
    },
    ...timing,
  });
  const makeWay = createMakeWay();
  const storePage = createPageStore({ database, lineCache, intake, onUnexpected, ...(parts.writing && { writing: parts.writing }) });
  const fill = createCacheFill({
    client,
    lineCache,
    storePage,
    makeWay,
    now,
    onProgress: onStatus,
    onComplete: () => refresh.noteFresh(),
    onUnexpected,
    ...timing,
  });
  const refresh = createCacheRefresh({
    reader: createCacheReader({ database, client, lineCache, intake, now }),
    orders,
    lineCache,
    isOnline: () => watch.view().state === 'online',
    isFilling: () => fill.status()?.state === 'running',
    refreshMinutes: parts.refreshMinutes,
    openWaybills: parts.openWaybills,
    now,
    onFresh() {
      names?.look();
      onStatus();
    },
    onUnexpected,
    ...timing,
  });
  const names =
    parts.language &&
    createStatusNameReader({
      client,
      statusNames: createStatusNames(database),
      language: parts.language,
      isOnline: () => watch.view().state === 'online',
      onNames(isTranslated) {
        parts.onStatusNames?.();
        // The titles of goods that are awaited are in the language before, too.
        if (isTranslated) void refresh.refresh();
      },
      onUnexpected,
    });
  const sender = createOutboxSender({
    store: outbox,
    queue,
    performer: createPerformer({ database, queue, client, intake, now }),
    now,
    onChange: onOperation,
    onUnexpected,
    ...timing,
    ...settling,
  });

  return {
    start() {
      watch.start();
      sender.start();
      fill.start();
      refresh.start();
      stopTakingIn = takeInWords(lineCache.wordBacklog, parts.schedule ?? scheduleByTimer, onUnexpected);
    },
    contact: (outcome) => watch.contact(outcome),
    network: () => watch.view(),
    cache() {
      const freshAt = refresh.freshAt();
      return {
        lines: lineCache.count(),
        freshAt: freshAt === null ? null : new Date(freshAt).toISOString(),
        fill: fill.status(),
      };
    },
    refreshCache: () => refresh.refresh(),
    async readOrder(orderId) {
      const readAt = now();
      const details = await client.orders.details(orderId, { signal: stopping.signal });
      intake.details(details, readAt);
      return details;
    },
    readOrders: (search, { signal, ...options } = {}) =>
      orders.read(search, {
        ...options,
        signal: signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal,
      }),
    pauseFill: () => fill.pause(),
    resumeFill: () => fill.resume(),
    scanned: () => makeWay.ask(),
    settingsChanged: () => names?.look(),
    wake() {
      watch.wake();
      sender.wake();
      fill.wake();
    },
    outboxIdle: () => sender.idle(),
    async stop() {
      stopping.abort();
      stopTakingIn();
      watch.stop();
      await Promise.all([sender.stop(), fill.stop(), refresh.stop(), names?.stop()]);
    },
  };
}
