import { expect, it } from 'vitest';
import { paymentStates } from '../../../preload/contract/order-sending.ts';
import { decisionsOf, isOpenPayment } from '../../../renderer/orders/payment-state.ts';

it('leaves a decision to a person where a payment does not end by itself', () => {
  expect(paymentStates.filter((state) => decisionsOf({ state }).length > 0)).toEqual(['waiting', 'refused', 'unsure']);
});

it('lets no second payment begin beside one that is not settled', () => {
  expect(paymentStates.filter((state) => isOpenPayment({ state }))).toEqual(['working', 'waiting', 'unsure']);
});
