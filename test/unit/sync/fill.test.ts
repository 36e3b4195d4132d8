import { beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, type LineCache } from '../../../main/orders/index.ts';
import type { Database } from '../../../main/storage/index.ts';
import { createCacheFill, type CacheFill } from '../../../main/sync/cache/fill.ts';
import { createCacheIntake } from '../../../main/sync/cache/intake.ts';
import { createPageStore } from '../../../main/sync/cache/page-store.ts';
import { openInMemory } from './journal-in-memory.ts';
import { createManualTime, type ManualTime } from './manual-time.ts';
import { createWorld, failure, orderLine, type World } from './world-in-memory.ts';

let database: Database;
let lineCache: LineCache;
let world: World;
let time: ManualTime;
let completed: Promise<void>;
let fill: CacheFill;
let onProgress: () => void;

beforeEach(() => {
  database = openInMemory();
  time = createManualTime();
  lineCache = createLineCache(database, { now: time.now });
  world = createWorld(Array.from({ length: 500 }, (_, index) => orderLine(String(1000 + index), { orderId: `ORD-${index % 240}` })));
  onProgress = () => {};
  newFill();
});

function newFill(): void {
  completed = new Promise((resolve) => {
    fill = createCacheFill({
      client: world.client,
      lineCache,
      storePage: createPageStore({
        database,
        lineCache,
        intake: createCacheIntake(lineCache, { onChange: () => {}, onOrders: () => {} }),
      }),
      now: time.now,
      schedule: time.schedule,
      onProgress: () => onProgress(),
      onComplete: resolve,
    });
  });
}

/** Does `act` at once when the fill tells of a progress for which `matches` holds; resolves when that is done. */
function whenProgress(matches: () => boolean, act: () => void | Promise<void> = () => {}): Promise<void> {
  return new Promise((resolve) => {
    onProgress = () => {
      if (!matches()) return;
      onProgress = () => {};
      resolve(act());
    };
  });
}

function searches(): string[] {
  return world.calls.filter((call) => call.startsWith('search '));
}

describe('a fill', () => {
  test('brings every line and every order, and is not repeated', async () => {
    fill.start();
    await completed;
    expect(lineCache.count()).toBe(500);
    expect(lineCache.find(['1000', '1499']).map((line) => line.order?.customerName)).toEqual(['customer of ORD-0', 'customer of ORD-19']);
    expect(searches()).toEqual([0, 95, 190, 285, 380, 475].map((position) => `search ${position}`));
    expect(fill.status()).toBeNull();
    newFill();
    fill.start();
    expect(fill.isComplete()).toBe(true);
    expect(searches()).toHaveLength(6);
  });

  test('tells how far it is', async () => {
    const told: unknown[] = [];
    onProgress = () => told.push(fill.status());
    fill.start();
    await completed;
    expect(told).toEqual([
      { done: 0, total: null, state: 'running' },
      ...[100, 195, 290, 385, 480, 500, 600, 695, 740].map((done) => ({ done, total: 740, state: 'running' })),
      null,
    ]);
  });

  test('goes on after a restart where it was', async () => {
    const stopped = whenProgress(() => fill.status()?.done === 385, () => fill.stop());
    fill.start();
    await stopped;
    const before = searches().length;
    newFill();
    fill.start();
    await completed;
    expect(lineCache.count()).toBe(500);
    expect(searches().slice(before)).toEqual(['search 380', 'search 475']);
  });

  test('stands while paused, and goes on where it was', async () => {
    const paused = whenProgress(() => fill.status()?.done === 195, () => fill.pause());
    fill.start();
    await paused;
    expect(fill.status()).toEqual({ done: 195, total: 740, state: 'paused' });
    const before = searches().length;
    fill.wake();
    time.advance(120_000);
    expect(searches()).toHaveLength(before);
    fill.resume();
    await completed;
    expect(lineCache.count()).toBe(500);
  });

  test('stands paused over a restart until a person lets it go on', async () => {
    const paused = whenProgress(() => fill.status()?.done === 195, () => fill.pause());
    fill.start();
    await paused;
    await fill.stop();

    newFill();
    fill.start();
    fill.wake();
    expect(fill.status()).toEqual({ done: 195, total: 740, state: 'paused' });
    const before = searches().length;
    time.advance(120_000);
    expect(searches()).toHaveLength(before);
    fill.resume();
    await completed;
    expect(lineCache.count()).toBe(500);

    newFill();
    fill.start();
    expect(fill.status()).toBeNull();
  });

  test.each(['by itself after a while', 'at once when the network returns'])('comes back %s', async (how) => {
    world.mishaps.push({ call: 'search 190', moment: 'before', error: failure('network') });
    const waiting = whenProgress(() => fill.status()?.state === 'waiting-for-network');
    fill.start();
    await waiting;
    expect(fill.status()?.done).toBe(195);
    if (how.startsWith('at once')) fill.wake();
    else time.advance(2_000);
    await completed;
    expect(lineCache.count()).toBe(500);
  });

  test('walks once more when lines are missing at the end, since they have moved behind its back', async () => {
    world.meanwhile = (call) => {
      if (call !== 'search 380') return;
      world.meanwhile = null;
      world.lines.unshift(orderLine('9999', { orderId: 'ORD-0' }));
    };
    fill.start();
    await completed;
    expect(lineCache.count()).toBe(501);
  });
});
