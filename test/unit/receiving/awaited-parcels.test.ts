import { beforeEach, expect, test } from 'vitest';
import { orderLine, waybill } from './order-lines.ts';
import { createReceivingStation, type ReceivingStation } from './receiving-station.ts';

let station: ReceivingStation;

beforeEach(() => {
  station = createReceivingStation();
});

const awaited = (limit = 8) => station.receiving.lookup.awaited({ limit }).parcels;

test('a parcel is told once, with its awaited lines and pieces', () => {
  station.cache(orderLine('1'), orderLine('2', { quantity: 5 }), orderLine('3', { statusId: 13 }));
  expect(awaited()).toEqual([{ waybill, lines: 2, pieces: 7 }]);
});

test('parcels that were read last come first, and no more of them than asked for', () => {
  for (const number of [1, 2, 3]) {
    station.clock.now += 1000;
    station.cache(orderLine(String(number), { waybill: `SF100000000000${number}` }));
  }
  expect(awaited(2).map((parcel) => parcel.waybill)).toEqual(['SF1000000000003', 'SF1000000000002']);
});

test('lines without a waybill, and those of which nothing is awaited any more, are left out', () => {
  station.cache(
    orderLine('1', { waybill: '' }),
    orderLine('2', { statusId: 6, waybill: 'SF1000000000001' }),
    orderLine('3', { statusId: 13, waybill: 'SF1000000000002' }),
  );
  expect(awaited()).toEqual([]);
});

test('a parcel that was received here is not offered again, although OT Platform does not know yet', () => {
  station.cache(orderLine('1'), orderLine('2', { waybill: 'SF1000000000001' }));
  station.receive(waybill, { 1: 2 });
  expect(awaited()).toEqual([{ waybill: 'SF1000000000001', lines: 1, pieces: 2 }]);
});

test('both parcels of a line with two waybills are offered', () => {
  station.cache(orderLine('1', { waybill: 'SF1000000000001, SF1000000000002' }));
  expect(awaited().map((parcel) => parcel.waybill)).toEqual(['SF1000000000001', 'SF1000000000002']);
});
