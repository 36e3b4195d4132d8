import { setTimeout as pause } from 'node:timers/promises';
import { composeComment, conflict, type StationError } from '../../../preload/contract/index.ts';
import { describeError, importPace, isOtapiError, type CustomerLogin, type OrderAddition, type OrderInfo, type OtapiClient, type OrderDetails } from '../../otapi/index.ts';
import type { Schedule } from '../../sync/index.ts';
import { createBackOff } from '../back-off.ts';
import { callFailure } from '../call-failure.ts';
import { createLane, type Lane } from '../lane.ts';
import { nextLook, type OrderingTiming } from '../timing.ts';
import { compareOrder, differentLines } from './compare.ts';
import { findByMark } from './find-by-mark.ts';
import { customerKeyOf, type SentFacts, type SentRecord } from './sent-record.ts';
import type { SentStore } from './sent-store.ts';

/** Sends orders, one at a time, each once; searches for those whose answer was lost; compares what was made. */
export interface OrderSender extends Pick<Lane, 'wake' | 'idle'> {
  /** OT Platform has come within reach. */
  online(): void;
  /** Why nothing of this run can be sent now; null while all is well. */
  obstacle(runId: string): StationError | null;
  stop(): Promise<void>;
}

export interface OrderSenderParts {
  client: Pick<OtapiClient, 'orders'>;
  store: SentStore;
  /** The login with its password; null when the keychain has none (any more). */
  customer: (record: SentRecord) => Promise<CustomerLogin | null>;
  /** OT Platform's id of the customer, when it is known. */
  customerId: (login: string) => string | null;
  /** An order has told OT Platform's id of the customer with this login. */
  onCustomerId: (login: string, id: string) => void;
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
  const backOff = createBackOff({ timing, now });
  /** Customers that cannot be signed in as, until when (null: until a person does something), and why. */
  const heldUp = new Map<string, { until: number | null; error: StationError }>();

  const lane = createLane({
    async step() {
      if (signal.aborted || backOff.reason() === 'patience') return false;
      for (const [customer, { until }] of heldUp) if (until !== null && until <= now()) heldUp.delete(customer);
      const record = store.nextDue(now(), { maySend: backOff.reason() === null, heldUp: [...heldUp.keys()] });
      if (record === null) return false;
      await perform(record);
      return true;
    },
    nextAt: () => earliest(store.nextDueAt(), backOff.until(), ...[...heldUp.values()].map(({ until }) => until)),
    now,
    schedule: parts.schedule,
    onUnexpected: parts.onUnexpected,
  });

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
    if (customer === null) return holdUp(record, conflict('no-customer'), null);
    // A person may have stopped it, or its run, meanwhile.
    if (signal.aborted || !store.maySend(record.id)) return;
    const attempts = record.attempts + 1;
    const sending = change(record, { state: 'sending', attempts, sentAt: now(), answeredAt: null, nextAt: null, error: null });
    try {
      const order = await client.orders.add(customer, additionOf(sending, ordered), { signal });
      backOff.end();
      await made(sending, order);
    } catch (error) {
      notMade(sending, error);
    }
    if (record.runId !== null) await pause(importPace.pauseBetweenMs, undefined, { signal }).catch(() => {});
  }

  function notMade(record: SentRecord, error: unknown): void {
    const description = describeError(error);
    const failure = callFailure(error);
    switch (failure) {
      case 'lost':
        change(record, { state: 'lost', error: description, lostAt: now(), nextAt: null });
        return;
      case 'outage':
      case 'patience':
        if (isOtapiError(error) && error.customerRefused) return holdUp(neverLeft(record), description, now() + timing.outage.longestMs);
        backOff.begin(failure, description);
        neverLeft(record, description);
        return;
      case 'ended':
        neverLeft(record);
        return;
      case 'refused':
        change(record, { state: 'refused', error: description, settledAt: now() });
    }
  }

  /** What was not asked of OT Platform is no attempt. */
  function neverLeft(record: SentRecord, error: StationError | null = null): SentRecord {
    return waitAgain(record, { attempts: record.attempts - 1, error });
  }

  /** It waits to be sent again, unless its run was stopped meanwhile. */
  function waitAgain(record: SentRecord, facts: Partial<SentFacts>): SentRecord {
    const isOver = record.runId !== null && !record.isInsisted && store.isOver(record.runId);
    return change(record, { nextAt: null, ...facts, ...(isOver ? { state: 'stopped', settledAt: now() } : { state: 'waiting' }) });
  }

  /** No order of this customer is sent; those of others are. */
  function holdUp(record: SentRecord, error: StationError, until: number | null): void {
    heldUp.set(customerKeyOf(record), { until, error });
    change(record, { error });
  }

  async function look(record: SentRecord): Promise<void> {
    const sentAt = record.sentAt ?? record.at;
    // A clock that was ahead, and has been set back since, tells nothing of what has passed.
    const isClockRight = sentAt <= now();
    const lostAt = Math.min(record.lostAt ?? sentAt, now());
    // That it is not there says something only when the search began late enough.
    const isSettled = now() - lostAt >= timing.settleMs;
    const elapsedMs = isClockRight ? now() - sentAt : null;
    let found: OrderInfo | 'none' | 'too-many' | 'refused';
    let error = record.error;
    try {
      found = await findByMark(client, { mark: record.mark, elapsedMs, customerId: parts.customerId(record.customerLogin) }, signal);
      backOff.end();
    } catch (failure) {
      if (!isOwnFailure(failure)) return unreachable(record, failure);
      found = 'refused';
      error = describeError(failure);
    }
    if (typeof found === 'object') return made(record, found);
    const answer = { answeredAt: now(), lostAt, error };
    if (found === 'too-many' || (isSettled && (found === 'refused' || record.attempts >= mostAttempts))) {
      change(record, { ...answer, state: 'unsure', nextAt: null, settledAt: now() });
    } else if (isSettled) waitAgain(record, answer);
    else change(record, { ...answer, nextAt: nextLook(timing, lostAt, now()) });
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
      if (!isOwnFailure(error)) return unreachable(record, error);
      change(record, { nextAt: now() + timing.outage.longestMs, error: describeError(error) });
      return;
    }
    backOff.end();
    const { order, lines } = details;
    parts.onCustomerId(record.customerLogin, order.customerId);
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
  function unreachable(record: SentRecord, error: unknown): void {
    const failure = callFailure(error);
    if (failure === 'ended') return;
    const description = describeError(error);
    const nextAt = backOff.begin(failure === 'patience' ? 'patience' : 'outage', description);
    // Of a lost one a person is told why its answer was lost, not why the search for it has failed.
    change(record, record.state === 'lost' ? { nextAt } : { nextAt, error: description });
  }

  function whyHeldUp(runId: string): StationError | null {
    const next = heldUp.size === 0 ? null : store.waitingOf(runId);
    return next === null ? null : (heldUp.get(customerKeyOf(next))?.error ?? null);
  }

  /** A person has done something, so what stood in the way may not any more. */
  function wake(): void {
    backOff.hurry();
    heldUp.clear();
    lane.wake();
  }

  return {
    wake,
    idle: () => lane.idle(),
    online() {
      store.hurry();
      wake();
    },
    obstacle: (runId) => backOff.error() ?? store.unanswered()?.error ?? whyHeldUp(runId),
    stop: () => lane.stop(),
  };
}

/** A reading that fails for this one order, while OT Platform answers others. */
function isOwnFailure(error: unknown): boolean {
  if (!isOtapiError(error)) return true;
  const failure = callFailure(error);
  return error.kind === 'api' && (failure === 'refused' || failure === 'lost');
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
