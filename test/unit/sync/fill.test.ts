import { beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, type LineCache } from '../../../main/orders/index.ts';
import type { Database } from '../../../main/storage/index.ts';
import { createCacheFill, type CacheFill } from '../../../main/sync/cache/fill.ts';
import { createCacheIntake } from '../../../main/sync/cache/intake.ts';
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
  world = createWorld(Array.from({ length: 250 }, (_, index) => orderLine(String(1000 + index), { orderId: `ORD-${index % 120}` })));
  onProgress = () => {};
  newFill();
});

function newFill(): void {
  completed = new Promise((resolve) => {
    fill = createCacheFill({
      database,
      client: world.client,
      lineCache,
      intake: createCacheIntake(lineCache, { onChange: () => {}, onOrders: () => {} }),
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
    expect(lineCache.count()).toBe(250);
    expect(lineCache.find(['1000', '1249']).map((line) => line.order?.customerName)).toEqual(['customer of ORD-0', 'customer of ORD-9']);
    expect(searches()).toEqual([0, 45, 90, 135, 180, 225].map((position) => `search ${position}`));
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
      ...[50, 95, 140, 185, 230, 250, 300, 345, 370].map((done) => ({ done, total: 370, state: 'running' })),
      null,
    ]);
  });

  test('goes on after a restart where it was', async () => {
    const stopped = whenProgress(() => fill.status()?.done === 185, () => fill.stop());
    fill.start();
    await stopped;
    const before = searches().length;
    newFill();
    fill.start();
    await completed;
    expect(lineCache.count()).toBe(250);
    expect(searches().slice(before)).toEqual(['search 180', 'search 225']);
  });

  test('stands while paused, and goes on where it was', async () => {
    const paused = whenProgress(() => fill.status()?.done === 95, () => fill.pause());
    fill.start();
    await paused;
    expect(fill.status()).toEqual({ done: 95, total: 370, state: 'paused' });
    const before = searches().length;
    fill.wake();
    time.advance(120_000);
    expect(searches()).toHaveLength(before);
    fill.resume();
    await completed;
    expect(lineCache.count()).toBe(250);
  });

  test('stands paused over a restart until a person lets it go on', async () => {
    const paused = whenProgress(() => fill.status()?.done === 95, () => fill.pause());
    fill.start();
    await paused;
    await fill.stop();

    newFill();
    fill.start();
    fill.wake();
    expect(fill.status()).toEqual({ done: 95, total: 370, state: 'paused' });
    const before = searches().length;
    time.advance(120_000);
    expect(searches()).toHaveLength(before);
    fill.resume();
    await completed;
    expect(lineCache.count()).toBe(250);

    newFill();
    fill.start();
    expect(fill.status()).toBeNull();
  });

  test.each(['by itself after a while', 'at once when the network returns'])('comes back %s', async (how) => {
    world.mishaps.push({ call: 'search 90', moment: 'before', error: failure('network') });
    const waiting = whenProgress(() => fill.status()?.state === 'waiting-for-network');
    fill.start();
    await waiting;
    expect(fill.status()?.done).toBe(95);
    if (how.startsWith('at once')) fill.wake();
    else time.advance(2_000);
    await completed;
    expect(lineCache.count()).toBe(250);
  });

  test('walks once more when lines are missing at the end, since they have moved behind its back', async () => {
    world.meanwhile = (call) => {
      if (call !== 'search 180') return;
      world.meanwhile = null;
      world.lines.unshift(orderLine('9999', { orderId: 'ORD-0' }));
    };
    fill.start();
    await completed;
    expect(lineCache.count()).toBe(251);
  });
});
