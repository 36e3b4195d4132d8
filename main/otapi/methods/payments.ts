import type { OtapiClient } from '../client.ts';
import { orderPayment } from '../decode/payment.ts';
import type { Field } from '../decode/decoder.ts';
import type { Caller } from '../exchange.ts';
import type { OrderPayment } from '../model.ts';
import { transactionDate } from '../uncertain.ts';
import { amountText } from './amount-text.ts';
import { changing, changingWithResult, reading } from './calls.ts';

/** Section 5.3: payment. */
export function paymentMethods(call: Caller): OtapiClient['payments'] {
  return {
    /** `isDebit` true puts money on the account, false takes it off. */
    deposit({ customerId, amount, comment, at }, options) {
      const parameters = { customerId, amount: amountText(amount), comment, isDebit: true };
      return call(changing('PostTransaction', { ...parameters, transactionDate: transactionDate(at) }), options);
    },

    reserve(orderId, amount, options) {
      const parameters = { salesId: orderId, amount: amountText(amount) };
      return call(changingWithResult('SalesPaymentReserve', parameters, paymentOf(orderId)), options);
    },

    info(orderId, options) {
      return call(reading('GetSalesPaymentInfo', { salesId: orderId }, paymentOf(orderId)), options);
    },
  };
}

/** An answer that does not name the order is about the one that was asked for. */
function paymentOf(orderId: string): Field<OrderPayment> {
  return (result, report) => {
    const payment = orderPayment(result, report);
    return payment.orderId === '' ? { ...payment, orderId } : payment;
  };
}
