import { describe, expect, test } from 'vitest';
import { chooseNext, type QueuedOperation } from '../../../main/sync/outbox/choose-next.ts';

const now = 1_000_000;
const nothingBusy: ReadonlySet<string> = new Set();
let sequence = 0;

function operation(id: string, values: Partial<QueuedOperation> = {}): QueuedOperation {
  sequence += 1;
  return {
    sequence,
    id,
    kind: 'receive',
    state: 'waiting',
    orderId: `order of ${values.lineId ?? id}`,
    lineId: `line of ${id}`,
    partId: null,
    reverses: null,
    nextAttemptAt: null,
    unansweredSince: null,
    partIsSought: false,
    ...values,
  };
}

function choose(open: QueuedOperation[], context: { busyOrders?: ReadonlySet<string>; places?: number } = {}) {
  return chooseNext(open, { now, settleMs: 10_000, busyOrders: nothingBusy, places: 3, ...context });
}

describe('the order of sending', () => {
  test('takes as many as there are places, oldest first', () => {
    const open = ['a', 'b', 'c', 'd'].map((id) => operation(id));
    expect(choose(open).ready).toEqual(['a', 'b', 'c']);
    expect(choose(open, { places: 0 }).ready).toEqual([]);
  });

  test('keeps operations of one line in order, one at a time', () => {
    const open = [operation('a', { lineId: 'l' }), operation('b', { lineId: 'l' }), operation('c')];
    expect(choose(open).ready).toEqual(['a', 'c']);
  });

  test.each(['failed', 'set-aside'] as const)('a %s one holds up later ones of its line only', (state) => {
    const open = [
      operation('a', { lineId: 'l', orderId: 'o', state }),
      operation('b', { lineId: 'l', orderId: 'o' }),
      operation('c', { lineId: 'other', orderId: 'o' }),
    ];
    expect(choose(open).ready).toEqual(['c']);
  });

  test('a later one on the part that an earlier split has made waits, too', () => {
    const open = [
      operation('a', { lineId: 'l', orderId: 'o', partId: 'p', state: 'failed' }),
      operation('b', { lineId: 'p', orderId: 'o' }),
    ];
    expect(choose(open).ready).toEqual([]);
  });

  test('an order has one operation under way', () => {
    const open = [operation('a', { orderId: 'o' }), operation('b', { orderId: 'o' })];
    expect(choose(open).ready).toEqual(['a']);
    expect(choose(open, { busyOrders: new Set(['o']) }).ready).toEqual([]);
  });

  test('an outcome that is not known is settled before anything else of its order', () => {
    const open = [
      operation('a', { orderId: 'o' }),
      operation('b', { orderId: 'o', state: 'sending', unansweredSince: now - 1_000 }),
    ];
    expect(choose(open)).toEqual({ ready: [], nextDueAt: now + 9_000 });
    const settled = open.map((entry) => (entry.id === 'b' ? { ...entry, unansweredSince: now - 10_000 } : entry));
    expect(choose(settled).ready).toEqual(['b']);
  });
});

test('no other split begins in an order while the part of one is still sought', () => {
  const open = [
    operation('a', { orderId: 'o', nextAttemptAt: now + 500, partIsSought: true }),
    operation('b', { orderId: 'o' }),
  ];
  expect(choose(open)).toEqual({ ready: [], nextDueAt: now + 500 });
});

describe('an operation that takes another back', () => {
  test('takes its place when that one is not done', () => {
    const open = [
      operation('a', { lineId: 'l', state: 'failed' }),
      operation('b', { lineId: 'l' }),
      operation('undo', { lineId: 'l', kind: 'reverse', reverses: 'a' }),
    ];
    expect(choose(open).ready).toEqual(['undo']);
  });

  test('waits like any other when that one is done', () => {
    const open = [operation('b', { lineId: 'l' }), operation('undo', { lineId: 'l', kind: 'reverse', reverses: 'done one' })];
    expect(choose(open).ready).toEqual(['b']);
  });

  test('lets an outcome of it that is not known settle first', () => {
    const open = [
      operation('a', { lineId: 'l', state: 'sending' }),
      operation('undo', { lineId: 'l', kind: 'reverse', reverses: 'a', unansweredSince: now - 1 }),
    ];
    expect(choose(open)).toEqual({ ready: [], nextDueAt: now + 9_999 });
  });
});

describe('waiting times', () => {
  test('are kept, and the nearest one is told', () => {
    const open = [operation('a', { nextAttemptAt: now + 500 }), operation('b', { nextAttemptAt: now + 200 }), operation('c')];
    expect(choose(open)).toEqual({ ready: ['c'], nextDueAt: now + 200 });
  });

  test('that a wrong clock has left behind are not', () => {
    const open = [operation('a', { nextAttemptAt: now + 86_400_000 }), operation('b', { unansweredSince: now + 86_400_000 })];
    expect(choose(open).ready).toEqual(['a', 'b']);
  });
});
