import { beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, lineStatusGroup, type LineCache } from '../../../main/orders/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { orderInfo, orderLine, waybill } from '../receiving/order-lines.ts';

let database: Database;
let cache: LineCache;
let now: number;

beforeEach(() => {
  now = 100_000;
  database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  cache = createLineCache(database, { now: () => now });
});

const order = orderInfo('ORD-0000012345', { customerName: 'Bat', customerLogin: 'bat', customerComment: 'fragile' });

function foundBy(...keys: string[]): string[] {
  return cache.findByWaybillKeys(keys)?.lines.map((line) => line.id) ?? [];
}

describe('storing lines', () => {
  test('keeps every field that is needed, with the time of the reading', () => {
    cache.store([orderLine('501', { weight: null })], 7);
    const [{ order: itsOrder, readAt, ...kept } = { order: undefined, readAt: 0 }] = cache.find(['501']);
    expect([itsOrder, readAt]).toEqual([null, 7]);
    expect(Object.keys(kept)).toHaveLength(20);
    expect(orderLine('501', { weight: null })).toMatchObject(kept);
  });

  test('says which lines are new or different, and which keys no line had before', () => {
    expect(cache.store([orderLine('501'), orderLine('502')], 1)).toEqual({
      changedLineIds: ['501', '502'],
      newKeys: [waybill],
    });
    expect(cache.store([orderLine('501'), orderLine('502', { quantity: 9 })], 2)).toEqual({
      changedLineIds: ['502'],
      newKeys: [],
    });
    expect(cache.store([orderLine('503')], 3)).toEqual({ changedLineIds: ['503'], newKeys: [] });
  });

  test('leaves what did not change as it is, but for the time of the reading', () => {
    cache.store([orderLine('501')], 1);
    const written = () => database.prepare('SELECT total_changes() AS changes').get()?.['changes'];
    const before = Number(written());
    cache.store([orderLine('501')], 2);
    expect(Number(written()) - before).toBe(1);
    expect(cache.find(['501'])[0]?.readAt).toBe(2);
  });

  test('replaces the keys of a line whose waybill changed', () => {
    cache.store([orderLine('501', { waybill: 'AA11111111, BB22222222' })], 1);
    expect(cache.store([orderLine('501', { waybill: 'BB22222222 / CC33333333' })], 2).newKeys).toContain('CC33333333');
    expect([foundBy('AA11111111'), foundBy('BB22222222'), foundBy('CC33333333')]).toEqual([[], ['501'], ['501']]);
  });

  test('leaves a later reading alone, unless that one is from the future', () => {
    cache.store([orderLine('501', { quantity: 5 })], 50);
    expect(cache.store([orderLine('501', { quantity: 4 })], 49)).toEqual({ changedLineIds: [], newKeys: [] });
    expect(cache.find(['501'])[0]?.quantity).toBe(5);
    now = 40;
    cache.store([orderLine('501', { quantity: 3 })], 40);
    expect(cache.find(['501'])[0]).toMatchObject({ quantity: 3, readAt: 40 });
  });

  test('keeps nothing of a page that fails', () => {
    const broken = orderLine('502', { quantity: 1.5 });
    expect(() => cache.store([orderLine('501'), broken], 1)).toThrow(/INTEGER/);
    expect([cache.count(), foundBy(waybill)]).toEqual([0, []]);
  });
});

describe('finding lines', () => {
  test('takes the first key that hits, and says which', () => {
    cache.store([orderLine('501'), orderLine('502', { waybill: 'SF1234567890123' })], 1);
    expect(cache.findByWaybillKeys(['NONE', 'SF1234567890123', waybill])).toMatchObject({
      key: 'SF1234567890123',
      lines: [{ id: '502' }],
    });
    expect(cache.findByWaybillKeys(['NONE'])).toBeNull();
    expect(cache.findByWaybillKeys([])).toBeNull();
  });

  test('gives lines by order and number, with what is known of the order', () => {
    cache.store(
      [orderLine('3', { orderId: 'ORD-0000000002' }), orderLine('2', { lineNumber: 2 }), orderLine('1', { lineNumber: 1 })],
      1,
    );
    cache.storeOrders([{ ...order, id: 'ORD-0000000002' }], 1);
    const lines = cache.findByWaybillKeys([waybill])?.lines ?? [];
    expect(lines.map((line) => [line.id, line.order?.customerName])).toEqual([
      ['3', 'Bat'],
      ['1', undefined],
      ['2', undefined],
    ]);
  });
});

describe('a whole order', () => {
  test('is taken in with its customer; lines that it does not have any more are removed', () => {
    cache.store([orderLine('501'), orderLine('502'), orderLine('601', { orderId: 'ORD-0000000002' })], 1);
    const change = cache.storeDetails({ order, lines: [orderLine('501', { quantity: 1 }), orderLine('9001')] }, 2);
    expect(change.changedLineIds.sort()).toEqual(['501', '502', '9001']);
    expect(cache.find(['501', '502', '601', '9001']).map((line) => line.id)).toEqual(['601', '501', '9001']);
    expect(foundBy(waybill)).toEqual(['601', '501', '9001']);
    expect(cache.find(['501'])[0]?.order).toEqual({ displayId: '12345', customerName: 'Bat', customerComment: 'fragile' });
  });

  test('that was read before a line was does not remove it', () => {
    cache.store([orderLine('501')], 5);
    expect(cache.storeDetails({ order, lines: [] }, 4).changedLineIds).toEqual([]);
    expect(cache.count()).toBe(1);
  });

  test('that was read earlier does not replace what is known of it', () => {
    cache.store([orderLine('501')], 1);
    cache.storeOrders([{ ...order, customerName: 'new' }], 5);
    cache.storeOrders([{ ...order, customerName: 'old' }], 4);
    expect(cache.find(['501'])[0]?.order?.customerName).toBe('new');
  });
});

test('the number of lines is kept through additions, removals and failures', () => {
  cache.store([orderLine('501'), orderLine('502')], 1);
  cache.remove('501');
  cache.remove('no such line');
  const fail = () =>
    database.transaction(() => {
      cache.store([orderLine('503')], 1);
      throw new Error('no');
    });
  expect(fail).toThrow('no');
  expect([cache.count(), foundBy(waybill)]).toEqual([1, ['502']]);
});

test('lines that were not read lately are named, the longest unread first', () => {
  cache.store([orderLine('1'), orderLine('2', { statusId: 6 })], 10);
  cache.store([orderLine('3', { statusId: 1 })], 5);
  cache.store([orderLine('4')], 20);
  expect(cache.lineIdsReadBefore(20, [1, 4])).toEqual(['3', '1']);
  expect(cache.lineIdsReadBefore(20, [1, 4], 1)).toEqual(['3']);
});

test('progress is kept and forgotten by name', () => {
  cache.progress.write('fill', 'page 7');
  cache.progress.write('fill', 'page 8');
  expect(cache.progress.read('fill')).toBe('page 8');
  cache.progress.write('fill', null);
  expect(cache.progress.read('fill')).toBeNull();
});

test('statuses are grouped as the reference has them', () => {
  const groups = Array.from({ length: 14 }, (_, index) => lineStatusGroup(index + 1));
  expect(groups).toEqual([
    ...Array.from({ length: 5 }, () => 'awaited'),
    ...Array.from({ length: 5 }, () => 'received'),
    ...Array.from({ length: 3 }, () => 'not-deliverable'),
    'awaited',
  ]);
});
