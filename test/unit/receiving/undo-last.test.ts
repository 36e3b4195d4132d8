import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { UndoAnswer } from '../../../preload/contract/index.ts';
import { orderLine, waybill } from './order-lines.ts';
import { createReceivingStation, type ReceivingStation } from './receiving-station.ts';

let station: ReceivingStation;

beforeEach(() => {
  station = createReceivingStation();
  station.cache(orderLine('501', { quantity: 5 }));
});

function undo(requestId: string = randomUUID()): UndoAnswer | null {
  return station.receiving.calls.undoLast({ requestId });
}

/** OT Platform has carried the receipt out: the cache shows the line received, the operation is done. */
function settle(lineId: string): void {
  const progress = { status: { lineId, previousStatusId: 4, answered: true } };
  station.database
    .prepare(`UPDATE operations SET state = 'done', progress = ? WHERE kind = 'receive' AND state = 'waiting'`)
    .run(JSON.stringify(progress));
  station.clock.now += 1000;
  station.cache(orderLine(lineId, { quantity: 5, statusId: 6 }));
}

describe('an undo', () => {
  test('of a receipt that OT Platform has not heard of withdraws its operations', () => {
    const { receipt } = station.receive(waybill, { 501: 2 });
    const answer = undo();
    expect(answer).toMatchObject({
      receipt: { reverses: receipt.receiptId, waybill, lines: [{ lineId: '501', pieces: 2 }] },
      parcel: { lines: [{ receivedBefore: 0, awaited: 5 }], earlier: [{ undone: true, pieces: 2 }] },
      withdrawn: 1,
      toReverse: 0,
    });
    const pieces = station.database.prepare<{ pieces: number }>('SELECT pieces FROM receipt_lines ORDER BY pieces').all();
    expect(pieces.map((row) => row.pieces)).toEqual([-2, 2]);
  });

  test('of one that OT Platform has carried out leaves a reverse operation, and the pieces are awaited again', () => {
    station.receive(waybill, { 501: 5 });
    settle('501');
    expect(undo()).toMatchObject({
      withdrawn: 0,
      toReverse: 1,
      parcel: { lines: [{ receivedBefore: 0, awaited: 5, status: { id: 6 } }] },
    });
  });

  test('leaves the pieces to be received again, but only once', () => {
    station.receive(waybill, { 501: 5 });
    settle('501');
    undo();
    const { parcel } = station.receive(waybill, { 501: 5 });
    expect(parcel.lines).toMatchObject([{ receivedBefore: 5, awaited: 0 }]);
    expect(() => station.receive(waybill, { 501: 1 })).toThrow('conflict');
    undo();
    expect(station.receiving.calls.parcel({ waybill })?.lines).toMatchObject([{ receivedBefore: 0, awaited: 5 }]);
  });

  test('asked for again with the same request is the same answer and takes nothing more back', () => {
    station.receive(waybill, { 501: 1 });
    station.receive(waybill, { 501: 2 });
    const requestId = randomUUID();
    const first = undo(requestId);
    expect(undo(requestId)).toEqual(first);
    expect(station.countRows('receipts')).toBe(3);
  });

  test('goes back receipt by receipt, and ends when none stands', () => {
    const first = station.receive(waybill, { 501: 1 }).receipt;
    const second = station.receive(waybill, { 501: 2 }).receipt;
    expect(undo()?.receipt.reverses).toBe(second.receiptId);
    expect(undo()?.receipt.reverses).toBe(first.receiptId);
    expect(undo()).toBeNull();
  });

  test('under the request of a receipt is refused', () => {
    const { receipt } = station.receive(waybill, { 501: 1 });
    expect(() => undo(receipt.receiptId)).toThrow('conflict');
  });
});

describe('journal and totals', () => {
  test('list scans, receipts and undos newest first', () => {
    station.receiving.calls.scan({ raw: waybill, source: 'typed' });
    station.receive(waybill, { 501: 2 });
    undo();
    const { entries } = station.receiving.calls.journal({ limit: 10 });
    expect(entries.map(({ kind, pieces, lines }) => ({ kind, pieces, lines }))).toEqual([
      { kind: 'undo', pieces: 2, lines: 1 },
      { kind: 'receipt', pieces: 2, lines: 1 },
      { kind: 'scan', pieces: 5, lines: 1 },
    ]);
    expect(station.receiving.calls.journal({ limit: 2 }).entries.map((entry) => entry.kind)).toEqual(['undo', 'receipt']);
  });

  test('count what was done since the local midnight', () => {
    const noon = new Date(2026, 10, 23, 12).getTime();
    const lastNight = new Date(2026, 10, 22, 23, 59).getTime();
    station.cache(orderLine('502', { waybill: 'SF1111111111111', quantity: 9 }));
    station.clock.now = lastNight;
    station.receive('SF1111111111111', { 502: 1 });
    station.clock.now = noon;
    station.receive(waybill, { 501: 2 });
    station.receive(waybill, { 501: 1 });
    station.receive('SF1111111111111', { 502: 3 });
    undo();
    station.receiving.calls.scan({ raw: 'ZZ99887766', source: 'scanner' });

    expect(station.receiving.calls.totals({})).toEqual({ parcels: 1, lines: 1, pieces: 3, unknown: 1, undone: 1 });
  });
});
