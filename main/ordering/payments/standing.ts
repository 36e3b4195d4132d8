import type { OrderDetails, OtapiClient } from '../../otapi/index.ts';

/** How an order and its customer's account stand at OT Platform. Amounts are in `currency`, the internal one. */
export interface Standing {
  orderNumber: string;
  customerId: string;
  customerName: string;
  remaining: number;
  /** The customer's free balance. */
  available: number;
  currency: string;
  isCancelled: boolean;
}

/** OT Platform has answered without what a payment needs. */
export class IncompleteStanding extends Error {
  override readonly name = 'IncompleteStanding';
}

export interface StandingParts {
  client: Pick<OtapiClient, 'payments' | 'customers'>;
  readOrder: (orderId: string) => Promise<OrderDetails>;
}

/**
 * Reads order and account. The rest is `RemainAmount`, or what GetSalesPaymentInfo leaves when the order does not tell it
 * (otapi.md 5.3, 5.4). Rejects with `OtapiError` or `IncompleteStanding`: an amount that is not told is never taken for 0.
 */
export async function readStanding({ client, readOrder }: StandingParts, orderId: string, signal: AbortSignal): Promise<Standing> {
  const { order } = await readOrder(orderId);
  if (order.customerId === '') throw new IncompleteStanding('the order names no customer');
  const [account, payment] = await Promise.all([
    client.customers.account(order.customerId, { signal }),
    order.remainAmount === null ? client.payments.info(orderId, { signal }) : null,
  ]);
  const rest = payment === null || payment.amount === null ? null : payment.amount - (payment.paid ?? 0);
  const remaining = order.remainAmount ?? rest;
  const available = account.available ?? payment?.available ?? order.customerAvailable;
  if (remaining === null || available === null) throw new IncompleteStanding('OT Platform does not tell the amounts');
  return {
    orderNumber: order.displayId,
    customerId: order.customerId,
    customerName: order.customerName,
    remaining: Math.max(0, remaining),
    available,
    currency: order.currency || account.currency,
    isCancelled: order.isCancelled,
  };
}
