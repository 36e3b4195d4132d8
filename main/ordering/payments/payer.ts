import { conflict, type PaymentStep, type StationError } from '../../../preload/contract/index.ts';
import { describeError, isOtapiError } from '../../otapi/index.ts';
import type { Schedule } from '../../sync/index.ts';
import { createBackOff } from '../back-off.ts';
import { callFailure } from '../call-failure.ts';
import { createLane, type Lane } from '../lane.ts';
import { nextLook, type OrderingTiming } from '../timing.ts';
import { isLess, shortfallOf, toHundredths } from './money.ts';
import type { PaymentFacts, PaymentRecord, PaymentStore } from './payment-store.ts';
import { IncompleteStanding, readStanding, type Standing, type StandingParts } from './standing.ts';

/**
 * Makes orders count as paid, one payment at a time, since payments of one customer share an account. Before each step
 * order and account are read, and the step is written down; after each it is written down how it went. A step whose
 * answer was lost is never sent again before reading has shown, late enough, that it was not carried out.
 */
export interface Payer extends Lane {
  /** OT Platform has come within reach. */
  online(): void;
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

/** Deposits, or reservations, that were sent in one payment; after so many something is not as this station thinks. */
const mostTries = 3;

export function createPayer(parts: PayerParts): Payer {
  const { client, store, now, timing, signal, onChange } = parts;
  const backOff = createBackOff({ timing, now });
  const lane = createLane({
    async step() {
      const record = signal.aborted || backOff.reason() !== null ? null : store.nextDue(now());
      if (record === null) return false;
      await goOn(record);
      return true;
    },
    nextAt: () => backOff.until() ?? store.nextDueAt(),
    now,
    schedule: parts.schedule,
    onUnexpected: parts.onUnexpected,
  });

  /** What a person has stopped meanwhile stays stopped; it is followed as long as it has a next time. */
  function change(record: PaymentRecord, facts: Partial<PaymentFacts>, standing: Standing | null = null): PaymentRecord {
    const current = store.find(record.id);
    const isStopped = current?.state === 'stopped';
    const kept = isStopped ? ({ state: 'stopped', settledAt: current.settledAt, nextAt: facts.nextAt ?? current.nextAt } as const) : {};
    const changed = store.change(record, { ...facts, ...kept });
    onChange(changed, standing);
    return changed;
  }

  /** A stopped one of which nothing more is to be learnt. */
  function leave(record: PaymentRecord): void {
    onChange(store.change(record, { nextAt: null }), null);
  }

  /** One step of a payment. */
  async function goOn(record: PaymentRecord): Promise<void> {
    let standing: Standing;
    try {
      standing = await readStanding(parts, record.orderId, signal);
    } catch (error) {
      return notRead(record, error);
    }
    backOff.end();
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
    const last = known.steps.at(-1);
    if (last !== undefined && isOpen(last)) return settleLost(known, last, standing);
    if (last !== undefined && isDone(last) && !isShown(last, standing)) return lookAgain(known, last);
    if (known.state === 'stopped') return leave(known);
    await nextStep(known, standing);
  }

  async function nextStep(record: PaymentRecord, standing: Standing): Promise<void> {
    if (standing.isCancelled) return end(record, 'refused', conflict('order-cancelled'));
    if (toHundredths(standing.remaining) === 0) return end(withStep(record, 'verify', null, 'done', standing), 'paid', null);
    const missing = shortfallOf(standing.remaining, standing.available);
    if (missing === 0) return reserve(record, standing);
    if (triesOf(record, 'deposit') >= mostTries) return end(record, 'unsure', conflict('balance-unclear'));
    await deposit(record, missing, standing);
  }

  async function deposit(record: PaymentRecord, amount: number, standing: Standing): Promise<void> {
    const begun = withStep(record, 'deposit', amount, 'under-way', standing);
    const comment = `Order ${record.orderNumber}, payment ${record.id}`;
    await ask(begun, () => client.payments.deposit({ customerId: standing.customerId, amount, comment, at: new Date(now()) }, { signal }));
  }

  async function reserve(record: PaymentRecord, standing: Standing): Promise<void> {
    if (triesOf(record, 'reserve') >= mostTries) return end(record, 'unsure', conflict('not-reserved'));
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
        return wait(endStep(record, 'not-sent', description), error);
      case 'ended':
        endStep(record, 'not-sent', null);
        return;
      case 'refused':
        return end(endStep(record, 'refused', description), 'refused', description);
    }
  }

  /** What reading tells of a step whose answer was lost. */
  function settleLost(record: PaymentRecord, step: PaymentStep, standing: Standing): void {
    const outcome = outcomeOf(step, standing);
    if (outcome === 'found-done') {
      const found = endStep(record, 'found-done', step.error, standing);
      if (found.state === 'stopped') leave(found);
    } else if (outcome === 'found-undone' && isSettled(step)) {
      const found = endStep(record, 'found-undone', step.error, standing);
      if (found.state === 'stopped') leave(found);
    } else lookAgain(change(record, { steps: replaceLast(record, { outcome: 'lost' }) }), step);
  }

  /** OT Platform does not show the step yet. Nothing more is asked until it does, or until a person has looked. */
  function lookAgain(record: PaymentRecord, step: PaymentStep): void {
    const endedAt = endOf(step);
    if (!isSettled(step)) {
      const steps = replaceLast(record, { endedAt: new Date(endedAt).toISOString() });
      change(record, { steps, nextAt: nextLook(timing, endedAt, now()) });
    } else if (record.state === 'stopped') leave(record);
    else end(record, 'unsure', conflict(step.kind === 'reserve' ? 'not-reserved' : 'balance-unclear'));
  }

  /** When its answer came, or was missed. A clock that was ahead, and has been set back since, tells nothing: now. */
  function endOf({ endedAt, at }: PaymentStep): number {
    return Math.min(Date.parse(endedAt ?? at), now());
  }

  function isSettled(step: PaymentStep): boolean {
    return now() - endOf(step) >= timing.settleMs;
  }

  function notRead(record: PaymentRecord, error: unknown): void {
    const isStopped = record.state === 'stopped';
    if (error instanceof IncompleteStanding) return isStopped ? leave(record) : end(record, 'unsure', conflict('balance-unclear'));
    const failure = callFailure(error);
    if (failure === 'ended') return;
    // An order that OT Platform does not know cannot be paid.
    if (failure === 'refused' && isOtapiError(error)) return isStopped ? leave(record) : end(record, 'refused', describeError(error));
    wait(record, error);
  }

  function wait(record: PaymentRecord, error: unknown): void {
    const description = describeError(error);
    const nextAt = backOff.begin(callFailure(error) === 'patience' ? 'patience' : 'outage', description);
    change(record, { state: 'waiting', error: description, nextAt });
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

  function wake(): void {
    backOff.hurry();
    lane.wake();
  }

  return {
    ...lane,
    wake,
    online() {
      store.hurry();
      wake();
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

/** It was carried out, by OT Platform's own words or as its reading shows. */
function isDone({ kind, outcome }: PaymentStep): boolean {
  return (kind === 'deposit' || kind === 'reserve') && (outcome === 'done' || outcome === 'found-done');
}

/** The reading shows what the step has done, or that enough is there for the next one. */
function isShown(step: PaymentStep, standing: Standing): boolean {
  const isEnough = step.kind === 'deposit' && shortfallOf(standing.remaining, standing.available) === 0;
  return standing.isCancelled || isEnough || outcomeOf(step, standing) === 'found-done';
}

/** How often it was sent since a person last took the reading for the truth. */
function triesOf(record: PaymentRecord, kind: PaymentStep['kind']): number {
  return sinceRead(record).filter((step) => step.kind === kind && step.outcome !== 'not-sent').length;
}

function replaceLast({ steps }: PaymentRecord, change: Partial<PaymentStep>): PaymentStep[] {
  return steps.map((step, index) => (index === steps.length - 1 ? { ...step, ...change } : step));
}
