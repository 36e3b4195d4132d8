import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { isStationFault, type StationError } from '../../../preload/contract/index.ts';
import { orderLine, waybill } from './order-lines.ts';
import { createReceivingStation, type ReceivingStation } from './receiving-station.ts';

let station: ReceivingStation;

beforeEach(() => {
  station = createReceivingStation();
});

function operations() {
  return station.outbox.list({ show: 'all', offset: 0, limit: 100 }).operations;
}

function faultOf(call: () => unknown): StationError | null {
  try {
    call();
  } catch (thrown) {
    if (isStationFault(thrown)) return thrown.error;
    throw thrown;
  }
  return null;
}

describe('a receipt', () => {
  test('is written with its lines and operations, and the parcel shows it at once', () => {
    station.cache(orderLine('501'), orderLine('502', { quantity: 5, titleTranslated: '', orderId: 'ORD-0000000002' }));
    const { receipt, parcel } = station.receive(waybill, { 501: 2, 502: 3 });

    expect(receipt).toMatchObject({
      at: '2026-11-23T10:00:00.000Z',
      waybill,
      receiver: 'Li',
      station: 'station 1',
      reverses: null,
    });
    expect(receipt.lines).toEqual([
      { lineId: '502', orderId: 'ORD-0000000002', pieces: 3 },
      { lineId: '501', orderId: 'ORD-0000012345', pieces: 2 },
    ]);
    expect(parcel.lines.map(({ lineId, receivedBefore, awaited }) => ({ lineId, receivedBefore, awaited }))).toEqual([
      { lineId: '502', receivedBefore: 3, awaited: 2 },
      { lineId: '501', receivedBefore: 2, awaited: 0 },
    ]);
    expect(parcel.earlier).toMatchObject([{ receiptId: receipt.receiptId, receiver: 'Li', pieces: 5, undone: false }]);
    expect(operations()).toMatchObject([
      { lineId: '502', pieces: 3, title: '杯子', remark: null, state: 'waiting', kind: 'receive' },
      { lineId: '501', pieces: 2, title: 'Cup', waybill, receiptId: receipt.receiptId },
    ]);
  });

  test('asked for again with the same request is the same receipt, written once', () => {
    station.cache(orderLine('501'));
    const requestId = randomUUID();
    const first = station.receive(waybill, { 501: 2 }, { requestId });
    expect(station.receive(waybill, { 501: 2 }, { requestId })).toEqual(first);
    expect([station.countRows('receipts'), station.countRows('receipt_lines'), operations().length]).toEqual([1, 1, 1]);
  });

  test('keeps the waybill under the key that is in the cache', () => {
    station.cache(orderLine('501'));
    expect(station.receive('yt88 12345678901', { 501: 1 }).receipt.waybill).toBe(waybill);
  });

  test('counts a line that is named twice as one', () => {
    station.cache(orderLine('501'));
    const { receipt } = station.receiving.calls.receive({
      requestId: randomUUID(),
      scanId: 'of no scan',
      waybill,
      lines: [
        { lineId: '501', pieces: 1 },
        { lineId: '501', pieces: 1 },
      ],
      overReceiptConfirmed: false,
    });
    expect(receipt.lines).toMatchObject([{ lineId: '501', pieces: 2 }]);
  });

  test('books a line by hand under a waybill that it does not have', () => {
    station.cache(orderLine('501', { waybill: '' }));
    const { parcel } = station.receive('ZZ99887766', { 501: 2 });
    expect(parcel).toMatchObject({ waybill: 'ZZ99887766', lines: [{ lineId: '501', receivedBefore: 2 }] });
  });
});

describe('what cannot be received', () => {
  test.each([
    { reason: 'not-deliverable', statusId: 13, pieces: 1 },
    { reason: 'already-received', statusId: 6, pieces: 1 },
    { reason: 'already-received', statusId: 9, pieces: 1 },
    { reason: 'more-than-awaited', statusId: 4, pieces: 3 },
  ])('$reason: $pieces of 2 in status $statusId', ({ reason, statusId, pieces }) => {
    station.cache(orderLine('501', { statusId }), orderLine('502'));
    const fault = faultOf(() => station.receive(waybill, { 502: 1, 501: pieces }));
    expect(fault).toMatchObject({ code: 'conflict', details: { reason, line: '501', pieces } });
    expect([station.countRows('receipts'), operations().length]).toEqual([0, 0]);
  });

  test('a line that the cache does not have', () => {
    station.cache(orderLine('501'));
    expect(faultOf(() => station.receive(waybill, { 501: 1, 999: 1 }))).toMatchObject({
      code: 'not-found',
      details: { line: '999' },
    });
    expect(station.countRows('receipts')).toBe(0);
  });

  test('what was booked here already, although OT Platform has not heard of it', () => {
    station.cache(orderLine('501'));
    station.receive(waybill, { 501: 2 });
    const fault = faultOf(() => station.receive(waybill, { 501: 1 }, { over: true }));
    expect(fault).toMatchObject({ code: 'conflict', details: { reason: 'already-received' } });
  });

  test('anything under the request of an undo', () => {
    station.cache(orderLine('501'));
    station.receive(waybill, { 501: 2 });
    const requestId = randomUUID();
    station.receiving.calls.undoLast({ requestId });
    expect(faultOf(() => station.receive(waybill, { 501: 2 }, { requestId }))).toMatchObject({ code: 'conflict' });
  });
});

test('more pieces than were ordered: the receipt holds them all, OT Platform hears of those awaited, with a remark', () => {
  station.cache(orderLine('501', { quantity: 5 }));
  station.receive(waybill, { 501: 2 });
  const { receipt, parcel } = station.receive(waybill, { 501: 7 }, { over: true });
  expect(receipt.lines).toMatchObject([{ pieces: 7 }]);
  expect(operations()[0]).toMatchObject({ pieces: 3, remark: 'over-received' });
  expect(parcel.lines[0]).toMatchObject({ receivedBefore: 5, awaited: 0 });
});

test('a piece is counted once before, while and after OT Platform splits its line', () => {
  const seen = () => {
    const { parcel, outcome } = station.receiving.calls.scan({ raw: waybill, source: 'scanner' });
    const count = (name: 'awaited' | 'receivedBefore') => parcel?.lines.reduce((sum, line) => sum + line[name], 0);
    return { outcome, awaited: count('awaited'), received: count('receivedBefore') };
  };
  const partly = { outcome: 'partly-received', awaited: 3, received: 2 };
  station.settings.doubleTriggerMs = 0;
  station.cache(orderLine('501', { quantity: 5 }));
  station.receive(waybill, { 501: 2 });
  expect(seen()).toEqual(partly);

  const split = { pieces: 2, answered: false, lines: [{ id: '501', quantity: 5 }] };
  station.database
    .prepare(`UPDATE operations SET state = 'sending', step = 'split', progress = ?`)
    .run(JSON.stringify({ split }));
  expect(seen()).toEqual(partly);

  station.clock.now += 1000;
  station.cache(orderLine('501', { quantity: 3 }), orderLine('9001', { quantity: 2 }));
  expect(seen()).toEqual(partly);

  station.clock.now += 1000;
  station.cache(orderLine('9001', { quantity: 2, statusId: 6 }));
  expect(seen()).toEqual(partly);
  station.database.prepare(`UPDATE operations SET state = 'done'`).run();
  expect(seen()).toEqual(partly);
});
