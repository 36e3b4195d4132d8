import { expect, test } from 'vitest';
import type { SentOrderSummary } from '../../../preload/contract/order-sending.ts';
import { decisionsWanted } from '../../../renderer/ordering/sent-standing.ts';

function sent(values: Partial<SentOrderSummary>): SentOrderSummary {
  return {
    id: 's1',
    runId: null,
    reference: '',
    state: 'made',
    lines: 1,
    different: 0,
    decision: null,
    order: null,
    payment: null,
    error: null,
    by: '',
    station: '',
    at: '2026-11-20T10:00:00.000Z',
    settledAt: '2026-11-20T10:00:01.000Z',
    ...values,
  };
}

test('orders to be decided are counted where somebody decides about them', () => {
  const view = { sent: [sent({ different: 1 }), sent({ state: 'unsure' }), sent({}), sent({ different: 2, decision: 'accepted' })], counts: { underWay: 0, toDecide: 9 } };
  expect(decisionsWanted(view)).toEqual({ here: 2, inImports: 7 });
});

test('a count that is older than the orders beside it is none below nothing', () => {
  expect(decisionsWanted({ sent: [sent({ state: 'unsure' })], counts: { underWay: 0, toDecide: 0 } })).toEqual({ here: 1, inImports: 0 });
});
