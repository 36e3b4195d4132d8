import type { ActivityAddress, ActivityLine } from '../../../preload/contract/index.ts';
import { isOtapiError, type OrderDetails } from '../../otapi/index.ts';
import type { Schedule } from '../../sessions/index.ts';
import { activityLines } from '../known/activity-line.ts';
import { keyOf, type KnownActivity } from '../known/known-activity.ts';
import type { Registry } from '../known/registry.ts';

/** Reads the orders of activities: when one came up, for its lines, and when it has ended, for what became of them. */
export interface OrderRereading {
  /** One has come up elsewhere or been started here: its lines are read, unless they are known. */
  noteLines(activity: KnownActivity): void;
  /** Does what is due: after an end, and whenever OT Platform is within reach again. */
  wake(): void;
  online(isOnline: boolean): void;
  stop(): Promise<void>;
}

export interface OrderRereadingParts {
  registry: Registry;
  /** Reads an order from OT Platform into the cache. */
  readOrder: (orderId: string) => Promise<OrderDetails>;
  /** Reads what is awaited, in all orders: after a synchronisation that was not limited to some. */
  refreshCache: () => Promise<boolean>;
  schedule: Schedule;
  signal: AbortSignal;
  onUnexpected: (error: unknown) => void;
}

/** After a failure it is tried again, milliseconds. */
const againAfterMs = 15_000;
/** An activity that names more orders than this is shown without their lines; the refresh of the cache has them. */
const mostOrders = 50;

export function createOrderRereading(parts: OrderRereadingParts): OrderRereading {
  const { registry, readOrder, refreshCache, schedule, signal, onUnexpected } = parts;
  let running: Promise<void> | null = null;
  let isWakened = false;
  let isOnline = false;
  const forLines = new Map<string, KnownActivity>();
  let cancel = (): void => {};

  async function linesOf({ orders }: KnownActivity): Promise<ActivityLine[]> {
    const lines: ActivityLine[] = [];
    for (const { id } of orders.slice(0, mostOrders)) {
      try {
        lines.push(...activityLines(await readOrder(id)));
      } catch (error) {
        // Asking again would bring no other answer; what is known of the lines stays.
        if (!isOtapiError(error) || error.kind !== 'api') throw error;
      }
    }
    return lines;
  }

  async function reread(activity: KnownActivity): Promise<void> {
    const lines = await linesOf(activity);
    if (activity.kind === 'synchronise' && !(await refreshCache())) throw new RereadLater();
    const concerned = onlyConcerned(activity, lines);
    registry.takeLines(activity, concerned.length > 0 ? concerned : activity.lines, true);
  }

  /** An activity whose lines nobody has told yet; null when they are known, or will be read at its end. */
  function withoutLines(address: ActivityAddress): KnownActivity | null {
    const known = registry.find(address);
    return known !== null && known.lines.length === 0 && !known.rereadDue ? known : null;
  }

  async function readLinesOfNew(): Promise<void> {
    for (const [key, activity] of forLines) {
      const known = withoutLines(activity);
      const lines = known === null ? [] : await linesOf(known);
      // Its start may have told meanwhile which lines it is about.
      if (lines.length > 0 && withoutLines(activity) !== null) registry.takeLines(activity, lines, false);
      forLines.delete(key);
    }
  }

  async function workOff(): Promise<void> {
    while (isWakened && !signal.aborted) {
      isWakened = false;
      await readLinesOfNew();
      for (const activity of registry.toReread()) await reread(activity);
    }
  }

  function wake(): void {
    isWakened = true;
    if (!isOnline || signal.aborted || running !== null) return;
    cancel();
    running = workOff()
      .catch((error: unknown) => {
        if (!isOtapiError(error) && !(error instanceof RereadLater)) onUnexpected(error);
        cancel = schedule(againAfterMs, wake);
      })
      .finally(() => {
        running = null;
        if (isWakened) wake();
      });
  }

  return {
    noteLines(activity) {
      if (activity.lines.length > 0 || activity.orders.length === 0) return;
      forLines.set(keyOf(activity), activity);
      wake();
    },
    wake,
    online(nowOnline) {
      isOnline = nowOnline;
      if (isOnline) wake();
    },
    async stop() {
      cancel();
      await running;
    },
  };
}

/** A reading did not get through, and whoever reads has told why elsewhere. */
class RereadLater extends Error {}

/** The lines that it was about, when it was started for some of them; else all lines of its orders. */
function onlyConcerned({ lines }: KnownActivity, read: ActivityLine[]): ActivityLine[] {
  if (lines.length === 0) return read;
  const concerned = new Set(lines.map(({ lineId }) => lineId));
  return read.filter(({ lineId }) => concerned.has(lineId));
}
