import type { CacheStatus } from '../../../preload/contract/index.ts';
import type { LineCache, ReadPage } from '../../orders/index.ts';
import { isOtapiError, type OtapiClient } from '../../otapi/index.ts';
import { createBackoff, scheduleByTimer, type Schedule } from '../timing.ts';
import type { MakeWay } from './make-way.ts';
import type { StorePage } from './page-store.ts';
import { createReadAhead } from './read-ahead.ts';
import { startOfList, type ListPosition } from './pages.ts';

/**
 * Fills the cache with every order line, then with every order's own fields, page by page. How far it has come is
 * committed together with each page, so a fill goes on where it was after a pause, an outage, a restart or a kill. A
 * pause lasts until a person ends it, also over a restart.
 * Lines that change behind its back are put right by the refresh.
 */
export interface CacheFill {
  /** Starts or goes on, unless it is paused; does nothing when the cache has been filled before. */
  start(): void;
  pause(): void;
  resume(): void;
  /** OT Platform is within reach: goes on at once. */
  wake(): void;
  /** The fill under way, or null when none is. */
  status(): CacheStatus['fill'];
  isComplete(): boolean;
  stop(): Promise<void>;
}

export interface CacheFillParts {
  client: OtapiClient;
  lineCache: LineCache;
  storePage: StorePage;
  /** Left out: it never rests. */
  makeWay?: MakeWay;
  now: () => number;
  /** After each page and each change between running, paused and waiting. */
  onProgress: () => void;
  onComplete: () => void;
  /** Hears of errors that are neither the network's nor OT Platform's. */
  onUnexpected?: (error: unknown) => void;
  schedule?: Schedule;
}

/** What is kept in the cache's progress. */
interface FillProgress {
  stage: 'lines' | 'orders' | 'complete';
  at: ListPosition;
  lines: number | null;
  orders: number | null;
  /** A second walk follows when lines are missing at the end of the first. */
  walk: 1 | 2;
  /** A person has paused it. */
  paused: boolean;
}

/** Its name in the cache's progress. */
const progressName = 'sync.fill';
const beginning: FillProgress = { stage: 'lines', at: startOfList, lines: null, orders: null, walk: 1, paused: false };
const waitLimits = { firstMs: 2_000, longestMs: 60_000 };

export function createCacheFill(parts: CacheFillParts): CacheFill {
  const { client, lineCache, storePage, makeWay, now, onProgress, onComplete } = parts;
  const schedule = parts.schedule ?? scheduleByTimer;
  const stopping = new AbortController();
  const backoff = createBackoff(waitLimits);
  const signal = stopping.signal;
  const ahead = { now, isWanted: hasWork };
  const lines = createReadAhead({ ...ahead, search: (frame) => client.lines.search({}, frame, { signal }), idOf: (line) => line.id });
  const orders = createReadAhead({ ...ahead, search: (frame) => client.orders.search({}, frame, { signal }), idOf: (order) => order.id });
  let progress = readProgress(lineCache);
  let state: 'idle' | 'running' | 'paused' | 'waiting-for-network' = 'idle';
  let walking: Promise<void> | null = null;
  let cancelWait = (): void => {};

  function begin(): void {
    if (stopping.signal.aborted || progress.stage === 'complete') return;
    cancelWait();
    become('running');
    walking ??= walk();
  }

  async function walk(): Promise<void> {
    try {
      while (hasWork()) {
        await makeWay?.free(signal);
        if (!hasWork()) break;
        await readPage();
        backoff.reset();
        onProgress();
      }
      if (progress.stage === 'complete') become('idle');
    } catch (error) {
      if (!isOtapiError(error)) parts.onUnexpected?.(error);
      waitForNetwork();
    } finally {
      walking = null;
    }
    // It was paused and resumed, or woken, while the last page was still on its way.
    if (state === 'running') begin();
    else if (progress.stage === 'complete') onComplete();
  }

  function hasWork(): boolean {
    return state === 'running' && progress.stage !== 'complete';
  }

  async function readPage(): Promise<void> {
    if (progress.orders === null) await countOrders();
    if (progress.stage === 'lines') await readLines();
    else await readOrders();
  }

  /** The number of orders is asked first, so that the fill's length is known from its first page on. */
  async function countOrders(): Promise<void> {
    const { total } = await client.orders.search({}, { position: 0, size: 1 }, { signal: stopping.signal });
    progress = { ...progress, orders: total };
  }

  async function readLines(): Promise<void> {
    const { readAt, items, next, ended } = await lines.take(progress.at);
    await store({ lines: items, orders: [], readAt }, { at: next, lines: next.total });
    if (ended) keep({ ...progress, ...afterLines(next.total ?? 0) });
  }

  function afterLines(total: number): Partial<FillProgress> {
    const isWhole = lineCache.count() >= total;
    return isWhole || progress.walk === 2 ? { stage: 'orders', at: startOfList } : { at: startOfList, walk: 2 };
  }

  async function readOrders(): Promise<void> {
    const { readAt, items, next, ended } = await orders.take(progress.at);
    await store({ lines: [], orders: items, readAt }, { at: next, orders: next.total, ...(ended && { stage: 'complete' }) });
  }

  async function store(read: Omit<ReadPage, 'progress' | 'now'>, change: Partial<FillProgress>): Promise<void> {
    const stored = { ...progress, ...change };
    await storePage({ ...read, now: now(), progress: { name: progressName, value: JSON.stringify(stored) } });
    // It may have been paused, or resumed, meanwhile.
    const { paused } = progress;
    if (paused === stored.paused) progress = stored;
    else keep({ ...stored, paused });
  }

  function keep(next: FillProgress): void {
    progress = next;
    lineCache.progress.write(progressName, JSON.stringify(progress));
  }

  function waitForNetwork(): void {
    if (state !== 'running' || stopping.signal.aborted) return;
    become('waiting-for-network');
    cancelWait = schedule(backoff.next(), begin);
  }

  function become(next: typeof state): void {
    if (state === next) return;
    state = next;
    onProgress();
  }

  function total(): number | null {
    return progress.lines === null || progress.orders === null ? null : progress.lines + progress.orders;
  }

  return {
    start() {
      if (progress.paused && progress.stage !== 'complete') become('paused');
      else begin();
    },
    pause() {
      if (state === 'idle') return;
      cancelWait();
      lines.forget();
      orders.forget();
      keep({ ...progress, paused: true });
      become('paused');
    },
    resume() {
      if (state !== 'paused') return;
      keep({ ...progress, paused: false });
      begin();
    },
    wake() {
      if (state === 'waiting-for-network') begin();
    },
    status() {
      if (state === 'idle') return null;
      const before = progress.stage === 'lines' ? 0 : (progress.lines ?? 0);
      return { done: before + progress.at.position, total: total(), state };
    },
    isComplete: () => progress.stage === 'complete',
    async stop() {
      cancelWait();
      stopping.abort();
      become('idle');
      await walking;
    },
  };
}

function readProgress(lineCache: LineCache): FillProgress {
  const kept = lineCache.progress.read(progressName);
  return kept === null ? beginning : { ...beginning, ...(JSON.parse(kept) as Partial<FillProgress>) };
}
