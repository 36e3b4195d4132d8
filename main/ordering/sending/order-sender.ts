import { setTimeout as pause } from 'node:timers/promises';
import { composeComment, conflict, type StationError } from '../../../preload/contract/index.ts';
import { describeError, importPace, type CustomerLogin, type OrderAddition, type OrderInfo, type OtapiClient, type OrderDetails } from '../../otapi/index.ts';
import type { Schedule } from '../../sync/index.ts';
import { callFailure } from '../call-failure.ts';
import { createLane, type Lane } from '../lane.ts';
import type { OrderingTiming } from '../timing.ts';
import { compareOrder, differentLines } from './compare.ts';
import { findByMark } from './find-by-mark.ts';
import type { SentFacts, SentRecord } from './sent-record.ts';
import type { SentStore } from './sent-store.ts';

/** Sends orders, one at a time, each once; searches for those whose answer was lost; compares what was made. */
export interface OrderSender extends Pick<Lane, 'wake' | 'idle'> {
  /** OT Platform has come within reach, or is out of it. */
  online(isOnline: boolean): void;
  /** Why nothing can be sent now; null while all is well. */
  obstacle(): StationError | null;
  stop(): Promise<void>;
}

export interface OrderSenderParts {
  client: Pick<OtapiClient, 'orders'>;
  store: SentStore;
  /** The login with its password; null when the keychain has none (any more). */
  customer: (record: SentRecord) => Promise<CustomerLogin | null>;
  /** OT Platform's id of the customer, when it is known. */
  customerId: (login: string) => string | null;
  readOrder: (orderId: string) => Promise<OrderDetails>;
  now: () => number;
  schedule: Schedule;
  timing: OrderingTiming;
  /** Aborted when the station ends. */
  signal: AbortSignal;
  /** Something about it is another; written down already. */
  onChange: (record: SentRecord) => void;
  onUnexpected: (error: unknown) => void;
}

/** So often a person is not asked before an order that OT Platform does not have is sent again. */
const mostAttempts = 3;

export function createOrderSender(parts: OrderSenderParts): OrderSender {
  const { client, store, now, timing, signal, onChange } = parts;
  let obstacle: StationError | null = null;
  let blockedUntil: number | null = null;
  let failures = 0;

  const lane = createLane({
    async step() {
      const record = signal.aborted ? null : store.nextDue(now(), maySend());
      if (record === null) return false;
      await perform(record);
      return true;
    },
    nextAt: () => earliest(store.nextDueAt(), blockedUntil),
    now,
    schedule: parts.schedule,
    onUnexpected: parts.onUnexpected,
  });

  function maySend(): boolean {
    return obstacle === null || (blockedUntil !== null && blockedUntil <= now());
  }

  function change(record: SentRecord, facts: Partial<SentFacts>): SentRecord {
    const changed = store.change(record.id, facts);
    onChange(changed);
    return changed;
  }

  async function perform(record: SentRecord): Promise<void> {
    switch (record.state) {
      case 'waiting':
        return send(record);
      case 'sending':
      case 'lost':
        return look(record);
      case 'made':
        return compare(record);
      case 'unsure':
      case 'refused':
      case 'stopped':
      case 'invalid':
    }
  }

  async function send(record: SentRecord): Promise<void> {
    const { ordered } = record;
    if (ordered === null) throw new Error('an order with mistakes was about to be sent');
    const customer = await parts.customer(record);
    if (customer === null) return block(record, conflict('no-customer'), null);
    // A person may have stopped it, or its run, meanwhile.
    if (signal.aborted || !store.maySend(record.id)) return;
    const sending = change(record, { state: 'sending', attempts: record.attempts + 1, sentAt: now(), nextAt: null, error: null });
    try {
      const order = await client.orders.add(customer, additionOf(sending, ordered), { signal });
      cleared();
      await made(sending, order);
    } catch (error) {
      notMade(sending, error);
    }
    if (record.runId !== null) await pause(importPace.pauseBetweenMs, undefined, { signal }).catch(() => {});
  }

  function notMade(record: SentRecord, error: unknown): void {
    const description = describeError(error);
    switch (callFailure(error)) {
      case 'lost':
        // Nothing else is sent before OT Platform answers a search again, else a broken network would take every order.
        obstacle = description;
        blockedUntil = null;
        change(record, { state: 'lost', error: description, lostAt: now(), nextAt: null });
        return;
      case 'outage':
        return block(change(record, { state: 'waiting', error: description }), description, 'outage');
      case 'patience':
        return block(change(record, { state: 'waiting', error: description }), description, 'patience');
      case 'ended':
        change(record, { state: 'waiting' });
        return;
      case 'refused':
        change(record, { state: 'refused', error: description, settledAt: now() });
    }
  }

  /** Nothing is sent for a while; without a reason that passes by itself, until something is another. */
  function block(record: SentRecord, error: StationError, why: 'outage' | 'patience' | null): void {
    obstacle = error;
    blockedUntil = why === null ? null : now() + waitingMs(why);
    failures += 1;
    onChange(record);
  }

  function waitingMs(why: 'outage' | 'patience'): number {
    const { firstMs, longestMs } = timing.outage;
    if (why === 'outage') return Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20));
    const pauses = importPace.pausesAfterCallLimitMs;
    return pauses[Math.min(failures, pauses.length - 1)] ?? longestMs;
  }

  function cleared(): void {
    obstacle = null;
    blockedUntil = null;
    failures = 0;
  }

  async function look(record: SentRecord): Promise<void> {
    const { mark, attempts } = record;
    const sentAt = record.sentAt ?? record.at;
    const lostAt = record.lostAt ?? sentAt;
    // That it is not there says something only when the search began late enough.
    const isSettled = now() - lostAt >= timing.settleMs;
    let found: OrderInfo | 'none' | 'too-many';
    try {
      found = await findByMark(client, { mark, sentAt, customerId: parts.customerId(record.customerLogin) }, signal);
    } catch (error) {
      return readingFailed(record, error);
    }
    cleared();
    if (typeof found === 'object') return made(record, found);
    if (found === 'too-many' || (isSettled && attempts >= mostAttempts)) {
      change(record, { state: 'unsure', nextAt: null, settledAt: now() });
    } else if (isSettled) change(record, { state: 'waiting', nextAt: null });
    else change(record, { nextAt: nextLook(lostAt) });
  }

  function nextLook(lostAt: number): number {
    const looks = [...timing.earlyLooksMs, timing.settleMs].map((delayMs) => lostAt + delayMs);
    return looks.find((at) => at > now()) ?? now();
  }

  async function made(record: SentRecord, order: Pick<OrderInfo, 'id' | 'displayId' | 'remainAmount' | 'currency'>): Promise<void> {
    const facts = { state: 'made', orderId: order.id, orderNumber: order.displayId, nextAt: null, error: null } as const;
    await compare(change(record, { ...facts, remaining: order.remainAmount, currency: order.currency }));
  }

  async function compare(record: SentRecord): Promise<void> {
    const { orderId, ordered } = record;
    if (orderId === null || ordered === null) throw new Error('an order was made that is not known');
    let details: OrderDetails;
    try {
      details = await parts.readOrder(orderId);
    } catch (error) {
      return readingFailed(record, error);
    }
    cleared();
    const { order, lines } = details;
    const comparison = compareOrder(ordered, lines);
    change(record, {
      comparison,
      different: differentLines(comparison),
      isCancelled: order.isCancelled,
      remaining: order.remainAmount,
      currency: order.currency,
      nextAt: null,
      error: null,
      settledAt: now(),
    });
  }

  /** Nothing is lost by reading again later. */
  function readingFailed(record: SentRecord, error: unknown): void {
    if (callFailure(error) === 'ended') return;
    const description = describeError(error);
    const nextAt = now() + waitingMs(callFailure(error) === 'patience' ? 'patience' : 'outage');
    obstacle = description;
    blockedUntil = nextAt;
    failures += 1;
    // Of a lost one a person is told why its answer was lost, not why the search for it has failed.
    change(record, record.state === 'lost' ? { nextAt } : { nextAt, error: description });
  }

  return {
    wake() {
      if (obstacle !== null) cleared();
      lane.wake();
    },
    idle: () => lane.idle(),
    online(isOnline) {
      if (!isOnline) return;
      cleared();
      store.hurry();
      lane.wake();
    },
    obstacle: () => obstacle,
    stop: () => lane.stop(),
  };
}

function earliest(...times: (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function additionOf({ reference, mark }: SentRecord, { deliveryModeId, profileId, comment, lines }: NonNullable<SentRecord['ordered']>): OrderAddition {
  return {
    deliveryModeId,
    comment: composeComment({ reference, mark, comment }),
    ...(profileId !== null && { profileId }),
    lines: lines.map((line) => ({
      itemId: line.itemId,
      quantity: line.quantity,
      ...(line.configurationId !== null && { configurationId: line.configurationId }),
      ...(line.weight !== null && { weight: line.weight }),
      ...(line.comment !== '' && { comment: line.comment }),
      ...(line.promotionId !== null && { promotionId: line.promotionId }),
    })),
  };
}
