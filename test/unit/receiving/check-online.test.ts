import { describe, expect, test } from 'vitest';
import { orderLine, waybill } from './order-lines.ts';
import { createPlatform, networkFailure } from './platform-in-memory.ts';
import { createReceivingStation } from './receiving-station.ts';

describe('after a scan, OT Platform is asked', () => {
  test('and what it says now is shown', async () => {
    const platform = createPlatform([orderLine('501', { quantity: 3 })]);
    const station = createReceivingStation(platform.client);
    station.cache(orderLine('501'));
    station.clock.now += 60_000;

    const answer = station.receiving.calls.scan({ raw: waybill, source: 'scanner' });
    expect(answer.parcel).toMatchObject({ checking: true, origin: { source: 'cache' }, lines: [{ quantity: 2 }] });
    await station.receiving.settled();

    expect(station.events('receiving.parcelUpdated').at(-1)).toMatchObject({
      waybill,
      checking: false,
      origin: { source: 'server', readAt: '2026-11-23T10:01:00.000Z' },
      lines: [{ quantity: 3, customerName: 'customer 1042' }],
    });
    expect(station.unexpected).toEqual([]);
  });

  test("for the label as it was read and for the field's own text", async () => {
    const platform = createPlatform();
    const station = createReceivingStation(platform.client);
    station.cache(orderLine('501', { waybill: 'yt88 12345678901' }));
    station.receiving.calls.scan({ raw: ' yt8812345678901', source: 'scanner' });
    await station.receiving.settled();
    expect(platform.askedWaybills).toEqual([['yt8812345678901', 'yt88 12345678901', waybill]]);
  });

  test('and a parcel that the cache does not know is found there', async () => {
    const platform = createPlatform([orderLine('501', { waybill: 'ZZ99887766' })]);
    const station = createReceivingStation(platform.client);
    const answer = station.receiving.calls.scan({ raw: 'zz-99887766', source: 'scanner' });
    expect(answer.outcome).toBe('unknown');
    await station.receiving.settled();

    const shown = station.events('receiving.parcelUpdated').at(-1);
    expect(shown).toMatchObject({ waybill: answer.unknownParcel?.waybill, checking: false });
    expect(shown?.lines.map((line) => line.lineId)).toEqual(['501']);
    expect(station.events('receiving.unknownMatched')).toMatchObject([{ id: answer.unknownParcel?.id, state: 'matched' }]);
  });

  test('and when it cannot be, the screen hears that nothing more comes', async () => {
    const platform = createPlatform();
    platform.failure = networkFailure();
    const station = createReceivingStation(platform.client);
    station.cache(orderLine('501'));
    station.receiving.calls.scan({ raw: waybill, source: 'scanner' });
    station.receiving.calls.scan({ raw: 'ZZ99887766', source: 'scanner' });
    await station.receiving.settled();

    const events = station.events('receiving.parcelUpdated');
    expect(events).toMatchObject([
      { waybill, checking: false, origin: { source: 'cache' }, lines: [{ lineId: '501' }] },
      { waybill: 'ZZ99887766', checking: false, lines: [] },
    ]);
    expect(station.unexpected).toEqual([]);
  });

  test('and a cached line that has lost its waybill there is gone from the parcel', async () => {
    const platform = createPlatform([orderLine('501', { waybill: 'OTHER1234567' })]);
    const station = createReceivingStation(platform.client);
    station.cache(orderLine('501'));
    station.clock.now += 1000;
    station.receiving.calls.scan({ raw: waybill, source: 'scanner' });
    await station.receiving.settled();
    expect(station.events('receiving.parcelUpdated').at(-1)?.lines).toEqual([]);
  });
});

describe('a parcel received elsewhere', () => {
  const record = {
    date: '2026-11-21',
    time: '08:15:00',
    operatorName: 'Wang ',
    customerName: '',
    fieldName: 'Status',
    previousValue: '4',
    newValue: '6',
    previousStatus: 'Ordered',
    newStatus: 'Received',
  };

  test("is told with receiver and time from OT Platform's log, also when it is opened again", async () => {
    const platform = createPlatform([orderLine('501', { statusId: 7 })]);
    const later = { ...record, operatorName: 'Zhao', newValue: '7', previousStatus: 'Received', newStatus: 'Packed' };
    platform.logs.set('501', [record, later]);
    const station = createReceivingStation(platform.client);
    station.cache(...platform.lines);
    const answer = station.receiving.calls.scan({ raw: waybill, source: 'scanner' });
    expect(answer).toMatchObject({ outcome: 'already-received', parcel: { earlier: [] } });
    await station.receiving.settled();

    const told = [
      { receiptId: null, at: '2026-11-21T08:15:00.000Z', receiver: 'Wang', station: '', pieces: 2, undone: false },
    ];
    expect(station.events('receiving.parcelUpdated').at(-1)?.earlier).toEqual(told);
    expect(station.receiving.calls.parcel({ waybill })?.earlier).toEqual(told);
    await station.receiving.settled();
    expect(platform.askedLogs).toEqual(['501']);
  });

  test('is not asked about when it was received here', async () => {
    const platform = createPlatform([orderLine('501')]);
    const station = createReceivingStation(platform.client);
    station.cache(...platform.lines);
    station.receive(waybill, { 501: 2 });
    platform.lines[0] = orderLine('501', { statusId: 6 });
    station.receiving.calls.scan({ raw: waybill, source: 'scanner' });
    await station.receiving.settled();
    expect(platform.askedLogs).toEqual([]);
  });
});

test('a shown parcel is shown anew when synchronisation changes one of its lines, and only then', () => {
  const station = createReceivingStation();
  station.cache(orderLine('501'), orderLine('502', { waybill: 'SF1111111111111' }));
  station.receiving.calls.scan({ raw: waybill, source: 'scanner' });

  station.clock.now += 1000;
  station.receiving.cacheChanged(
    station.lineCache.store([orderLine('502', { waybill: 'SF1111111111111', quantity: 9 })], station.clock.now),
  );
  expect(station.events('receiving.parcelUpdated')).toEqual([]);
  station.receiving.cacheChanged(station.lineCache.store([orderLine('501', { statusId: 6 })], station.clock.now));
  expect(station.events('receiving.parcelUpdated')).toMatchObject([{ waybill, lines: [{ status: { id: 6 } }] }]);
  station.clock.now += 1000;
  station.receiving.cacheChanged(station.lineCache.store([orderLine('501', { waybill: '' })], station.clock.now));
  expect(station.events('receiving.parcelUpdated').at(-1)).toMatchObject({ waybill, lines: [] });
});

describe('Look up', () => {
  test('gives lines with what was booked of them', () => {
    const station = createReceivingStation();
    station.cache(orderLine('501'));
    station.receive(waybill, { 501: 1 });
    expect(station.receiving.lookup.search({ text: '12345', limit: 50 })).toMatchObject({
      lines: [{ lineId: '501', match: 'order', receivedBefore: 1, awaited: 1 }],
      more: false,
      origin: { source: 'cache', readAt: '2026-11-23T10:00:00.000Z' },
    });
    expect(station.receiving.lookup.search({ text: 'nothing', limit: 50 })).toMatchObject({
      lines: [],
      origin: { readAt: null },
    });
  });

  test('asks OT Platform by waybill and by provider order, and keeps what it says', async () => {
    const platform = createPlatform([orderLine('501'), orderLine('502', { waybill: '', providerOrderId: 'P1' })]);
    const station = createReceivingStation(platform.client);
    expect(await station.receiving.lookup.searchOnline({ text: 'P1' })).toMatchObject({
      lines: [{ lineId: '502', match: 'provider-order' }],
      origin: { source: 'server' },
    });
    expect(await station.receiving.lookup.searchOnline({ text: 'yt88 12345678901' })).toMatchObject({
      lines: [{ lineId: '501', match: 'waybill' }],
    });
    expect(station.lineCache.count()).toBe(2);
  });

  test('says when there is no connection, and passes on why a question failed', async () => {
    await expect(createReceivingStation().receiving.lookup.searchOnline({ text: 'P1' })).rejects.toThrow('not-connected');
    const platform = createPlatform();
    platform.failure = networkFailure();
    const station = createReceivingStation(platform.client);
    await expect(station.receiving.lookup.searchOnline({ text: 'P1' })).rejects.toBe(platform.failure);
  });
});
