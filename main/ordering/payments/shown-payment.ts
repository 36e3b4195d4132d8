import type { OrderPayment } from '../../../preload/contract/index.ts';
import type { PaymentRecord } from './payment-store.ts';

/** A payment as a page shows it. */
export function shownPayment(record: PaymentRecord): OrderPayment {
  return {
    id: record.id,
    orderId: record.orderId,
    orderNumber: record.orderNumber,
    state: record.state,
    amount: record.amount,
    deposited: record.deposited,
    currency: record.currency,
    steps: record.steps,
    error: record.error,
    by: record.by,
    station: record.station,
    at: new Date(record.at).toISOString(),
    settledAt: record.settledAt === null ? null : new Date(record.settledAt).toISOString(),
  };
}
