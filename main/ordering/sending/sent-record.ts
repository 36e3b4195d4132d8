import type {
  CustomerWay,
  DraftFault,
  OrderComparison,
  OrderDraft,
  ReadOrder,
  SentOrderDecision,
  SentOrderState,
  StationError,
} from '../../../preload/contract/index.ts';

/** An order on its way into OT Platform, as the journal keeps it. Times are milliseconds since 1970, UTC. */
export interface SentRecord extends SentFacts {
  /** Running number: the order in which they are sent. */
  number: number;
  id: string;
  /** Stands in the comment; no two have the same. */
  mark: string;
  reference: string;
  customerLogin: string;
  customerWay: CustomerWay;
  runId: string | null;
  /** Place in the run. */
  position: number | null;
  rows: number[];
  draft: OrderDraft;
  /** As it is sent; null for one that has mistakes. */
  ordered: ReadOrder | null;
  faults: DraftFault[];
  by: string;
  station: string;
  at: number;
}

/** What changes while it is on its way. */
export interface SentFacts {
  state: SentOrderState;
  /** Requests that may have reached OT Platform, or were meant to. */
  attempts: number;
  /** When the last request left. */
  sentAt: number | null;
  /** When the answer to it was lost, or the station found that it had been. */
  lostAt: number | null;
  /** When OT Platform last answered a search for it; null: it is not known at all how the request went. */
  answeredAt: number | null;
  /** A person wants it sent, whatever became of its run. */
  isInsisted: boolean;
  /** Nothing is done with it before. */
  nextAt: number | null;
  error: StationError | null;
  orderId: string | null;
  orderNumber: string | null;
  comparison: OrderComparison | null;
  /** Lines that differ, are missing, or were not sent. */
  different: number;
  decision: SentOrderDecision | null;
  isCancelled: boolean;
  /** What is still to be paid, as it was read last. */
  remaining: number | null;
  currency: string;
  settledAt: number | null;
}

export interface SentRow {
  number: number;
  id: string;
  mark: string;
  reference: string;
  customer_login: string;
  customer_way: string;
  run_id: string | null;
  position: number | null;
  rows: string;
  draft: string;
  ordered: string | null;
  faults: string;
  state: string;
  attempts: number;
  sent_at: number | null;
  lost_at: number | null;
  answered_at: number | null;
  is_insisted: number;
  next_at: number | null;
  error: string | null;
  order_id: string | null;
  order_number: string | null;
  comparison: string | null;
  different: number;
  decision: string | null;
  is_cancelled: number;
  remaining: number | null;
  currency: string;
  sent_by: string;
  station: string;
  at: number;
  settled_at: number | null;
}

/** JSON that the station itself has written. */
function read(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}

export function sentRecordOf(row: SentRow): SentRecord {
  return {
    number: row.number,
    id: row.id,
    mark: row.mark,
    reference: row.reference,
    customerLogin: row.customer_login,
    customerWay: row.customer_way as CustomerWay,
    runId: row.run_id,
    position: row.position,
    rows: read(row.rows) as number[],
    draft: read(row.draft) as OrderDraft,
    ordered: read(row.ordered) as ReadOrder | null,
    faults: read(row.faults) as DraftFault[],
    state: row.state as SentOrderState,
    attempts: row.attempts,
    sentAt: row.sent_at,
    lostAt: row.lost_at,
    answeredAt: row.answered_at,
    isInsisted: row.is_insisted === 1,
    nextAt: row.next_at,
    error: read(row.error) as StationError | null,
    orderId: row.order_id,
    orderNumber: row.order_number,
    comparison: read(row.comparison) as OrderComparison | null,
    different: row.different,
    decision: row.decision as SentOrderDecision | null,
    isCancelled: row.is_cancelled === 1,
    remaining: row.remaining,
    currency: row.currency,
    by: row.sent_by,
    station: row.station,
    at: row.at,
    settledAt: row.settled_at,
  };
}

/** Names the customer of an order, with the way of signing in. */
export function customerKeyOf({ customerLogin, customerWay }: Pick<SentRecord, 'customerLogin' | 'customerWay'>): string {
  return `${customerWay} ${customerLogin}`;
}

/** The same of a row `s` of sent orders. */
export const customerKeySql = `s.customer_way || ' ' || s.customer_login`;
