import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, startCacheWriting, type CacheWriting, type LineCache } from '../../../main/orders/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { createCacheIntake } from '../../../main/sync/cache/intake.ts';
import { createPageStore } from '../../../main/sync/cache/page-store.ts';
import { orderLine } from '../../unit/receiving/order-lines.ts';

let folder: string;
let database: Database;
let cache: LineCache;
let writing: CacheWriting;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writing-test-'));
  database = openDatabase({ journal: join(folder, 'journal.db'), cache: join(folder, 'cache.db') });
  cache = createLineCache(database, { now: () => Date.now() });
  writing = startCacheWriting(database);
});

afterEach(async () => {
  await writing.stop();
  database.close();
  rmSync(folder, { recursive: true });
});

/** A page of lines with numbers of its own. */
function pageOf(number: number, lines = 100) {
  return {
    lines: Array.from({ length: lines }, (_, index) => orderLine(String(number * 1000 + index))),
    orders: [],
    readAt: 1,
    now: 1,
    progress: { name: 'walk', value: `page ${number}` },
  };
}

describe('pages that a thread writes', () => {
  test('are seen here as soon as they are told of', async () => {
    const change = await writing.store(pageOf(1));
    expect(change.changedLineIds).toHaveLength(100);
    expect([cache.count(), cache.progress.read('walk')]).toEqual([100, 'page 1']);
    expect(cache.search('1099', 5).lines).toBeDefined();
  });

  test('and what is written here meanwhile come in each other’s turn: nothing is refused, nothing lost', async () => {
    const pages = Array.from({ length: 20 }, (_, index) => writing.store(pageOf(index + 1)));
    const all = Promise.all(pages);
    let written = 0;
    while (cache.progress.read('walk') !== 'page 20') {
      // As a scan does it: a transaction of the journal, and then lines that OT Platform has told.
      database.transaction(() => cache.progress.write('here', String((written += 1))));
      cache.store([orderLine(`here-${written}`)], 2);
      await Promise.race([all, pause(1)]);
    }
    await all;
    expect(written).toBeGreaterThan(0);
    expect(cache.count()).toBe(2_000 + written);
    expect([cache.progress.read('walk'), cache.progress.read('here')]).toEqual(['page 20', String(written)]);
  });

  test('are written here when the thread fails, which is told', async () => {
    const told: unknown[] = [];
    const intake = createCacheIntake(cache, { onChange: () => {}, onOrders: () => {} });
    const failing: CacheWriting = { store: () => Promise.reject(new Error('no thread')), stop: async () => {} };
    const store = createPageStore({ database, lineCache: cache, intake, writing: failing, onUnexpected: (error) => told.push(error) });
    // The first few are written here anyway.
    for (let number = 1; number <= 5; number += 1) await store(pageOf(number));
    expect(told).toEqual([]);
    await store(pageOf(6));
    expect([cache.count(), cache.progress.read('walk')]).toEqual([600, 'page 6']);
    expect(told).toEqual([new Error('no thread')]);
  });

  test('are told of as if they had been written here', async () => {
    const told: string[] = [];
    const intake = createCacheIntake(cache, {
      onChange: (change) => told.push(`${change.changedLineIds.length} lines, ${change.newKeys.length} waybills`),
      onOrders: (orderIds) => told.push(`${orderIds.length} orders`),
    });
    const store = createPageStore({ database, lineCache: cache, intake, writing });
    for (let number = 1; number <= 6; number += 1) {
      await store(pageOf(number, 3));
      await new Promise((resolve) => setImmediate(resolve));
    }
    // The last one, from the thread, as the second one.
    expect(told.slice(-2)).toEqual(told.slice(2, 4));
    expect(new Set(told.slice(-2))).toEqual(new Set(['1 orders', '3 lines, 0 waybills']));
  });
});
