import { beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, createOrderCache, type LineCache } from '../../../main/orders/index.ts';
import { createPageWriter } from '../../../main/orders/writing/write-page.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { orderInfo, orderLine } from '../receiving/order-lines.ts';

let database: Database;
let cache: LineCache;

beforeEach(() => {
  database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  cache = createLineCache(database, { now: () => Date.now() });
});

const quiet = { isAsked: () => false, giveWay: () => {} };
const lines = ['501', '502', '503'].map((id) => orderLine(id));
const page = { lines, orders: [], readAt: 1, now: 1, progress: { name: 'walk', value: 'page 1' } };

describe('a page', () => {
  test('is written with how far the walk has come', () => {
    const change = createPageWriter(database, quiet)(page);
    expect(change.changedLineIds).toEqual(['501', '502', '503']);
    expect(cache.count()).toBe(3);
    expect(cache.progress.read('walk')).toBe('page 1');
  });

  test('is written in pieces when somebody asks for a turn, and each time gives way before it goes on', () => {
    const seen: { lines: number; progress: string | null }[] = [];
    const giveWay = (): void => void seen.push({ lines: cache.count(), progress: cache.progress.read('walk') });
    const change = createPageWriter(database, { isAsked: () => true, giveWay })(page);
    expect(seen).toEqual([0, 1, 2].map((count) => ({ lines: count, progress: null })));
    expect(change.changedLineIds).toEqual(['501', '502', '503']);
    expect(cache.progress.read('walk')).toBe('page 1');
  });

  test('of orders is written in pieces, too', () => {
    const orders = ['ORD-3', 'ORD-1', 'ORD-2'].map((id) => orderInfo(id));
    createPageWriter(database, { isAsked: () => true, giveWay: () => {} })({ ...page, lines: [], orders });
    const known = createOrderCache(database, { now: () => Date.now() });
    expect(['ORD-1', 'ORD-2', 'ORD-3'].map((id) => known.order(id)?.order.id)).toEqual(['ORD-1', 'ORD-2', 'ORD-3']);
    expect(cache.progress.read('walk')).toBe('page 1');
  });

  test('leaves a later reading alone, unless that one is from the future', () => {
    cache.store([orderLine('501', { quantity: 5 })], 50);
    const older = { ...page, lines: [orderLine('501', { quantity: 4 })], readAt: 49 };
    createPageWriter(database, quiet)({ ...older, now: 60 });
    expect(cache.find(['501'])[0]?.quantity).toBe(5);
    createPageWriter(database, quiet)({ ...older, now: 49 });
    expect(cache.find(['501'])[0]?.quantity).toBe(4);
  });

  test('without anything still says how far the walk has come', () => {
    expect(createPageWriter(database, quiet)({ ...page, lines: [] })).toEqual({ changedLineIds: [], newKeys: [] });
    expect(cache.progress.read('walk')).toBe('page 1');
  });

  test('that fails in the middle leaves nothing of its last piece, and no progress', () => {
    const broken = { ...orderLine('502'), quantity: 'many' as unknown as number };
    expect(() => createPageWriter(database, quiet)({ ...page, lines: [lines[0] ?? broken, broken] })).toThrow(/quantity/);
    expect([cache.count(), cache.progress.read('walk')]).toEqual([0, null]);
  });
});
