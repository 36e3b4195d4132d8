import { describe, expect, test } from 'vitest';
import { createSendingStation } from './sending-station.ts';
import { createWorld, failure, orderLine } from './world-in-memory.ts';

describe('a receipt reaches OT Platform', () => {
  test('a whole line by its status', async () => {
    const station = createSendingStation();
    const id = station.book('r1', 5);
    await station.sender.idle();
    expect(station.operation(id)).toMatchObject({ state: 'done', attempts: 1, remark: null, error: null });
    expect(station.world.changes).toEqual(['status 501 6']);
    expect(station.history).toEqual(['receive sending', 'receive done']);
  });

  test('a part by a split and its status, and the cache shows both before the operation is done', async () => {
    const station = createSendingStation();
    const id = station.book('r1', 2);
    await station.sender.idle();
    expect(station.world.changes).toEqual(['split 501 2 -> 9001', 'status 9001 6']);
    expect(station.operation(id).state).toBe('done');
    expect(station.outbox.pendingPieces(['501', '9001'])).toEqual(new Map());
    const cached = station.database.prepare('SELECT line_id, quantity, status_id FROM cache.order_lines').all();
    expect(cached).toEqual([
      { line_id: '501', quantity: 3, status_id: 4 },
      { line_id: '9001', quantity: 2, status_id: 6 },
    ]);
  });

  test('two parts of one line one after the other', async () => {
    const station = createSendingStation();
    station.book('r1', 2);
    station.book('r2', 3);
    await station.sender.idle();
    expect(station.world.changes).toEqual(['split 501 2 -> 9001', 'status 9001 6', 'status 501 6']);
  });

  test('lines of different orders side by side, at most three at once', async () => {
    const lines = ['1', '2', '3', '4', '5'].map((id) => orderLine(id, { orderId: `ORD-${id}` }));
    const station = createSendingStation(createWorld(lines));
    let underWay = 0;
    let most = 0;
    station.world.meanwhile = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
    };
    for (const line of lines) station.book(`r${line.id}`, 2, line.id);
    await station.sender.idle();
    expect(station.outbox.summary()).toMatchObject({ waiting: 0, sending: 0, failed: 0 });
    expect(station.world.changes).toHaveLength(5);
    expect(most).toBe(3);
  });
});

describe('a lost answer', () => {
  test.each([
    { call: 'split', moment: 'before', kind: 'timeout' },
    { call: 'split', moment: 'after', kind: 'network' },
    { call: 'split', moment: 'after', kind: 'answer' },
    { call: 'status', moment: 'before', kind: 'server' },
    { call: 'status', moment: 'after', kind: 'timeout' },
    { call: 'details', moment: 'after', kind: 'network' },
  ] as const)('of $call ($moment, $kind) is found out by reading back', async ({ call, moment, kind }) => {
    const station = createSendingStation();
    station.world.mishaps.push({ call, moment, error: failure(kind) });
    const id = station.book('r1', 2);
    await station.sender.idle();
    expect(station.operation(id).state).toBe(call === 'details' ? 'waiting' : 'sending');
    expect(station.operation(id).error?.code).toBe(kind === 'answer' ? 'server' : kind);
    station.time.advance(15_000);
    await station.sender.idle();
    expect(station.operation(id)).toMatchObject({ state: 'done', attempts: 2, error: null });
    expect(station.world.changes).toEqual(['split 501 2 -> 9001', 'status 9001 6']);
  });

  test('is not looked for before OT Platform must be through with the request', async () => {
    const station = createSendingStation();
    station.world.mishaps.push({ call: 'split', moment: 'before', error: failure('network') });
    station.book('r1', 2);
    await station.sender.idle();
    const calls = station.world.calls.length;
    station.time.advance(9_000);
    station.sender.wake();
    await station.sender.idle();
    expect(station.world.calls).toHaveLength(calls);
    station.time.advance(1_000);
    await station.sender.idle();
    expect(station.world.changes).toEqual(['split 501 2 -> 9001', 'status 9001 6']);
  });

  test('InternalError for a split may have split', async () => {
    const station = createSendingStation();
    station.world.mishaps.push({ call: 'split', moment: 'after', error: failure('api', { errorCode: 'InternalError' }) });
    const id = station.book('r1', 2);
    await station.sender.idle();
    expect(station.operation(id)).toMatchObject({ state: 'sending', error: { code: 'api', apiCode: 'InternalError' } });
    station.time.advance(20_000);
    await station.sender.idle();
    expect(station.world.changes).toEqual(['split 501 2 -> 9001', 'status 9001 6']);
  });

  test('that cannot be told apart from another station is left to a person, and retrying asks again', async () => {
    const station = createSendingStation();
    station.world.mishaps.push({ call: 'split', moment: 'after', error: failure('network') });
    const id = station.book('r1', 2);
    await station.sender.idle();
    await station.world.client.lines.split('ORD-0000012345', '501', 2);
    station.time.advance(15_000);
    await station.sender.idle();
    expect(station.operation(id)).toMatchObject({
      state: 'failed',
      error: { code: 'conflict', details: { reason: 'order-changed' } },
    });
    station.outbox.retry(id);
    await station.sender.idle();
    expect(station.operation(id).state).toBe('failed');
    expect(station.world.changes).toEqual(['split 501 2 -> 9001', 'split 501 2 -> 9002']);
  });
});

describe('another station', () => {
  test('received the line in the meantime: nothing is sent, and that is said', async () => {
    const station = createSendingStation(createWorld([orderLine('501', { quantity: 5, statusId: 6 })]));
    const id = station.book('r1', 5);
    await station.sender.idle();
    expect(station.operation(id)).toMatchObject({ state: 'done', remark: 'already-received-there' });
    expect(station.world.changes).toEqual([]);
  });

  test('left fewer pieces: all that are left are received, and that is said', async () => {
    const station = createSendingStation(createWorld([orderLine('501', { quantity: 1 })]));
    const id = station.book('r1', 2);
    await station.sender.idle();
    expect(station.operation(id)).toMatchObject({ state: 'done', remark: 'fewer-left' });
    expect(station.world.changes).toEqual(['status 501 6']);
  });

  test('splits the same line between our reading and our split by another number: ours is told apart', async () => {
    const station = createSendingStation();
    station.world.meanwhile = async (call) => {
      if (call !== 'split') return;
      station.world.meanwhile = null;
      await station.world.client.lines.split('ORD-0000012345', '501', 1);
    };
    station.book('r1', 2);
    await station.sender.idle();
    expect(station.world.changes).toEqual(['split 501 1 -> 9001', 'split 501 2 -> 9002', 'status 9002 6']);
  });
});

describe('a refusal', () => {
  test('is left to a person; later operations of the line wait, others go on', async () => {
    const lines = [orderLine('501', { quantity: 5 }), orderLine('601', { orderId: 'ORD-2' })];
    const station = createSendingStation(createWorld(lines));
    station.world.mishaps.push({ call: 'status', moment: 'before', error: failure('api', { errorCode: 'AccessDenied' }) });
    const refused = station.book('r1', 5);
    const blocked = station.book('r2', 5);
    await station.sender.idle();
    const other = station.book('r3', 2, '601');
    await station.sender.idle();
    expect(station.operation(refused)).toMatchObject({ state: 'failed', error: { apiCode: 'AccessDenied' } });
    expect(station.operation(blocked)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(station.operation(other).state).toBe('done');

    station.outbox.retry(refused);
    await station.sender.idle();
    expect(station.operation(refused).state).toBe('done');
    expect(station.operation(blocked)).toMatchObject({ state: 'done', remark: 'already-received-there' });
    expect(station.world.changes).toEqual(['status 601 6', 'status 501 6']);
  });

  test('that passes is repeated after a while, and holds up nobody else', async () => {
    const lines = [orderLine('501', { quantity: 5 }), orderLine('601', { orderId: 'ORD-2' })];
    const station = createSendingStation(createWorld(lines));
    station.world.mishaps.push({ call: 'status', moment: 'before', error: failure('api', { errorCode: 'NotAvailable' }) });
    const later = station.book('r1', 5);
    await station.sender.idle();
    expect(station.operation(later)).toMatchObject({ state: 'waiting', error: { apiCode: 'NotAvailable' } });
    const other = station.book('r2', 2, '601');
    await station.sender.idle();
    expect(station.operation(other).state).toBe('done');
    station.time.advance(15_000);
    await station.sender.idle();
    expect(station.operation(later).state).toBe('done');
  });

  test('an operation that is set aside stays until it is taken up again', async () => {
    const station = createSendingStation();
    station.world.mishaps.push({ call: 'details', moment: 'before', error: failure('api', { errorCode: 'NotFound' }) });
    const id = station.book('r1', 5);
    await station.sender.idle();
    station.outbox.setAside(id);
    station.time.advance(3_600_000);
    await station.sender.idle();
    expect(station.operation(id).state).toBe('set-aside');
    station.outbox.retry(id);
    await station.sender.idle();
    expect(station.operation(id).state).toBe('done');
  });
});
