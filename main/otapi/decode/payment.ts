import type { OrderPayment } from '../model.ts';
import { field, record, type Field } from './decoder.ts';
import { decimal, id, text } from './values.ts';

/** Section 5.3, `SalesPaymentInfo`. */
export const orderPayment: Field<OrderPayment> = record<OrderPayment>({
  orderId: field('SalesId', id),
  customerId: field('CustId', id),
  available: field('CustBalanceAvail', decimal),
  amount: field('SalesAmount', decimal),
  paid: field('SalesPaid', decimal),
  currency: field('CurrencyCode', text),
});
