import { beforeEach, describe, expect, test } from 'vitest';
import { createOutboxStore, type OutboxStore } from '../../../main/sync/index.ts';
import type { Database } from '../../../main/storage/index.ts';
import { cacheLine, openInMemory, writeReceipt } from './journal-in-memory.ts';

const line = { orderId: 'ORD-1', lineId: '501', waybill: 'YT1', title: 'Cup', pieces: 2 };

let database: Database;
let outbox: OutboxStore;
let now = 1_000;

beforeEach(() => {
  database = openInMemory();
  now = 1_000;
  outbox = createOutboxStore(database, { now: () => now });
});

function book(receiptId: string, operations = [line]): string[] {
  writeReceipt(database, receiptId);
  database.transaction(() => outbox.enqueue(receiptId, operations));
  const listed = outbox.list({ show: 'all', offset: 0, limit: 100 }).operations;
  return listed.filter((operation) => operation.receiptId === receiptId).map((operation) => operation.id);
}

function bookOne(receiptId: string, operation = line): string {
  return book(receiptId, [operation])[0] ?? '';
}

function set(id: string, values: { state?: string; progress?: object; step?: string; remark?: string }): void {
  database
    .prepare(
      `UPDATE operations SET state = coalesce(?, state), progress = coalesce(?, progress), step = coalesce(?, step),
         remark = coalesce(?, remark) WHERE id = ?`,
    )
    .run(
      values.state ?? null,
      values.progress ? JSON.stringify(values.progress) : null,
      values.step ?? null,
      values.remark ?? null,
      id,
    );
}

function stateOf(id: string): string | undefined {
  return outbox.list({ show: 'all', offset: 0, limit: 100 }).operations.find((operation) => operation.id === id)?.state;
}

describe('what receiving puts in', () => {
  test('is waiting, newest first, and goes with the transaction around it', () => {
    const first = bookOne('r1');
    const second = bookOne('r2', { ...line, lineId: '502' });
    writeReceipt(database, 'r3');
    expect(() =>
      database.transaction(() => {
        outbox.enqueue('r3', [line]);
        throw new Error('disk full');
      }),
    ).toThrow('disk full');

    const { operations, total } = outbox.list({ show: 'open', offset: 0, limit: 10 });
    expect(total).toBe(2);
    expect(operations.map((operation) => operation.id)).toEqual([second, first]);
    expect(operations[1]).toMatchObject({ kind: 'receive', state: 'waiting', attempts: 0, pieces: 2, error: null });
    expect(outbox.summary()).toMatchObject({ waiting: 2, oldestAt: new Date(1_000).toISOString() });
  });

  test('is told to listeners once the transaction has ended', async () => {
    const told: number[] = [];
    outbox.onChange(() => told.push(outbox.summary().waiting));
    writeReceipt(database, 'r1');
    database.transaction(() => {
      outbox.enqueue('r1', [line]);
      expect(told).toEqual([]);
    });
    await Promise.resolve();
    expect(told).toEqual([1]);
  });
});

describe('taking a receipt back', () => {
  const split = { split: { pieces: 2, answered: false, lines: [{ id: '501', quantity: 5 }] } };

  test.each([
    { name: 'never attempted', state: 'waiting', progress: {}, becomes: 'withdrawn' },
    { name: 'only read so far', state: 'sending', progress: {}, becomes: 'withdrawn' },
    { name: 'refused before any change', state: 'failed', progress: {}, becomes: 'withdrawn' },
    { name: 'set aside before any change', state: 'set-aside', progress: {}, becomes: 'withdrawn' },
    { name: 'may have split', state: 'sending', progress: split, becomes: 'sending' },
    { name: 'failed after a split', state: 'failed', progress: { ...split, partId: '502' }, becomes: 'failed' },
    { name: 'done', state: 'done', progress: {}, becomes: 'done' },
  ])('$name: $becomes', ({ state, progress, becomes }) => {
    const id = bookOne('r1');
    set(id, { state, progress });
    writeReceipt(database, 'undo');
    const reversed = becomes === 'withdrawn' ? 0 : 1;
    expect(outbox.takeBack('r1', 'undo')).toEqual({ withdrawn: 1 - reversed, toReverse: reversed });
    expect(stateOf(id)).toBe(becomes);
    const reverses = outbox.list({ show: 'all', offset: 0, limit: 9 }).operations.filter((o) => o.kind === 'reverse');
    expect(reverses).toHaveLength(reversed);
    for (const reverse of reverses) expect(reverse).toMatchObject({ receiptId: 'undo', state: 'waiting', lineId: '501' });
  });
});

describe('pieces booked here that the cache does not show', () => {
  const splitOff = { pieces: 2, answered: true, lines: [{ id: '501', quantity: 5 }] };

  test('count for their line until it has arrived', () => {
    cacheLine(database, { id: '501', quantity: 2, statusId: 4 });
    bookOne('r1');
    expect(outbox.pendingPieces(['501', '999'])).toEqual(new Map([['501', 2]]));
    cacheLine(database, { id: '501', quantity: 2, statusId: 6 });
    expect(outbox.pendingPieces(['501'])).toEqual(new Map());
  });

  test('count for the part of a split as soon as the cache shows it, known to us or not', () => {
    cacheLine(database, { id: '501', quantity: 3, statusId: 4 });
    cacheLine(database, { id: '777', quantity: 2, statusId: 4 });
    const id = bookOne('r1');
    set(id, { state: 'sending', step: 'split', progress: { split: { ...splitOff, answered: false } } });
    expect(outbox.pendingPieces(['501', '777'])).toEqual(new Map([['777', 2]]));
    set(id, { progress: { split: splitOff, partId: '777' } });
    expect(outbox.pendingPieces(['777'])).toEqual(new Map([['777', 2]]));
    cacheLine(database, { id: '777', quantity: 2, statusId: 6 });
    expect(outbox.pendingPieces(['501', '777'])).toEqual(new Map());
  });

  test.each([
    { name: 'neither line nor part', cached: { line: 5, part: null }, pending: [['501', 2]] },
    { name: 'the line, not the part', cached: { line: 3, part: null }, pending: [] },
    { name: 'the part as awaited, not the line', cached: { line: 5, part: 4 }, pending: [['501', 2], ['777', 2]] },
    { name: 'the part as arrived, not the line', cached: { line: 5, part: 6 }, pending: [['501', 2]] },
    { name: 'both', cached: { line: 3, part: 4 }, pending: [['777', 2]] },
    { name: 'both, the part as arrived', cached: { line: 3, part: 6 }, pending: [] },
  ] as { name: string; cached: { line: number; part: number | null }; pending: [string, number][] }[])(
    'count for what the cache shows of a split: $name',
    ({ cached, pending }) => {
      cacheLine(database, { id: '501', quantity: cached.line, statusId: 4 });
      if (cached.part !== null) cacheLine(database, { id: '777', quantity: 2, statusId: cached.part });
      const id = bookOne('r1');
      set(id, { state: 'sending', step: 'status', progress: { split: splitOff, partId: '777' } });
      expect(outbox.pendingPieces(['501', '777'])).toEqual(new Map(pending));
    },
  );

  test('add up over operations, and no longer count once taken back', () => {
    cacheLine(database, { id: '501', quantity: 5, statusId: 4 });
    bookOne('r1');
    bookOne('r2', { ...line, pieces: 1 });
    expect(outbox.pendingPieces(['501'])).toEqual(new Map([['501', 3]]));
    writeReceipt(database, 'undo');
    outbox.takeBack('r2', 'undo');
    expect(outbox.pendingPieces(['501'])).toEqual(new Map([['501', 2]]));
  });

  test('are told apart from pieces whose undo is on its way', () => {
    cacheLine(database, { id: '501', quantity: 2, statusId: 6 });
    const id = bookOne('r1');
    set(id, { state: 'done', progress: { status: { lineId: '501', previousStatusId: 4, answered: true } } });
    expect(outbox.piecesToTakeBack(['501'])).toEqual(new Map());
    writeReceipt(database, 'undo');
    outbox.takeBack('r1', 'undo');
    expect(outbox.pendingPieces(['501'])).toEqual(new Map());
    expect(outbox.piecesToTakeBack(['501'])).toEqual(new Map([['501', 2]]));
  });
});

describe('what a person does on the Outbox screen', () => {
  test('setting aside and retrying moves between the states that allow it', () => {
    const id = bookOne('r1');
    expect(outbox.setAside(id).state).toBe('set-aside');
    expect(outbox.summary()).toMatchObject({ waiting: 0, setAside: 1 });
    expect(outbox.retry(id).state).toBe('waiting');
    set(id, { state: 'sending' });
    expect(() => outbox.setAside(id)).toThrow(expect.objectContaining({ error: expect.objectContaining({ code: 'conflict' }) }));
    expect(() => outbox.retry('nothing')).toThrow(expect.objectContaining({ error: { code: 'not-found' } }));
  });

  test('a retry is urgent for the sender', async () => {
    const id = bookOne('r1');
    await Promise.resolve();
    const told = new Promise((resolve) => outbox.onChange(resolve));
    outbox.retry(id);
    expect(await told).toEqual({ urgent: true });
  });

  test('a remark stays on the open list until it is acknowledged', () => {
    const id = bookOne('r1');
    set(id, { state: 'done', remark: 'split-remains' });
    expect(outbox.list({ show: 'open', offset: 0, limit: 9 }).total).toBe(1);
    expect(outbox.summary()).toMatchObject({ waiting: 0, remarks: 1, oldestAt: null });
    outbox.acknowledge(id);
    expect(outbox.list({ show: 'open', offset: 0, limit: 9 })).toEqual({ operations: [], total: 0 });
    expect(outbox.summary().remarks).toBe(0);
    expect(outbox.list({ show: 'all', offset: 0, limit: 9 }).operations[0]?.remark).toBe('split-remains');
  });

  test('an operation says that a refused one of its line holds it up', () => {
    const first = bookOne('r1');
    const second = bookOne('r2');
    set(first, { state: 'failed' });
    const shown = outbox.list({ show: 'open', offset: 0, limit: 9 }).operations.find((o) => o.id === second);
    expect(shown?.error).toEqual({ code: 'conflict', details: { reason: 'waits-for-earlier', operation: first } });
  });
});
