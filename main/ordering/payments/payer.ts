import { conflict, type PaymentStep, type StationError } from '../../../preload/contract/index.ts';
import { describeError, isOtapiError } from '../../otapi/index.ts';
import type { Schedule } from '../../sync/index.ts';
import { callFailure } from '../call-failure.ts';
import { createLane, type Lane } from '../lane.ts';
import type { OrderingTiming } from '../timing.ts';
import { isLess, shortfallOf, toHundredths } from './money.ts';
import type { PaymentFacts, PaymentRecord, PaymentStore } from './payment-store.ts';
import { IncompleteStanding, readStanding, type Standing, type StandingParts } from './standing.ts';

/**
 * Makes orders count as paid, one payment at a time, since payments of one customer share an account. Before each step
 * order and account are read, and the step is written down; after each it is written down how it went. A step whose
 * answer was lost is never sent again before reading has shown, late enough, that it was not carried out.
 */
export interface Payer extends Lane {
  online(isOnline: boolean): void;
}

export interface PayerParts extends StandingParts {
  store: PaymentStore;
  now: () => number;
  schedule: Schedule;
  timing: OrderingTiming;
  signal: AbortSignal;
  /** Something about it is another; written down already. `standing`: as it was just read, if it was. */
  onChange: (record: PaymentRecord, standing: Standing | null) => void;
  onUnexpected: (error: unknown) => void;
}

/** More deposits than this in one payment mean that something is not as this station thinks: a person looks. */
const mostDeposits = 2;
const mostReservations = 3;

export function createPayer(parts: PayerParts): Payer {
  const { client, store, now, timing, signal, onChange } = parts;
  let failures = 0;
  const lane = createLane({
    async step() {
      const record = signal.aborted ? null : store.nextDue(now());
      if (record === null) return false;
      await goOn(record);
      return true;
    },
    nextAt: () => store.nextDueAt(),
    now,
    schedule: parts.schedule,
    onUnexpected: parts.onUnexpected,
  });

  /** What a person has stopped meanwhile stays stopped. */
  function change(record: PaymentRecord, facts: Partial<PaymentFacts>, standing: Standing | null = null): PaymentRecord {
    const current = store.find(record.id);
    const isStopped = current?.state === 'stopped';
    const changed = store.change(record, isStopped ? { ...facts, state: 'stopped', settledAt: current.settledAt, nextAt: null } : facts);
    onChange(changed, standing);
    return changed;
  }

  /** One step of a payment. */
  async function goOn(record: PaymentRecord): Promise<void> {
    let standing: Standing;
    try {
      standing = await readStanding(parts, record.orderId, signal);
    } catch (error) {
      return notRead(record, error);
    }
    failures = 0;
    const known = change(
      record,
      {
        state: 'working',
        error: null,
        nextAt: null,
        customerId: standing.customerId,
        orderNumber: standing.orderNumber,
        amount: record.amount ?? standing.remaining,
        currency: standing.currency,
      },
      standing,
    );
    if (known.state === 'stopped') return;
    const last = known.steps.at(-1);
    if (last !== undefined && isOpen(last)) return settleLost(known, last, standing);
    await nextStep(known, standing);
  }

  async function nextStep(record: PaymentRecord, standing: Standing): Promise<void> {
    if (toHundredths(standing.remaining) === 0) return end(withStep(record, 'verify', null, 'done', standing), 'paid', null);
    if (standing.isCancelled) return end(record, 'refused', conflict('order-cancelled'));
    const missing = shortfallOf(standing.remaining, standing.available);
    if (missing === 0) return reserve(record, standing);
    const deposits = sinceRead(record).filter(({ kind, outcome }) => kind === 'deposit' && (outcome === 'done' || outcome === 'found-done'));
    // What was put there is not there any more, or cannot be seen yet: to put more there could double it.
    if (deposits.length >= mostDeposits || hasJustDeposited(record)) return end(record, 'unsure', conflict('balance-unclear'));
    await deposit(record, missing, standing);
  }

  /** The last thing that was done is a deposit, so the balance ought to show it. */
  function hasJustDeposited(record: PaymentRecord): boolean {
    const last = sinceRead(record).findLast(({ kind }) => kind === 'deposit' || kind === 'reserve');
    return last?.kind === 'deposit' && (last.outcome === 'done' || last.outcome === 'found-done');
  }

  async function deposit(record: PaymentRecord, amount: number, standing: Standing): Promise<void> {
    const begun = withStep(record, 'deposit', amount, 'under-way', standing);
    const comment = `Order ${record.orderNumber}, payment ${record.id}`;
    await ask(begun, () => client.payments.deposit({ customerId: standing.customerId, amount, comment, at: new Date(now()) }, { signal }));
  }

  async function reserve(record: PaymentRecord, standing: Standing): Promise<void> {
    const tries = sinceRead(record).filter(({ kind, outcome }) => kind === 'reserve' && outcome !== 'not-sent').length;
    if (tries >= mostReservations) return end(record, 'unsure', conflict('not-reserved'));
    const begun = withStep(record, 'reserve', standing.remaining, 'under-way', standing);
    await ask(begun, () => client.payments.reserve(record.orderId, standing.remaining, { signal }));
  }

  /** Asks OT Platform for what the last step says. */
  async function ask(record: PaymentRecord, send: () => Promise<unknown>): Promise<void> {
    try {
      await send();
      endStep(record, 'done', null);
    } catch (error) {
      notDone(record, error);
    }
  }

  function notDone(record: PaymentRecord, error: unknown): void {
    const description = describeError(error);
    switch (callFailure(error)) {
      case 'lost':
        // Read at once: when it was carried out, nobody has to wait.
        endStep(record, 'lost', description);
        return;
      case 'outage':
      case 'patience':
        return wait(endStep(record, 'not-sent', description), description);
      case 'ended':
        endStep(record, 'not-sent', null);
        return;
      case 'refused':
        return end(endStep(record, 'refused', description), 'refused', description);
    }
  }

  /** What reading tells of a step whose answer was lost. */
  async function settleLost(record: PaymentRecord, step: PaymentStep, standing: Standing): Promise<void> {
    const outcome = outcomeOf(step, standing);
    const lostAt = Date.parse(step.endedAt ?? step.at);
    if (outcome === 'found-done') endStep(record, 'found-done', step.error, standing);
    else if (now() - lostAt < timing.settleMs) change(record, { steps: replaceLast(record, { outcome: 'lost' }), nextAt: nextLook(lostAt) });
    else if (outcome === 'found-undone') endStep(record, 'found-undone', step.error, standing);
    else return end(record, 'unsure', conflict('balance-unclear'));
  }

  function nextLook(lostAt: number): number {
    const looks = [...timing.earlyLooksMs, timing.settleMs].map((delayMs) => lostAt + delayMs);
    return looks.find((at) => at > now()) ?? now();
  }

  function notRead(record: PaymentRecord, error: unknown): void {
    if (error instanceof IncompleteStanding) return end(record, 'unsure', conflict('balance-unclear'));
    const failure = callFailure(error);
    if (failure === 'ended') return;
    const description = describeError(error);
    // An order that OT Platform does not know cannot be paid.
    if (failure === 'refused' && isOtapiError(error)) return end(record, 'refused', description);
    wait(record, description);
  }

  function wait(record: PaymentRecord, error: StationError): void {
    const { firstMs, longestMs } = timing.outage;
    const waitingMs = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20));
    failures += 1;
    change(record, { state: 'waiting', error, nextAt: now() + waitingMs });
  }

  function end(record: PaymentRecord, state: 'paid' | 'refused' | 'unsure', error: StationError | null): void {
    change(record, { state, error, nextAt: null, settledAt: now() });
  }

  function withStep(
    record: PaymentRecord,
    kind: PaymentStep['kind'],
    amount: number | null,
    outcome: PaymentStep['outcome'],
    { available, remaining }: Standing,
  ): PaymentRecord {
    const at = new Date(now()).toISOString();
    const endedAt = outcome === 'under-way' ? null : at;
    return change(record, { steps: [...record.steps, { kind, amount, outcome, at, endedAt, available, remaining, error: null }] });
  }

  function endStep(record: PaymentRecord, outcome: PaymentStep['outcome'], error: StationError | null, standing: Standing | null = null): PaymentRecord {
    const step = record.steps.at(-1);
    const isDeposited = step?.kind === 'deposit' && (outcome === 'done' || outcome === 'found-done');
    const deposited = isDeposited ? (toHundredths(record.deposited) + toHundredths(step.amount ?? 0)) / 100 : record.deposited;
    const endedAt = step?.endedAt ?? new Date(now()).toISOString();
    return change(record, { steps: replaceLast(record, { outcome, error, endedAt }), deposited, nextAt: null }, standing);
  }

  return {
    ...lane,
    online(isOnline) {
      if (!isOnline) return;
      failures = 0;
      store.hurry();
      lane.wake();
    },
  };
}

/** The steps since a person last took the reading for the truth. */
function sinceRead({ steps }: PaymentRecord): PaymentStep[] {
  return steps.slice(steps.findLastIndex(({ kind }) => kind === 'read') + 1);
}

/** Sent, and it is not known how it went. One that was under way when the station stopped is such a one too. */
function isOpen({ outcome }: PaymentStep): boolean {
  return outcome === 'lost' || outcome === 'under-way';
}

/** `null`: the account has moved in a way that this step alone does not explain. */
function outcomeOf(step: PaymentStep, standing: Standing): 'found-done' | 'found-undone' | null {
  const { kind, amount, available, remaining } = step;
  if (amount === null || available === null || remaining === null) return null;
  if (kind === 'reserve') return isLess(standing.remaining, remaining) ? 'found-done' : 'found-undone';
  const moved = toHundredths(standing.available) - toHundredths(available);
  if (moved >= toHundredths(amount)) return 'found-done';
  return moved === 0 ? 'found-undone' : null;
}

function replaceLast({ steps }: PaymentRecord, change: Partial<PaymentStep>): PaymentStep[] {
  return steps.map((step, index) => (index === steps.length - 1 ? { ...step, ...change } : step));
}
