import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPracticeStation, orderedLines, type PracticeStation } from './practice-station.ts';

let station: PracticeStation;

afterEach(() => station.close());

/** What the cache and the platform disagree about, line by line. */
function differences(): string[] {
  const { world } = station.platform;
  const different: string[] = [];
  for (let slot = 0; slot < world.lineCount; slot += 1) {
    const there = world.line(slot);
    const [here] = station.lineCache.find([there.id]);
    if (!here) different.push(`${there.id} is missing`);
    else if (here.status.id !== there.statusId || here.quantity !== there.qty || here.waybill !== there.vendPurchWaybill) {
      different.push(`${there.id} is ${here.status.id} ${here.quantity} ${here.waybill}`);
    }
  }
  return different;
}

describe('a fill of 2,000 lines', () => {
  beforeEach(async () => {
    station = await openPracticeStation({ lines: 2_000, seed: 5 });
  });

  test('ends with exactly the lines of the platform, whatever interrupts it', async () => {
    const { control } = station.platform;
    control.addFault({ method: 'SearchOrderLines', times: 1, effect: { kind: 'truncated-body' } });
    station.sync.start();
    await station.until(() => (station.sync.cache().fill?.done ?? 0) >= 300);
    station.sync.pauseFill();
    expect(station.sync.cache().fill?.state).toBe('paused');
    control.addFault({ method: '*', times: 20, effect: { kind: 'reset' } });
    station.sync.resumeFill();
    await station.until(() => station.sync.cache().fill?.state === 'waiting-for-network');
    await station.until(() => (station.sync.cache().fill?.done ?? 0) >= 1_000);
    control.expireSessions();
    control.addFault({ method: 'SearchOrders', times: 4, effect: { kind: 'http-500' } });
    await station.until(() => station.sync.cache().freshAt !== null && station.sync.cache().fill === null);

    expect(station.lineCache.count()).toBe(2_000);
    expect(differences()).toEqual([]);
    const { world } = station.platform;
    const [line] = station.lineCache.find([world.line(0).id]);
    expect(line?.order?.customerName).not.toBe('');
    expect(station.database.prepare('SELECT count(*) AS orders FROM cache.orders').get()).toEqual({ orders: world.orderCount });
  });
});

describe('a refresh', () => {
  beforeEach(async () => {
    station = await openPracticeStation({ lines: 300, seed: 9 });
    station.sync.start();
    await station.until(() => station.sync.cache().freshAt !== null && station.sync.cache().fill === null);
  });

  test('brings what other stations did, and what a split made', async () => {
    const [received, cancelled, split] = await orderedLines(station.client, 3, 3);
    if (!received || !cancelled || !split) throw new Error('too few lines');
    station.platform.control.setLineFields(received.id, { statusId: 6 });
    station.platform.control.setLineFields(cancelled.id, { statusId: 13 });
    await station.client.lines.split(split.orderId, split.id, 1);
    expect(differences()).toHaveLength(4);
    expect(await station.sync.refreshCache()).toBe(true);
    expect(differences()).toEqual([]);
  });

  test('brings waybills that were not known, and tells their keys', async () => {
    const before = station.told.length;
    const revealed = station.platform.control.revealParcels('all');
    expect(revealed.length).toBeGreaterThan(0);
    expect(await station.sync.refreshCache()).toBe(true);
    const newKeys = station.told.slice(before).flatMap((change) => change.newKeys);
    expect(newKeys).toEqual(expect.arrayContaining(revealed.map((parcel) => parcel.waybill)));
    expect(differences()).toEqual([]);
  });

  test('removes nothing when it is cut off, and says that it did not get through', async () => {
    station.platform.control.addFault({ method: 'SearchOrderLines', times: 100, effect: { kind: 'wrong-content' } });
    expect(await station.sync.refreshCache()).toBe(false);
    expect(station.lineCache.count()).toBe(300);
    expect(differences()).toEqual([]);
  });

  test('asks for the waybills of unknown parcels every minute', async () => {
    const [hidden] = station.platform.control.parcels({ kind: 'not-yet-known', limit: 1 });
    if (!hidden) throw new Error('no such parcel');
    station.openWaybills.push(hidden.waybill);
    station.platform.control.revealParcels([hidden.waybill]);
    await station.until(() => station.told.some((change) => change.newKeys.includes(hidden.waybill)));
    expect(station.lineCache.findByWaybillKeys([hidden.waybill])?.lines.length).toBeGreaterThan(0);
  });
});

describe('the network', () => {
  beforeEach(async () => {
    station = await openPracticeStation({ lines: 20, seed: 3 });
  });

  test('goes away and comes back', async () => {
    station.sync.start();
    await station.until(() => station.sync.network().state === 'online');
    station.platform.control.addFault({ method: '*', times: 1_000, effect: { kind: 'reset' } });
    await station.sync.refreshCache();
    expect(station.sync.network()).toMatchObject({ state: 'offline', error: { code: 'network' } });
    station.platform.control.clearFaults();
    await station.until(() => station.sync.network().state === 'online');
  });

  test('a refused login is told as such', async () => {
    station.platform.control.addFault({
      method: 'AuthenticateInstanceOperator',
      times: 1,
      effect: { kind: 'refuse', errorCode: 'AccessDenied' },
    });
    station.sync.start();
    await station.until(() => station.sync.network().state === 'refused');
    expect(station.sync.network().error).toMatchObject({ code: 'session-refused', apiCode: 'AccessDenied' });
  });
});
