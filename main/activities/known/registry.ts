import type { ActivityAddress, ActivityLine } from '../../../preload/contract/index.ts';
import { numberOfOrderId, orderIdsIn } from '../../orders/index.ts';
import type { ActivityFullInfo, ActivityInfo } from '../../otapi/index.ts';
import { standingQuestions } from '../questions/open-questions.ts';
import type { ActivityStore, EndedPosition } from './activity-store.ts';
import { keyOf, kindOfType, type ConcernedOrder, type KnownActivity } from './known-activity.ts';

/** What is known of activities: those at work in memory, all of them in the journal. */
export interface Registry {
  /** Not ended yet, oldest first. */
  underWay(): KnownActivity[];
  /** Ended, with orders still to be read again. */
  toReread(): KnownActivity[];
  find(address: ActivityAddress): KnownActivity | null;
  ended(limit: number, before?: EndedPosition | null): KnownActivity[];
  /** One that this station has started: known before OT Platform was asked about it. */
  adopt(address: ActivityAddress, start: { orders: ConcernedOrder[]; lines: ActivityLine[] }): KnownActivity;
  /** Takes what a list told; answers with those that were not known before, and those that are other than before. */
  takeListed(infos: readonly ActivityInfo[], readAt: number): { appeared: KnownActivity[]; changed: KnownActivity[] };
  /** Takes what was told of one, with its steps. */
  takeInfo(address: ActivityAddress, told: ActivityFullInfo, readAt: number): KnownActivity;
  markGone(address: ActivityAddress): void;
  /** The orders of one were read: their lines, all of them or none anew. */
  takeLines(address: ActivityAddress, lines: ActivityLine[], rereadDone: boolean): void;
}

export interface RegistryParts {
  store: ActivityStore;
  /** The first list of a big shop brings hundreds at once. */
  transaction: <T>(work: () => T) => T;
  now: () => number;
  onChange: (activity: KnownActivity) => void;
}

/** A change of progress alone is written down this often; milliseconds. Everything else is at once. */
const saveProgressMs = 10_000;

export function createRegistry({ store, transaction, now, onChange }: RegistryParts): Registry {
  const atWork = new Map(store.atWork().map((activity) => [keyOf(activity), activity]));
  const savedAt = new Map<string, number>();
  /** Ended ones that stay ended: the list tells hundreds of them each time. */
  const ended = new Set(store.endedKeys());
  /** The newest ended ones, by how many were asked for; forgotten when another one ends. */
  const newestEnded = new Map<number, KnownActivity[]>();
  let wasListed = atWork.size > 0 || ended.size > 0;

  function keep(activity: KnownActivity, before: KnownActivity | null): KnownActivity {
    const asked = askedSince(activity);
    const kept = { ...activity, asked };
    const key = keyOf(kept);
    const isDue = before === null || mattersMore(kept, before) || now() - (savedAt.get(key) ?? 0) >= saveProgressMs;
    const number = isDue ? store.save(kept) : kept.number;
    if (isDue) savedAt.set(key, now());
    const known = { ...kept, number };
    if (known.endedAt !== null) newestEnded.clear();
    if (known.endedAt !== null && !known.isGone) ended.add(key);
    else ended.delete(key);
    if (known.endedAt === null || known.rereadDue) atWork.set(key, known);
    else {
      atWork.delete(key);
      savedAt.delete(key);
    }
    onChange(known);
    return known;
  }

  function askedSince(activity: KnownActivity): Record<string, number> {
    const { asked, told } = activity;
    const standing = standingQuestions(activity).filter(({ id }) => told.isAwaitingAction || asked[id] !== undefined);
    return Object.fromEntries(standing.map(({ id }) => [id, asked[id] ?? now()]));
  }

  function find(address: ActivityAddress): KnownActivity | null {
    return atWork.get(keyOf(address)) ?? store.find(address);
  }

  function take(address: ActivityAddress, told: ActivityFullInfo, readAt: number, stepsRead: boolean): KnownActivity {
    const before = find(address);
    const fresh = before ?? newActivity(address, told, readAt);
    // OT Platform knows one again that it did not for a moment.
    const isBack = fresh.isGone && !told.isFinished;
    const endedAt = isBack ? null : (fresh.endedAt ?? (told.isFinished ? now() : null));
    // What became of its orders is in the cache already, when it had ended before anybody here asked.
    const justEnded = endedAt !== null && (before === null ? wasListed : before.endedAt === null);
    const orders = withOrders(fresh.orders, [told.description, ...told.steps.map(({ message }) => message)]);
    const rereadDue = !isBack && (fresh.rereadDue || justEnded);
    return keep({ ...fresh, told, readAt, endedAt, stepsRead, isGone: false, orders, rereadDue }, before);
  }

  return {
    underWay: () => [...atWork.values()].filter(({ endedAt }) => endedAt === null),
    toReread: () => [...atWork.values()].filter(({ endedAt, rereadDue }) => endedAt !== null && rereadDue),
    find,
    ended(limit, before = null) {
      if (before !== null) return store.ended(limit, before);
      const newest = newestEnded.get(limit) ?? store.ended(limit, null);
      newestEnded.set(limit, newest);
      return newest;
    },

    adopt(address, { orders, lines }) {
      const before = find(address);
      const known = before ?? newActivity(address, nothingTold(address), now());
      return keep({ ...known, orders: merged(known.orders, orders), lines }, null);
    },

    takeListed(infos, readAt) {
      const appeared: KnownActivity[] = [];
      const changed: KnownActivity[] = [];
      transaction(() => {
        for (const info of infos) {
          if (kindOfType(info.type) === null || info.id === '' || ended.has(keyOf(info))) continue;
          const before = find(info);
          if (before === null) appeared.push(take(info, { ...info, steps: [] }, readAt, false));
          else if (before.isGone) changed.push(take(info, { ...info, steps: before.told.steps }, readAt, before.stepsRead));
          else if (isOther(before.told, info)) changed.push(before);
        }
      });
      wasListed = true;
      return { appeared, changed };
    },

    takeInfo: (address, told, readAt) => take(address, told, readAt, true),

    markGone(address) {
      const before = find(address);
      if (before === null || before.isGone) return;
      const isNew = before.endedAt === null;
      keep({ ...before, isGone: true, endedAt: before.endedAt ?? now(), rereadDue: before.rereadDue || isNew }, before);
    },

    takeLines(address, lines, rereadDone) {
      const before = find(address);
      if (before === null) return;
      const numbers = new Map(lines.map(({ orderId, orderNumber }) => [orderId, orderNumber]));
      const orders = before.orders.map((order) => ({ ...order, number: numbers.get(order.id) ?? order.number }));
      keep({ ...before, lines, orders, rereadDue: before.rereadDue && !rereadDone }, null);
    },
  };

  function newActivity(address: ActivityAddress, told: ActivityFullInfo, readAt: number): KnownActivity {
    const kind = kindOfType(address.type);
    if (kind === null) throw new RangeError(`Activities of the type ${address.type} are not followed`);
    return {
      type: address.type,
      id: address.id,
      kind,
      number: 0,
      knownSince: now(),
      endedAt: null,
      readAt,
      told,
      stepsRead: false,
      isGone: false,
      orders: [],
      lines: [],
      asked: {},
      rereadDue: false,
    };
  }
}

/** Something else than progress and time is other than before. */
function mattersMore(activity: KnownActivity, before: KnownActivity): boolean {
  return weighty(activity) !== weighty(before);
}

function weighty({ told, readAt: _readAt, ...rest }: KnownActivity): string {
  return JSON.stringify({ ...rest, told: { ...told, progressPercent: null, workTimeMs: null, steps: told.steps.length } });
}

/** What a list tells is not what was read last: the activity itself has to be asked. */
function isOther(told: ActivityInfo, listed: ActivityInfo): boolean {
  return (
    told.isFinished !== listed.isFinished ||
    told.isCancelled !== listed.isCancelled ||
    told.isAwaitingAction !== listed.isAwaitingAction ||
    told.progressPercent !== listed.progressPercent
  );
}

function nothingTold({ type, id }: ActivityAddress): ActivityFullInfo {
  return {
    type,
    id,
    description: '',
    isFinished: false,
    isCancelled: false,
    isAwaitingAction: false,
    progressPercent: null,
    workTimeMs: null,
    startTime: '',
    actions: [],
    steps: [],
  };
}

function withOrders(orders: ConcernedOrder[], texts: string[]): ConcernedOrder[] {
  return merged(orders, texts.flatMap(orderIdsIn).map((id) => ({ id, number: numberOfOrderId(id) })));
}

function merged(orders: ConcernedOrder[], more: ConcernedOrder[]): ConcernedOrder[] {
  const known = new Map(orders.map((order) => [order.id, order]));
  for (const order of more) if (!known.has(order.id)) known.set(order.id, order);
  return [...known.values()];
}
