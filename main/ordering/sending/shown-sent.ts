import { composeComment, type OrderPayment, type SentOrder, type SentOrderSummary } from '../../../preload/contract/index.ts';
import type { SentRecord } from './sent-record.ts';

/** A sent order as a list shows it. */
export function shownSummary(record: SentRecord, payment: OrderPayment | null): SentOrderSummary {
  const { orderId, orderNumber } = record;
  return {
    id: record.id,
    runId: record.runId,
    reference: record.reference,
    state: record.state,
    lines: record.ordered?.lines.length ?? record.draft.lines.length,
    different: record.different,
    decision: record.decision,
    order: orderId === null ? null : { id: orderId, number: orderNumber ?? orderId },
    payment,
    error: record.error,
    by: record.by,
    station: record.station,
    at: isoTime(record.at),
    settledAt: record.settledAt === null ? null : isoTime(record.settledAt),
  };
}

/** A sent order with all that is known of it. */
export function shownSent(record: SentRecord, payment: OrderPayment | null): SentOrder {
  const { ordered, reference, mark, nextAt } = record;
  return {
    ...shownSummary(record, payment),
    draft: record.draft,
    customerLogin: record.customerLogin,
    comment: ordered === null ? '' : composeComment({ reference, mark, comment: ordered.comment }),
    attempts: record.attempts,
    nextAttemptAt: nextAt === null ? null : isoTime(nextAt),
    comparison: record.comparison,
    isCancelled: record.isCancelled,
    remaining: record.remaining,
    currency: record.currency,
  };
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
