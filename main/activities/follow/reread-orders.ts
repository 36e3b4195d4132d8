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
  /** Activities whose lines were asked for, with the orders that were known then. */
  const askedFor = new Map<string, number>();
  const forLines = new Map<string, ActivityAddress>();
  let running: Promise<void> | null = null;
  let isWakened = false;
  let isOnline = false;
  /** Set while a failure keeps the next try away. */
  let cancelRest: (() => void) | null = null;

  async function linesOf({ orders }: KnownActivity): Promise<ActivityLine[]> {
    const lines: ActivityLine[] = [];
    for (const { id } of orders.slice(0, mostOrders)) {
      if (signal.aborted) throw new RereadLater();
      try {
        lines.push(...activityLines(await readOrder(id)));
      } catch (error) {
        // An order that is not there any more has no lines to tell of.
        if (!isOtapiError(error) || !error.hasCode('NotFound')) throw error;
      }
    }
    return lines;
  }

  async function reread(activity: KnownActivity): Promise<void> {
    const lines = await linesOf(activity);
    if (activity.kind === 'synchronise' && !(await refreshCache())) throw new RereadLater();
    const concerned = onlyConcerned(activity, lines);
    registry.takeLines(activity, concerned.length > 0 ? concerned : activity.lines, true);
    askedFor.delete(keyOf(activity));
  }

  /** An activity whose lines nobody has told yet; null when they are known, or will be read at its end. */
  function withoutLines(address: ActivityAddress): KnownActivity | null {
    const known = registry.find(address);
    return known !== null && known.lines.length === 0 && !known.rereadDue ? known : null;
  }

  async function readLines(address: ActivityAddress): Promise<void> {
    const known = withoutLines(address);
    const lines = known === null ? [] : await linesOf(known);
    // Its start may have told meanwhile which lines it is about.
    if (lines.length > 0 && withoutLines(address) !== null) registry.takeLines(address, lines, false);
    forLines.delete(keyOf(address));
  }

  /** Every activity on its own: one that fails keeps no other waiting. True when nothing is left to do. */
  async function workOff(): Promise<boolean> {
    const work = [
      ...[...forLines.values()].map((address) => () => readLines(address)),
      ...registry.toReread().map((activity) => () => reread(activity)),
    ];
    let isDone = true;
    for (const one of work) {
      if (signal.aborted) return true;
      try {
        await one();
      } catch (error) {
        isDone = false;
        if (!isOtapiError(error) && !(error instanceof RereadLater)) onUnexpected(error);
      }
    }
    return isDone;
  }

  function isDue(): boolean {
    return isWakened && isOnline && !signal.aborted && cancelRest === null;
  }

  async function run(): Promise<void> {
    while (isDue()) {
      isWakened = false;
      if (!(await workOff())) rest();
    }
    running = null;
  }

  function rest(): void {
    isWakened = true;
    if (signal.aborted) return;
    cancelRest = schedule(againAfterMs, () => {
      cancelRest = null;
      wake();
    });
  }

  function wake(): void {
    isWakened = true;
    if (running === null && isDue()) running = run();
  }

  return {
    noteLines(activity) {
      const { lines, orders } = activity;
      const key = keyOf(activity);
      if (lines.length > 0 || orders.length === 0 || askedFor.get(key) === orders.length) return;
      askedFor.set(key, orders.length);
      forLines.set(key, { type: activity.type, id: activity.id });
      wake();
    },
    wake,
    online(nowOnline) {
      if (nowOnline === isOnline) return;
      isOnline = nowOnline;
      cancelRest?.();
      cancelRest = null;
      if (isOnline) wake();
    },
    async stop() {
      cancelRest?.();
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
