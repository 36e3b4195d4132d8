import type { OrderPayment, PaymentState } from '../../preload/contract/order-sending.ts';

/** States in which a payment goes on by itself, or waits for a person: no other one is begun beside it. */
const openStates: readonly PaymentState[] = ['working', 'waiting', 'unsure'];

/** What a person can do about a payment now. */
export type PaymentDecision = 'continuePayment' | 'stopPayment';

const decisions: Record<PaymentState, readonly PaymentDecision[]> = {
  working: [],
  waiting: ['continuePayment', 'stopPayment'],
  unsure: ['continuePayment', 'stopPayment'],
  refused: ['continuePayment', 'stopPayment'],
  paid: [],
  stopped: [],
};

export function decisionsOf({ state }: Pick<OrderPayment, 'state'>): readonly PaymentDecision[] {
  return decisions[state];
}

export function isOpenPayment({ state }: Pick<OrderPayment, 'state'>): boolean {
  return openStates.includes(state);
}
