import { beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, type LineCache } from '../../../main/orders/index.ts';
import { createOrderChoices } from '../../../main/orders/order-choices.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { orderInfo, orderLine } from '../receiving/order-lines.ts';

let database: Database;
let cache: LineCache;

beforeEach(() => {
  database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  cache = createLineCache(database, { now: () => 1_000 });
});

function idOf(number: number): string {
  return `ORD-${String(number).padStart(10, '0')}`;
}

function put(number: number, ...lines: ({ id: string } & Parameters<typeof orderLine>[1])[]): void {
  const orderId = idOf(number);
  const made = lines.map(({ id, ...change }) => orderLine(id, { orderId, waybill: '', ...change }));
  cache.storeDetails({ order: orderInfo(orderId), lines: made }, 1_000);
}

/** Orders of one line each, with provider orders. */
function fill({ from, to, statusId }: { from: number; to: number; statusId: number }): void {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  cache.store(
    numbers.map((number) => orderLine(`line-${number}`, { orderId: idOf(number), statusId, waybill: '' })),
    1_000,
  );
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

  test('are found by a part of the customer’s name, in whatever letters', () => {
    put(7, { id: '1', statusId: 2, providerOrderId: '' });
    put(8, { id: '2', statusId: 2, providerOrderId: '' }, { id: '3', statusId: 4 });
    put(9, { id: '4', statusId: 4 });
    for (const number of [8, 9]) cache.storeOrders([orderInfo(idOf(number), { customerName: 'Магазин «Весна»' })], 1_000);
    expect(idsOf({ text: 'магазин «весна' })).toEqual([[8, '2']]);
    expect(idsOf({ text: 'Customer 1042' })).toEqual([[7, '1']]);
  });

  test('are the newest ones, however late the lines of older ones were read', () => {
    fill({ from: 1, to: 2_500, statusId: 4 });
    put(3_000, { id: 'new', statusId: 4 });
    database.prepare('UPDATE cache.order_lines SET read_at = 2000 WHERE line_id <> ?').run('new');
    const { orders, more } = cache.orderChoices({ statusIds: [4, 5], isBound: true, text: '', limit: 3 });
    expect(orders.map(({ orderId }) => orderId)).toEqual([idOf(3_000), idOf(2_500), idOf(2_499)]);
    expect(more).toBe(true);
  });

  test('are also old ones that are still to be bought, below thousands of newer orders', () => {
    put(1, { id: 'old', statusId: 2, providerOrderId: '' });
    fill({ from: 2, to: 12_000, statusId: 10 });
    put(12_001, { id: 'new', statusId: 3, providerOrderId: '' });
    expect(idsOf()).toEqual([
      [12_001, 'new'],
      [1, 'old'],
    ]);
    expect(cache.orderChoices(toBuy).more).toBe(false);
  });

  test('are said to be more when not all lines of their status were looked at', () => {
    fill({ from: 1, to: 2_001, statusId: 2 });
    expect(cache.orderChoices(toBuy)).toEqual({ orders: [], more: true });
  });

  test('are found by indexes, whatever the size of the cache', () => {
    const plans: string[] = [];
    const explained: Database = {
      ...database,
      prepare(sql) {
        const plan = database.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
        plans.push(plan.map(({ detail }) => detail).join('\n'));
        return database.prepare(sql);
      },
    };
    createOrderChoices(explained, () => ({ lines: [], more: false }));
    expect(plans.length).toBeGreaterThan(0);
    // The one scan goes down the index of orders, so it needs no sorting and ends by itself.
    const scans = plans.filter((plan) => /SCAN (?!\(|json_each)/.test(plan));
    expect(scans).toEqual([expect.stringContaining('SCAN cache.order_lines USING INDEX order_lines_by_order')]);
    expect(scans[0]).not.toContain('TEMP B-TREE');
  });
});
