import type { PaymentState, PaymentStep, StationError } from '../../../preload/contract/index.ts';
import type { Database } from '../../storage/index.ts';
import { isDue, isDueSql } from '../back-off.ts';

/** A payment as the journal keeps it. Times are milliseconds since 1970, UTC. */
export interface PaymentRecord {
  number: number;
  id: string;
  orderId: string;
  orderNumber: string;
  /** Empty until the order was read. */
  customerId: string;
  state: PaymentState;
  /** What was to be paid when it began; null until the order was read. */
  amount: number | null;
  /** What this payment has put on the customer's account. */
  deposited: number;
  currency: string;
  steps: PaymentStep[];
  /** Nothing is done with it before. */
  nextAt: number | null;
  error: StationError | null;
  by: string;
  station: string;
  at: number;
  settledAt: number | null;
}

export type NewPayment = Pick<PaymentRecord, 'id' | 'orderId' | 'orderNumber' | 'by' | 'station' | 'at'>;
export type PaymentFacts = Omit<PaymentRecord, 'number' | 'id' | 'orderId' | 'by' | 'station' | 'at'>;

/** Every payment that was begun at this station. Each change is on disk when the call returns; nothing is deleted. */
export interface PaymentStore {
  find(id: string): PaymentRecord | null;
  begin(payment: NewPayment): PaymentRecord;
  change(record: PaymentRecord, facts: Partial<PaymentFacts>): PaymentRecord;
  /**
   * The next one to work at; null while none is due. While a step of one does not show at OT Platform, no other is worked
   * at: the account they share would tell nothing about that step. So a stopped one stays due until its last step shows.
   */
  nextDue(time: number): PaymentRecord | null;
  /** When the next one becomes due, when that has a time. */
  nextDueAt(): number | null;
  /** Forgets the waiting times. */
  hurry(): void;
  /** Of an order, newest first. */
  ofOrder(orderId: string): PaymentRecord[];
  last(orderId: string): PaymentRecord | null;
}

interface PaymentRow {
  number: number;
  id: string;
  order_id: string;
  order_number: string;
  customer_id: string;
  state: string;
  amount: number | null;
  deposited: number;
  currency: string;
  steps: string;
  next_at: number | null;
  error: string | null;
  paid_by: string;
  station: string;
  at: number;
  settled_at: number | null;
}

/** As the index `order_payments_open` has it. */
const open = `(state IN ('working', 'waiting') OR (state = 'stopped' AND next_at IS NOT NULL))`;
const isUnsettled = `json_extract(steps, '$[#-1].kind') IN ('deposit', 'reserve')
  AND json_extract(steps, '$[#-1].outcome') IN ('under-way', 'lost', 'done', 'found-done')`;

export function createPaymentStore(database: Database): PaymentStore {
  const byId = database.prepare<PaymentRow>('SELECT * FROM order_payments WHERE id = ?');
  const insert = database.prepare(`
    INSERT INTO order_payments (id, order_id, order_number, customer_id, state, deposited, currency, steps, paid_by, station, at)
    VALUES (?, ?, ?, '', 'working', 0, '', '[]', ?, ?, ?)`);
  const update = database.prepare(`
    UPDATE order_payments SET order_number = ?, customer_id = ?, state = ?, amount = ?, deposited = ?, currency = ?, steps = ?,
      next_at = ?, error = ?, settled_at = ? WHERE id = ?`);
  const due = database.prepare<PaymentRow>(
    `SELECT * FROM order_payments WHERE ${open} AND ${isDueSql('next_at', '?1')} ORDER BY number LIMIT 1`,
  );
  const unsettled = database.prepare<PaymentRow>(`SELECT * FROM order_payments WHERE ${open} AND ${isUnsettled} ORDER BY number LIMIT 1`);
  const dueAt = database.prepare<{ at: number | null }>(
    `SELECT min(next_at) AS at FROM order_payments WHERE ${open} AND next_at IS NOT NULL`,
  );
  const hurry = database.prepare(`UPDATE order_payments SET next_at = NULL WHERE ${open} AND state = 'waiting'`);
  const byOrder = database.prepare<PaymentRow>('SELECT * FROM order_payments WHERE order_id = ? ORDER BY number DESC LIMIT 50');

  function find(id: string): PaymentRecord | null {
    const row = byId.get(id);
    return row === undefined ? null : recordOf(row);
  }

  function write(record: PaymentRecord): PaymentRecord {
    const { orderNumber, customerId, state, amount, deposited, currency, steps, nextAt, error, settledAt } = record;
    const errorText = error === null ? null : JSON.stringify(error);
    update.run(orderNumber, customerId, state, amount, deposited, currency, JSON.stringify(steps), nextAt, errorText, settledAt, record.id);
    return record;
  }

  return {
    find,
    begin({ id, orderId, orderNumber, by, station, at }) {
      insert.run(id, orderId, orderNumber, by, station, at);
      const begun = find(id);
      if (begun === null) throw new Error('a payment was not written down');
      return begun;
    },
    change: (record, facts) => write({ ...record, ...facts }),
    nextDue(time) {
      const first = unsettled.get();
      if (first === undefined) {
        const row = due.get(time);
        return row === undefined ? null : recordOf(row);
      }
      return isDue(first.next_at, time) ? recordOf(first) : null;
    },
    nextDueAt() {
      const first = unsettled.get();
      return first === undefined ? (dueAt.get()?.at ?? null) : first.next_at;
    },
    hurry: () => void hurry.run(),
    ofOrder: (orderId) => byOrder.all(orderId).map(recordOf),
    last(orderId) {
      const row = byOrder.get(orderId);
      return row === undefined ? null : recordOf(row);
    },
  };
}

function recordOf(row: PaymentRow): PaymentRecord {
  return {
    number: row.number,
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    customerId: row.customer_id,
    state: row.state as PaymentState,
    amount: row.amount,
    deposited: row.deposited,
    currency: row.currency,
    steps: JSON.parse(row.steps) as PaymentStep[],
    nextAt: row.next_at,
    error: row.error === null ? null : (JSON.parse(row.error) as StationError),
    by: row.paid_by,
    station: row.station,
    at: row.at,
    settledAt: row.settled_at,
  };
}
