import type { LineCache } from '../../orders/index.ts';
import { isOtapiError } from '../../otapi/index.ts';
import { scheduleByTimer, type Schedule } from '../timing.ts';
import type { OrderReader } from './orders.ts';
import type { CacheReader } from './reader.ts';

/** Keeps the cache fresh while OT Platform is within reach. */
export interface CacheRefresh {
  start(): void;
  /** Reads the awaited lines now, or joins the reading under way. False when it did not get through. */
  refresh(): Promise<boolean>;
  /** OT Platform is within reach: does at once what is due. */
  wake(): void;
  /** When a fill or a refresh last ended well; milliseconds since 1970, UTC. */
  freshAt(): number | null;
  /** A fill has ended well. */
  noteFresh(): void;
  stop(): Promise<void>;
}

export interface CacheRefreshParts {
  reader: CacheReader;
  /** Left out: orders are read with their lines only. */
  orders?: Pick<OrderReader, 'refresh'>;
  lineCache: Pick<LineCache, 'progress'>;
  isOnline: () => boolean;
  /** A fill is under way: it reads every line anyway, so a refresh beside it would only read half of them twice. */
  isFilling: () => boolean;
  /** The setting, read each time. */
  refreshMinutes: () => number;
  /** Waybills of parcels that lie there unknown; they are asked for every minute. */
  openWaybills: () => string[];
  now: () => number;
  /** After a refresh has ended well. */
  onFresh: () => void;
  /** Hears of errors that are neither the network's nor OT Platform's. */
  onUnexpected?: (error: unknown) => void;
  schedule?: Schedule;
}

const minuteMs = 60_000;
/** Its name in the cache's progress. */
const progressName = 'sync.fresh-at';

export function createCacheRefresh(parts: CacheRefreshParts): CacheRefresh {
  const { reader, lineCache, isOnline, isFilling, refreshMinutes, openWaybills, now, onFresh } = parts;
  const schedule = parts.schedule ?? scheduleByTimer;
  const stopping = new AbortController();
  let refreshing: Promise<boolean> | null = null;
  let asking: Promise<boolean> | null = null;
  let cancelTick = (): void => {};

  function freshAt(): number | null {
    const kept = lineCache.progress.read(progressName);
    return kept === null ? null : Number(kept);
  }

  function noteFresh(): void {
    lineCache.progress.write(progressName, String(now()));
    onFresh();
  }

  function isDue(): boolean {
    const last = freshAt();
    // A time in the future stems from a clock that was wrong.
    return last === null || last > now() || now() - last >= refreshMinutes() * minuteMs;
  }

  function tick(): void {
    cancelTick();
    if (stopping.signal.aborted) return;
    cancelTick = schedule(minuteMs, tick);
    if (!isOnline()) return;
    if (isDue() && !isFilling()) void refresh();
    else void askForUnknownParcels();
  }

  function refresh(): Promise<boolean> {
    refreshing ??= wellEnded(() => readAwaited()).finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function readAwaited(): Promise<void> {
    await reader.readAwaited(stopping.signal);
    await reader.readWaybills(openWaybills(), stopping.signal);
    await parts.orders?.refresh(stopping.signal);
    noteFresh();
  }

  function askForUnknownParcels(): Promise<boolean> {
    asking ??= wellEnded(() => reader.readWaybills(openWaybills(), stopping.signal)).finally(() => {
      asking = null;
    });
    return asking;
  }

  async function wellEnded(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!isOtapiError(error)) parts.onUnexpected?.(error);
      return false;
    }
  }

  return {
    start: tick,
    refresh,
    wake: tick,
    freshAt,
    noteFresh,
    async stop() {
      cancelTick();
      stopping.abort();
      await Promise.all([refreshing, asking]);
    },
  };
}
