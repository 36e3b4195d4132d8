import { beforeEach, describe, expect, test } from 'vitest';
import { orderInfo, orderLine, waybill } from './order-lines.ts';
import { createReceivingStation, type ReceivingStation } from './receiving-station.ts';

let station: ReceivingStation;

beforeEach(() => {
  station = createReceivingStation();
});

function scan(raw: string) {
  return station.receiving.calls.scan({ raw, source: 'scanner' });
}

describe('a scan', () => {
  test('finds the lines of its waybill in the cache and says how old they are', () => {
    station.cache(orderLine('501', { pictureUrl: 'https://img.example/1.jpg' }), orderLine('502', { waybill: 'SF1' }));
    station.clock.now += 60_000;

    const answer = scan(waybill);

    expect(answer).toMatchObject({ raw: waybill, outcome: 'found', unknownParcel: null, repeated: false });
    expect(answer.carriers[0]).toBe('yto');
    expect(answer.parcel).toMatchObject({
      waybill,
      earlier: [],
      origin: { source: 'cache', readAt: '2026-11-23T10:00:00.000Z' },
      checking: false,
    });
    expect(answer.parcel?.lines).toHaveLength(1);
    expect(answer.parcel?.lines[0]).toMatchObject({
      lineId: '501',
      title: { original: '杯子', translated: 'Cup' },
      pictureUrl: 'station://app/pictures/501',
      waybills: [waybill],
      quantity: 2,
      receivedBefore: 0,
      awaited: 2,
    });
  });

  test.each([' yt88 1234 5678 901 ', 'НЕ8812345678901', `]C1${waybill}`, `https://t.example/?no=${waybill}&x=1`])(
    'finds them however the text came: %s',
    (raw) => {
      station.cache(orderLine('501'));
      expect(scan(raw)).toMatchObject({ raw, outcome: 'found', parcel: { waybill } });
    },
  );

  test("takes the station's prefix and suffix off", () => {
    station.settings.prefix = '%%';
    station.settings.suffix = '##';
    station.cache(orderLine('501'));
    expect(scan(`%%${waybill}##`)).toMatchObject({ outcome: 'found', parcel: { waybill } });
  });

  test('is in the journal with its raw text, whatever came of it', () => {
    station.cache(orderLine('501'));
    for (const raw of [waybill, 'ZZ99887766', ' \u0000 ']) scan(raw);
    const { entries } = station.receiving.calls.journal({ limit: 10 });
    expect(entries.map(({ kind, raw, outcome, lines, pieces }) => ({ kind, raw, outcome, lines, pieces }))).toEqual([
      { kind: 'scan', raw: ' \u0000 ', outcome: 'refused', lines: 0, pieces: 0 },
      { kind: 'scan', raw: 'ZZ99887766', outcome: 'unknown', lines: 0, pieces: 0 },
      { kind: 'scan', raw: waybill, outcome: 'found', lines: 1, pieces: 2 },
    ]);
  });

  test('adds the comments of line and order, and the customer', () => {
    station.cache(orderLine('501', { customerComment: 'check colour', operatorComment: 'a\\nb' }));
    station.lineCache.storeOrders(
      [orderInfo('ORD-0000012345', { customerName: 'Bat', customerComment: 'fragile' })],
      station.clock.now,
    );
    expect(scan(waybill).parcel?.lines[0]).toMatchObject({
      customerName: 'Bat',
      customerComment: 'check colour\nfragile',
      operatorComment: 'a\nb',
    });
  });
});

describe('the same text again', () => {
  test('within the double-trigger time is the same scan, and nothing is written', () => {
    const first = scan('ZZ99887766');
    station.clock.now += 1499;
    const second = scan('ZZ99887766');
    expect(second).toEqual({ ...first, repeated: true });
    expect(station.countRows('scans')).toBe(1);
    expect(second.unknownParcel?.scans).toBe(1);
  });

  test('after that time, or after another text, is a scan of its own', () => {
    scan('ZZ99887766');
    station.clock.now += 1500;
    expect(scan('ZZ99887766').repeated).toBe(false);
    scan('ZZ11112222');
    expect(scan('ZZ99887766').repeated).toBe(false);
    expect(station.countRows('scans')).toBe(4);
  });

  test('is no double trigger when the clock was set back', () => {
    scan('ZZ99887766');
    station.clock.now -= 3_600_000;
    expect(scan('ZZ99887766').repeated).toBe(false);
  });

  test('shows the parcel as it is now', () => {
    station.cache(orderLine('501'));
    const first = scan(waybill);
    station.receive(waybill, { 501: 2 });
    expect(scan(waybill)).toMatchObject({ scanId: first.scanId, repeated: true, outcome: 'already-received' });
  });
});

describe('an unknown parcel', () => {
  test('gets a running number; the same waybill again counts up, in whichever form it comes', () => {
    expect(scan('ZZ99887766').unknownParcel).toMatchObject({ number: 1, waybill: 'ZZ99887766', scans: 1, state: 'unknown' });
    expect(scan('ZZ11112222').unknownParcel).toMatchObject({ number: 2 });
    station.clock.now += 5000;
    expect(scan('zz99 8877 66').unknownParcel).toMatchObject({ number: 1, scans: 2, raw: 'ZZ99887766' });
    expect(station.receiving.unknownCounts()).toEqual({ open: 2, matched: 0 });
    expect(station.receiving.unknownWaybills()).toEqual(['ZZ99887766', 'ZZ11112222']);
  });

  test('is not mixed up with another by a telephone number in both QR codes', () => {
    scan('https://t.example/?no=ZZ99887766&tel=13812345678');
    const second = scan('https://t.example/?no=ZZ11112222&tel=13812345678');
    expect(second.unknownParcel).toMatchObject({ number: 2 });
  });

  test('is matched when a refresh brings its waybill, and says so', () => {
    scan('ZZ 9988 7766');
    scan('ZZ11112222');
    station.receiving.cacheChanged(station.lineCache.store([orderLine('501', { waybill: 'zz99887766' })], station.clock.now));

    const [matched, ...others] = station.events('receiving.unknownMatched');
    expect(others).toEqual([]);
    expect(matched).toMatchObject({ number: 1, state: 'matched', matchedAt: '2026-11-23T10:00:00.000Z' });
    expect(station.receiving.unknownCounts()).toEqual({ open: 2, matched: 1 });
  });

  test('is matched by the next start when the station was stopped before it could be', () => {
    scan('ZZ99887766');
    station.cache(orderLine('501', { waybill: 'zz99887766' }));
    station.restart();
    expect(station.receiving.unknownCounts()).toEqual({ open: 1, matched: 1 });
  });

  test('leaves the list when its parcel is received, and comes back when that is undone', () => {
    scan('ZZ99887766');
    station.receiving.cacheChanged(station.lineCache.store([orderLine('501', { waybill: 'ZZ99887766' })], station.clock.now));
    const open = () => station.receiving.calls.unknownParcels({ state: 'open', limit: 10 }).parcels;

    station.receive('ZZ99887766', { 501: 2 });
    expect(open()).toEqual([]);
    station.receiving.calls.undoLast({ requestId: crypto.randomUUID() });
    expect(open()).toMatchObject([{ number: 1, state: 'matched' }]);
  });

  test('takes a note, and is closed by hand; scanned again it is open again under its number', () => {
    const id = scan('ZZ99887766').unknownParcel?.id ?? '';
    expect(station.receiving.calls.noteUnknownParcel({ id, note: 'wet' })).toMatchObject({ note: 'wet' });
    expect(station.receiving.calls.closeUnknownParcel({ id })).toMatchObject({ state: 'closed', note: 'wet' });
    expect(station.receiving.calls.unknownParcels({ state: 'open', limit: 10 }).parcels).toEqual([]);
    expect(station.receiving.calls.unknownParcels({ state: 'all', limit: 10 }).parcels).toHaveLength(1);
    station.clock.now += 5000;
    expect(scan('ZZ99887766').unknownParcel).toMatchObject({ number: 1, state: 'unknown', note: 'wet' });
    expect(() => station.receiving.calls.closeUnknownParcel({ id: 'none' })).toThrow('not-found');
  });
});
