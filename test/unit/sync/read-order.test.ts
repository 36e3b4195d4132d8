import { beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, type CacheChange, type LineCache } from '../../../main/orders/index.ts';
import { createOutboxStore, createSync, type Sync } from '../../../main/sync/index.ts';
import { openInMemory } from './journal-in-memory.ts';
import { createManualTime, type ManualTime } from './manual-time.ts';
import { createWorld, failure, orderLine, type World } from './world-in-memory.ts';

let lineCache: LineCache;
let world: World;
let time: ManualTime;
let changes: CacheChange[];
let sync: Sync;

beforeEach(() => {
  const database = openInMemory();
  time = createManualTime();
  lineCache = createLineCache(database, { now: time.now });
  world = createWorld([orderLine('1', { orderId: 'ORD-1' }), orderLine('2', { orderId: 'ORD-1', waybill: '' }), orderLine('3', { orderId: 'ORD-2' })]);
  changes = [];
  sync = createSync({
    database,
    outbox: createOutboxStore(database, { now: time.now }),
    lineCache,
    client: world.client,
    now: time.now,
    refreshMinutes: () => 10,
    openWaybills: () => [],
    onOperation: () => {},
    onLines: (change) => changes.push(change),
    onStatus: () => {},
    onUnexpected: (error) => {
      throw error;
    },
    schedule: time.schedule,
  });
});

describe('reading an order', () => {
  test('answers with it as it is now, and whoever listens hears what it changes in the cache', async () => {
    const details = await sync.readOrder('ORD-1');
    expect(details.order.id).toBe('ORD-1');
    expect(details.lines.map(({ id }) => id)).toEqual(['1', '2']);
    expect(lineCache.find(['1', '2', '3']).map(({ id, order }) => [id, order?.customerName])).toEqual([
      ['1', 'customer of ORD-1'],
      ['2', 'customer of ORD-1'],
    ]);
    expect(changes.map(({ changedLineIds }) => changedLineIds)).toEqual([['1', '2']]);
  });

  test('takes lines that it does not have any more out of the cache', async () => {
    await sync.readOrder('ORD-1');
    world.lines = world.lines.filter(({ id }) => id !== '2');
    time.advance(1_000);
    await sync.readOrder('ORD-1');
    expect(lineCache.find(['1', '2']).map(({ id }) => id)).toEqual(['1']);
  });

  test('leaves alone what was read after this reading had begun', async () => {
    world.meanwhile = () => {
      time.advance(1_000);
      lineCache.store([orderLine('1', { orderId: 'ORD-1', statusId: 6 })], time.now());
    };
    await sync.readOrder('ORD-1');
    expect(lineCache.find(['1']).map(({ status }) => status.id)).toEqual([6]);
  });

  test('tells why it did not get through, and changes nothing then', async () => {
    world.mishaps.push({ call: 'details ORD-1', moment: 'before', error: failure('api', { errorCode: 'NotFound' }) });
    await expect(sync.readOrder('ORD-1')).rejects.toMatchObject({ kind: 'api', errorCode: 'NotFound' });
    expect(changes).toEqual([]);
    expect(lineCache.count()).toBe(0);
  });

  test('ends when the connection does', async () => {
    world.client.orders.details = (_orderId, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => reject(failure('aborted')));
      });
    const reading = sync.readOrder('ORD-1');
    await Promise.all([expect(reading).rejects.toMatchObject({ kind: 'aborted' }), sync.stop()]);
  });
});
