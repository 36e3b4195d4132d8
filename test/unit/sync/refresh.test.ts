import { beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, type CacheChange, type LineCache } from '../../../main/orders/index.ts';
import { createCacheIntake } from '../../../main/sync/cache/intake.ts';
import { createCacheReader, type CacheReader } from '../../../main/sync/cache/reader.ts';
import { createCacheRefresh, type CacheRefresh } from '../../../main/sync/cache/refresh.ts';
import { openInMemory } from './journal-in-memory.ts';
import { createManualTime, type ManualTime } from './manual-time.ts';
import { createWorld, failure, orderLine, type World } from './world-in-memory.ts';

let lineCache: LineCache;
let world: World;
let time: ManualTime;
let changes: CacheChange[];
let reader: CacheReader;
const never = new AbortController().signal;

beforeEach(async () => {
  const database = openInMemory();
  time = createManualTime();
  lineCache = createLineCache(database, { now: time.now });
  world = createWorld([
    orderLine('1', { orderId: 'ORD-1' }),
    orderLine('2', { orderId: 'ORD-1' }),
    orderLine('3', { orderId: 'ORD-2', waybill: '' }),
    orderLine('4', { orderId: 'ORD-3', statusId: 9 }),
  ]);
  changes = [];
  const intake = createCacheIntake(lineCache, { onChange: (change) => changes.push(change), onOrders: () => {} });
  reader = createCacheReader({ database, client: world.client, lineCache, intake, now: time.now });
  lineCache.store(structuredClone(world.lines), time.now());
  time.advance(60_000);
});

function lineOfWorld(id: string) {
  const line = world.lines.find((candidate) => candidate.id === id);
  if (!line) throw new Error(`no line ${id}`);
  return line;
}

function cached(id: string) {
  return lineCache.find([id])[0];
}

describe('reading the awaited lines anew', () => {
  test('brings a line that another station has received', async () => {
    lineOfWorld('1').status = { id: 6, name: 'Received' };
    await reader.readAwaited(never);
    expect(cached('1')?.status.id).toBe(6);
    expect(changes.map((change) => change.changedLineIds)).toEqual([['1']]);
  });

  test('brings a new waybill and tells its key', async () => {
    lineOfWorld('3').waybill = 'SF1234567890123';
    await reader.readAwaited(never);
    expect(changes.flatMap((change) => change.newKeys)).toEqual(['SF1234567890123']);
  });

  test('brings new lines and what is known of their order', async () => {
    world.lines.push(orderLine('5', { orderId: 'ORD-9' }));
    await reader.readAwaited(never);
    expect(cached('5')?.order?.customerName).toBe('customer of ORD-9');
  });

  test('makes up for orders that it could not read the last time', async () => {
    world.mishaps.push({ call: 'searchOrders', moment: 'before', error: failure('network') });
    await expect(reader.readAwaited(never)).rejects.toThrow('network');
    expect(cached('1')?.order).toBeNull();
    await reader.readAwaited(never);
    expect(cached('1')?.order?.customerComment).toBe('fragile');
  });

  test('removes a line that its order does not have any more, and no other', async () => {
    world.lines = world.lines.filter((line) => line.id !== '2');
    await reader.readAwaited(never);
    expect(lineCache.find(['1', '2', '3', '4']).map((line) => line.id)).toEqual(['1', '3', '4']);
  });

  test('removes the lines of an order that is gone', async () => {
    world.lines = world.lines.filter((line) => line.id !== '3');
    world.mishaps.push({ call: 'details ORD-2', moment: 'before', error: failure('api', { errorCode: 'NotFound' }) });
    await reader.readAwaited(never);
    expect(lineCache.find(['1', '2', '3', '4']).map((line) => line.id)).toEqual(['1', '2', '4']);
  });

  test('removes nothing when it does not get through', async () => {
    world.lines = [];
    world.mishaps.push({ call: 'details ORD-1', moment: 'before', error: failure('network') });
    await expect(reader.readAwaited(never)).rejects.toThrow('network');
    expect(lineCache.count()).toBe(4);
  });

  test('misses no line although lines leave the list while it is read', async () => {
    world.lines = Array.from({ length: 600 }, (_, index) => orderLine(String(1000 + index), { orderId: `ORD-${index}` }));
    lineCache.store(structuredClone(world.lines), time.now());
    time.advance(60_000);
    world.meanwhile = (call) => {
      if (call !== 'search 190') return;
      world.meanwhile = null;
      for (let index = 0; index < 120; index += 1) lineOfWorld(String(1000 + index)).status = { id: 6, name: 'Received' };
      lineOfWorld('1300').waybill = 'ZT7712345678901';
    };
    await reader.readAwaited(never);
    expect(cached('1300')?.waybill).toBe('ZT7712345678901');
    expect(lineCache.lineIdsReadBefore(time.now(), [4])).toEqual([]);
    time.advance(60_000);
    await reader.readAwaited(never);
    expect(world.lines.filter((line) => cached(line.id)?.status.id !== line.status.id)).toEqual([]);
  });
});

describe('the times of refreshing', () => {
  let refresh: CacheRefresh;
  let online: boolean;
  let filling: boolean;
  let fresh: number;
  let open: string[];

  beforeEach(() => {
    online = true;
    filling = false;
    fresh = 0;
    open = [];
    refresh = createCacheRefresh({
      reader,
      lineCache,
      isOnline: () => online,
      isFilling: () => filling,
      refreshMinutes: () => 10,
      openWaybills: () => open,
      now: time.now,
      schedule: time.schedule,
      onFresh: () => {
        fresh += 1;
      },
    });
  });

  /** Lets what a tick has begun come to its end: the world answers at once, only turns of the event loop go by. */
  async function settled(): Promise<void> {
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  test('are as far apart as the setting says', async () => {
    refresh.start();
    await settled();
    expect(fresh).toBe(1);
    expect(refresh.freshAt()).toBe(time.now());
    for (let minute = 0; minute < 20; minute += 1) {
      time.advance(60_000);
      await settled();
    }
    expect(fresh).toBe(3);
  });

  test('wait for OT Platform to be within reach', async () => {
    online = false;
    refresh.start();
    await settled();
    expect(world.calls).toEqual([]);
    online = true;
    refresh.wake();
    await settled();
    expect(fresh).toBe(1);
  });

  test('wait for the end of a fill, which reads every line anyway', async () => {
    filling = true;
    refresh.start();
    await settled();
    expect(fresh).toBe(0);
    filling = false;
    time.advance(60_000);
    await settled();
    expect(fresh).toBe(1);
  });

  test('come every minute for the waybills of unknown parcels', async () => {
    await refresh.refresh();
    open = ['SF1234567890123'];
    lineOfWorld('3').waybill = 'SF1234567890123';
    refresh.start();
    await settled();
    expect(changes.flatMap((change) => change.newKeys)).toEqual(['SF1234567890123']);
    expect(fresh).toBe(1);
  });

  test('a person can ask at once, also twice', async () => {
    const [one, other] = await Promise.all([refresh.refresh(), refresh.refresh()]);
    expect([one, other, fresh]).toEqual([true, true, 1]);
    world.mishaps.push({ call: 'search', moment: 'before', error: failure('network') });
    expect(await refresh.refresh()).toBe(false);
    expect(fresh).toBe(1);
  });
});
