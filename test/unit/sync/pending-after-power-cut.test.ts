import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../main/storage/index.ts';
import { createOutboxStore, type OutboxStore } from '../../../main/sync/index.ts';
import { openInMemory, writeReceipt } from './journal-in-memory.ts';
import { createLineCache, type LineCache } from '../../../main/orders/index.ts';
import { orderLine } from '../receiving/order-lines.ts';

const [ordered, received] = [4, 6];
const doneAt = 5_000;

let database: Database;
let lineCache: LineCache;
let outbox: OutboxStore;
let now: number;

beforeEach(() => {
  database = openInMemory();
  now = doneAt;
  lineCache = createLineCache(database, { now: () => now });
  outbox = createOutboxStore(database, { now: () => now });
});

/** A receive of a line that is done; what the cache shows is up to the test. */
function bookDone(lineId: string, pieces: number, progress: object = {}): string {
  const receiptId = writeReceipt(database, `receipt of ${lineId}`);
  database.transaction(() =>
    outbox.enqueue(receiptId, [{ orderId: 'ORD-0000012345', lineId, waybill: 'YT1', title: '', pieces }]),
  );
  database
    .prepare(`UPDATE operations SET state = 'done', progress = ?, updated_at = ? WHERE receipt_id = ?`)
    .run(JSON.stringify(progress), doneAt, receiptId);
  now = doneAt + 1_000;
  return receiptId;
}

function pending(...lineIds: string[]): Record<string, number> {
  return Object.fromEntries(outbox.pendingPieces(lineIds));
}

describe('a receive that is done, when a power cut has taken its last reading from the cache', () => {
  test('counts as pending while the line still looks awaited from before', () => {
    lineCache.store([orderLine('1')], doneAt - 1);
    bookDone('1', 2);
    expect(pending('1')).toEqual({ 1: 2 });
  });

  test('counts no more once the line was read again, whatever it is then', () => {
    lineCache.store([orderLine('1')], doneAt - 1);
    bookDone('1', 2);
    lineCache.store([orderLine('1', { statusId: received })], now);
    expect(pending('1')).toEqual({});
    // Somebody has set it back at OT Platform: it is awaited again.
    lineCache.store([orderLine('1', { statusId: ordered })], now + 1);
    expect(pending('1')).toEqual({});
  });

  test('does not count where nothing was lost', () => {
    lineCache.store([orderLine('1', { statusId: received })], doneAt - 1);
    bookDone('1', 2);
    expect(pending('1')).toEqual({});
  });

  test('does not count when its undo was booked', () => {
    lineCache.store([orderLine('1')], doneAt - 1);
    const receiptId = bookDone('1', 2);
    writeReceipt(database, 'undo');
    database.transaction(() => outbox.takeBack(receiptId, 'undo'));
    expect(pending('1')).toEqual({});
  });

  test('does not count by an end in the future: the clock was set back', () => {
    lineCache.store([orderLine('1')], doneAt - 1);
    bookDone('1', 2);
    now = doneAt - 1_000;
    expect(pending('1')).toEqual({});
  });
});

describe('a receive of a part that is done', () => {
  const progress = {
    split: { pieces: 3, answered: true, lines: [{ id: '1', quantity: 10 }] },
    partId: '2',
    status: { lineId: '2', previousStatusId: ordered, answered: true },
  };

  test('counts for the whole line while the cache shows it as before the split', () => {
    lineCache.store([orderLine('1', { quantity: 10 })], doneAt - 1);
    bookDone('1', 3, progress);
    expect(pending('1')).toEqual({ 1: 3 });
  });

  test('counts for the part while the cache shows that as awaited', () => {
    lineCache.store([orderLine('1', { quantity: 7 }), orderLine('2', { quantity: 3 })], doneAt - 1);
    bookDone('1', 3, progress);
    expect(pending('1', '2')).toEqual({ 2: 3 });
    expect(pending('2')).toEqual({ 2: 3 });
  });

  test('does not count for the rest of the line where nothing was lost', () => {
    lineCache.store([orderLine('1', { quantity: 7 }), orderLine('2', { quantity: 3, statusId: received })], doneAt - 1);
    bookDone('1', 3, progress);
    expect(pending('1', '2')).toEqual({});
  });
});
