import { describe, expect, test } from 'vitest';
import { compareOrder, differentLines } from '../../../main/ordering/sending/compare.ts';
import type { OrderLine } from '../../../main/otapi/index.ts';
import { readDraft, type ReadOrder } from '../../../preload/contract/index.ts';
import { orderLine } from '../receiving/order-lines.ts';
import { draft, draftLine } from './ordering-bench.ts';

function ordered(...lines: Parameters<typeof draftLine>[]): ReadOrder {
  const { order } = readDraft(draft('R', lines.map((line) => draftLine(...line))));
  if (order === null) throw new Error('The draft has mistakes');
  return order;
}

function made(itemId: string, change: Partial<OrderLine> = {}): OrderLine {
  return orderLine(`${itemId}-${change.configurationId ?? ''}-${change.quantity ?? 2}`, { itemId, configurationId: '', quantity: 2, price: 10, ...change });
}

function differences(order: ReadOrder, lines: OrderLine[]): string[] {
  return compareOrder(order, lines).lines.map((line) => line.differences.join(' ') || 'same');
}

describe('a line', () => {
  test('is the same, whichever place it has in the made order', () => {
    const comparison = compareOrder(ordered(['601'], ['602']), [made('602'), made('601')]);
    expect(comparison).toMatchObject({ isSame: true, extra: [] });
    expect(comparison.lines.map((line) => line.made?.itemId)).toEqual(['601', '602']);
  });

  test('is missing', () => {
    expect(differences(ordered(['601'], ['602']), [made('601')])).toEqual(['same', 'missing']);
  });

  test('has another quantity', () => {
    expect(differences(ordered(['601']), [made('601', { quantity: 1 })])).toEqual(['quantity']);
  });

  test('has another configuration, and another quantity with it', () => {
    expect(differences(ordered(['601', { configurationId: 'a' }]), [made('601', { configurationId: 'b', quantity: 1 })])).toEqual(['configuration quantity']);
  });

  test('has another price than the person awaits; a price that nobody told is not compared', () => {
    expect(differences(ordered(['601', { awaitedPrice: '9,5' }], ['602']), [made('601'), made('602')])).toEqual(['price', 'same']);
    expect(differences(ordered(['601', { awaitedPrice: '10.00' }]), [made('601')])).toEqual(['same']);
    expect(differences(ordered(['601', { awaitedPrice: '10' }]), [made('601', { price: null })])).toEqual(['same']);
  });

  test('of Taobao is known with and without its prefix', () => {
    expect(differences(ordered(['tb-601']), [made('601')])).toEqual(['same']);
  });
});

describe('lines of the same goods', () => {
  test('each take their own', () => {
    expect(differences(ordered(['601', { quantity: '3' }], ['601', { quantity: '1' }]), [made('601', { quantity: 1 }), made('601', { quantity: 3 })])).toEqual(['same', 'same']);
  });

  test('may have become one line', () => {
    const comparison = compareOrder(ordered(['601', { quantity: '3' }], ['601', { quantity: '1' }]), [made('601', { quantity: 4 })]);
    expect(comparison.isSame).toBe(true);
    expect(comparison.lines.map(({ isMerged }) => isMerged)).toEqual([true, true]);
  });

  test('one of which was left out are not taken for one', () => {
    expect(differences(ordered(['601', { quantity: '3' }], ['601', { quantity: '1' }]), [made('601', { quantity: 3 })])).toEqual(['same', 'missing']);
  });

  test('do not take the configuration of another line that is right', () => {
    const order = ordered(['601', { configurationId: 'gone' }], ['601', { configurationId: 'b' }]);
    expect(differences(order, [made('601', { configurationId: 'b' })])).toEqual(['missing', 'same']);
  });
});

test('what was not sent is shown, and counts as a difference', () => {
  const comparison = compareOrder(ordered(['601']), [made('601'), made('999')]);
  expect(comparison.extra.map(({ itemId }) => itemId)).toEqual(['999']);
  expect(comparison.isSame).toBe(false);
  expect(differentLines(comparison)).toBe(1);
});
