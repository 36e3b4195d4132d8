import { beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, type LineCache } from '../../../main/orders/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { orderInfo, orderLine } from '../receiving/order-lines.ts';

let database: Database;
let cache: LineCache;

beforeEach(() => {
  database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  cache = createLineCache(database, { now: () => 1_000 });
});

function put(number: number, ...lines: ({ id: string } & Parameters<typeof orderLine>[1])[]): void {
  const orderId = `ORD-${String(number).padStart(10, '0')}`;
  const made = lines.map(({ id, ...change }) => orderLine(id, { orderId, waybill: '', ...change }));
  cache.storeDetails({ order: orderInfo(orderId), lines: made }, 1_000);
}

const toBuy = { statusIds: [2, 3], isBound: false, text: '', limit: 10 };
const idsOf = (query: Partial<typeof toBuy> = {}) =>
  cache.orderChoices({ ...toBuy, ...query }).orders.map(({ orderId, lines }) => [Number(orderId.slice(4)), lines.map(({ id }) => id).join(' ')]);

describe('orders to choose from', () => {
  test('are those with lines in the wanted statuses, newest first, with those lines only', () => {
    put(7, { id: '1', statusId: 2, providerOrderId: '' }, { id: '2', statusId: 4 });
    put(9, { id: '3', statusId: 3, providerOrderId: '', lineNumber: 2 }, { id: '4', statusId: 2, providerOrderId: '', lineNumber: 1 });
    put(8, { id: '5', statusId: 2, providerOrderId: '2893' });
    expect(idsOf()).toEqual([
      [9, '4 3'],
      [7, '1'],
    ]);
    expect(idsOf({ isBound: true })).toEqual([[8, '5']]);
  });

  test('are as many as are wanted, and it is said when there are more', () => {
    for (let number = 1; number <= 4; number += 1) put(number, { id: `${number}`, statusId: 2, providerOrderId: '' });
    expect(cache.orderChoices({ ...toBuy, limit: 3 })).toMatchObject({ more: true, orders: [{}, {}, {}] });
    expect(cache.orderChoices({ ...toBuy, limit: 4 })).toMatchObject({ more: false });
  });

  test('are found by order number, item, and what else Look up finds', () => {
    put(12345, { id: '501', statusId: 2, providerOrderId: '', itemId: 'abb-77' }, { id: '502', statusId: 2, providerOrderId: '' });
    put(12346, { id: '503', statusId: 2, providerOrderId: '', itemId: 'abb-78' });
    expect(idsOf({ text: '12345' })).toEqual([[12345, '501 502']]);
    expect(idsOf({ text: 'abb-78' })).toEqual([[12346, '503']]);
    expect(idsOf({ text: 'nothing' })).toEqual([]);
  });

  test('are found by an index, whatever the size of the cache', () => {
    const plan = database
      .prepare<{ detail: string }>(
        `EXPLAIN QUERY PLAN SELECT number FROM cache.order_lines WHERE status_id = 2 ORDER BY read_at DESC, number DESC LIMIT 10`,
      )
      .all()
      .map(({ detail }) => detail)
      .join('\n');
    expect(plan).toContain('order_lines_by_status');
    expect(plan).not.toContain('TEMP B-TREE');
  });
});
