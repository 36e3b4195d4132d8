import { conflict, notFound, StationFault, type OrderPayment, type PaymentPlan } from '../../../preload/contract/index.ts';
import type { Person } from '../person.ts';
import { shortfallOf, toHundredths } from './money.ts';
import type { Payer } from './payer.ts';
import type { PaymentRecord, PaymentStore } from './payment-store.ts';
import { shownPayment } from './shown-payment.ts';
import { IncompleteStanding, readStanding, type Standing, type StandingParts } from './standing.ts';

/** Payments as a person begins and settles them. */
export interface PaymentDesk {
  /** Reads order and balance, and tells what a payment would do. Fault: `balance-unclear`. */
  prepare(orderId: string): Promise<PaymentPlan>;
  /** Begins a payment, once for each id. Faults: `payment-under-way`, `nothing-to-pay`, `order-cancelled`, `amount-changed`. */
  pay(request: { id: string; orderId: string; remaining: number }): Promise<OrderPayment>;
  /** Begins one without a person's look; nothing when the order has had one already. */
  payUnseen(order: { id: string; orderId: string; orderNumber: string }): void;
  ofOrder(orderId: string): OrderPayment[];
  last(orderId: string): OrderPayment | null;
  /** Takes what is read next for the truth, and goes on. Fault: `cannot-continue`. */
  goOn(id: string): OrderPayment;
  /** Ends one that is not settled. What is on its way is not called back. */
  stop(id: string): OrderPayment;
}

export interface PaymentDeskParts extends StandingParts {
  store: PaymentStore;
  payer: Pick<Payer, 'wake'>;
  person: () => Person;
  now: () => number;
  signal: AbortSignal;
  onChange: () => void;
}

export function createPaymentDesk(parts: PaymentDeskParts): PaymentDesk {
  const { store, payer, person, now, signal, onChange } = parts;

  function begin(id: string, orderId: string, orderNumber: string): PaymentRecord {
    const { name: by, station } = person();
    const record = store.begin({ id, orderId, orderNumber, by, station, at: now() });
    payer.wake();
    onChange();
    return record;
  }

  async function standingOf(orderId: string): Promise<Standing> {
    try {
      return await readStanding(parts, orderId, signal);
    } catch (error) {
      throw error instanceof IncompleteStanding ? new StationFault(conflict('balance-unclear')) : error;
    }
  }

  function underWay(orderId: string): PaymentRecord | null {
    const last = store.last(orderId);
    return last !== null && isUnsettled(last) ? last : null;
  }

  function unsettled(id: string, states: readonly PaymentRecord['state'][]): PaymentRecord {
    const record = store.find(id);
    if (record === null) throw new StationFault(notFound('payment-gone'));
    if (!states.includes(record.state)) throw new StationFault(conflict('cannot-continue'));
    return record;
  }

  return {
    async prepare(orderId) {
      const { remaining, available, ...standing } = await standingOf(orderId);
      const before = underWay(orderId);
      return {
        orderId,
        orderNumber: standing.orderNumber,
        customerName: standing.customerName,
        remaining,
        available,
        toDeposit: shortfallOf(remaining, available),
        currency: standing.currency,
        underWay: before === null ? null : shownPayment(before),
        isCancelled: standing.isCancelled,
      };
    },
    async pay({ id, orderId, remaining }) {
      const before = store.find(id);
      if (before !== null) return shownPayment(before);
      const standing = await standingOf(orderId);
      const again = store.find(id);
      if (again !== null) return shownPayment(again);
      if (underWay(orderId) !== null) throw new StationFault(conflict('payment-under-way'));
      if (toHundredths(standing.remaining) === 0) throw new StationFault(conflict('nothing-to-pay'));
      if (standing.isCancelled) throw new StationFault(conflict('order-cancelled'));
      if (toHundredths(standing.remaining) !== toHundredths(remaining)) {
        throw new StationFault(conflict('amount-changed', { remaining: standing.remaining, currency: standing.currency }));
      }
      return shownPayment(begin(id, orderId, standing.orderNumber));
    },
    payUnseen({ id, orderId, orderNumber }) {
      if (store.last(orderId) === null) begin(id, orderId, orderNumber);
    },
    ofOrder: (orderId) => store.ofOrder(orderId).map(shownPayment),
    last(orderId) {
      const record = store.last(orderId);
      return record === null ? null : shownPayment(record);
    },
    goOn(id) {
      const record = unsettled(id, ['refused', 'unsure', 'waiting']);
      const at = new Date(now()).toISOString();
      const steps = record.steps.map((step) =>
        step.outcome === 'lost' || step.outcome === 'under-way' ? { ...step, outcome: 'found-undone' as const } : step,
      );
      const isWaiting = record.state === 'waiting';
      const changed = store.change(record, {
        state: 'working',
        error: null,
        nextAt: null,
        settledAt: null,
        steps: isWaiting
          ? record.steps
          : [...steps, { kind: 'read', amount: null, outcome: 'done', at, endedAt: at, available: null, remaining: null, error: null }],
      });
      payer.wake();
      onChange();
      return shownPayment(changed);
    },
    stop(id) {
      const record = unsettled(id, ['working', 'waiting', 'refused', 'unsure']);
      // What is on its way, or does not show yet, is followed: until then no other payment is worked at.
      const isFollowed = record.state === 'working' || record.state === 'waiting';
      const changed = store.change(record, { state: 'stopped', nextAt: isFollowed ? now() : null, settledAt: now() });
      payer.wake();
      onChange();
      return shownPayment(changed);
    },
  };
}

/** Refused and unsure ones are a person's to settle; a new one may be begun beside a refused one. */
function isUnsettled({ state }: PaymentRecord): boolean {
  return state === 'working' || state === 'waiting' || state === 'unsure';
}
