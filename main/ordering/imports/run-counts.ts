import type { ImportCounts } from '../../../preload/contract/index.ts';
import type { Database } from '../../storage/index.ts';

/** How far a run has come. */
export interface RunStanding {
  counts: ImportCounts;
  /** Orders that could be paid, and for which no payment was begun. */
  toPay: number;
  /** When the last of its orders or payments was settled (milliseconds since 1970, UTC); null: none yet. */
  settledAt: number | null;
}

/** Orders of a run that are alike in all that is counted. */
interface AlikeOrders {
  state: string;
  is_compared: number;
  is_different: number;
  decision: string | null;
  is_cancelled: number;
  /** State of the last payment; null when none was begun. */
  payment: string | null;
  orders: number;
  settled_at: number | null;
  paid_at: number | null;
}

/** Counts the orders of a run. Only indices are read: runs are listed by the hundred, and have thousands of long rows. */
export function createRunCounts(database: Database): (runId: string) => RunStanding {
  const ofLastPayment = (column: string): string =>
    `(SELECT ${column} FROM order_payments WHERE order_id = s.order_id ORDER BY number DESC LIMIT 1)`;
  const alike = database.prepare<AlikeOrders>(`
    SELECT s.state, s.is_compared, s.different > 0 AS is_different, s.decision, s.is_cancelled, ${ofLastPayment('state')} AS payment,
      count(*) AS orders, max(s.settled_at) AS settled_at, max(${ofLastPayment('settled_at')}) AS paid_at
    FROM sent_orders s INDEXED BY sent_orders_counts WHERE s.run_id = ? GROUP BY 1, 2, 3, 4, 5, 6`);

  return (runId) => {
    const counts = noOrders();
    let toPay = 0;
    let settledAt = 0;
    for (const group of alike.all(runId)) {
      counts.orders += group.orders;
      for (const name of namesOf(group)) counts[name] += group.orders;
      if (group.payment === null && isReadyToPay(group)) toPay += group.orders;
      settledAt = Math.max(settledAt, group.settled_at ?? 0, group.paid_at ?? 0);
    }
    return { counts, toPay, settledAt: settledAt === 0 ? null : settledAt };
  };
}

function noOrders(): ImportCounts {
  return {
    orders: 0,
    waiting: 0,
    underWay: 0,
    same: 0,
    differs: 0,
    accepted: 0,
    cancelled: 0,
    refused: 0,
    unsure: 0,
    stopped: 0,
    invalid: 0,
    paid: 0,
    paying: 0,
    paymentTrouble: 0,
  };
}

function isReadyToPay({ state, is_compared, is_different, decision, is_cancelled }: AlikeOrders): boolean {
  return state === 'made' && is_compared === 1 && is_cancelled === 0 && (is_different === 0 || decision === 'accepted');
}

function namesOf(group: AlikeOrders): (keyof ImportCounts)[] {
  const payment = paymentName(group.payment);
  return payment === null ? [orderName(group)] : [orderName(group), payment];
}

function orderName({ state, is_compared, is_different, decision }: AlikeOrders): keyof ImportCounts {
  switch (state) {
    case 'waiting':
    case 'refused':
    case 'unsure':
    case 'stopped':
    case 'invalid':
      return state;
    case 'made':
      if (is_compared === 0) return 'underWay';
      if (decision === 'accepted' || decision === 'cancelled') return decision;
      return is_different === 0 ? 'same' : 'differs';
    default:
      return 'underWay';
  }
}

function paymentName(payment: string | null): 'paid' | 'paying' | 'paymentTrouble' | null {
  switch (payment) {
    case null:
      return null;
    case 'paid':
      return 'paid';
    case 'working':
    case 'waiting':
      return 'paying';
    default:
      return 'paymentTrouble';
  }
}
