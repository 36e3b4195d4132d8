import { describe, expect, test } from 'vitest';
import { createSendingStation } from './sending-station.ts';
import { createWorld, failure, orderLine } from './world-in-memory.ts';

const wholeLine = () => createSendingStation(createWorld([orderLine('501', { quantity: 2 })]));

describe('an undo', () => {
  test('before anything was sent: OT Platform never hears of it', async () => {
    const station = createSendingStation();
    const id = station.book('r1', 2);
    expect(station.undo('r1')).toEqual({ withdrawn: 1, toReverse: 0 });
    await station.sender.idle();
    expect(station.operation(id).state).toBe('withdrawn');
    expect(station.world.calls).toEqual([]);
  });

  test('while the order is read: nothing is changed there any more', async () => {
    const station = createSendingStation();
    const id = station.book('r1', 2);
    station.world.meanwhile = (call) => {
      if (call.startsWith('details') && station.operation(id).state === 'sending') station.undo('r1');
      station.world.meanwhile = null;
    };
    await station.sender.idle();
    expect(station.operation(id).state).toBe('withdrawn');
    expect(station.world.changes).toEqual([]);
  });

  test('while the split is under way: the receive stops there, and the split is said to stay', async () => {
    const station = createSendingStation();
    const id = station.book('r1', 2);
    station.world.meanwhile = (call) => {
      if (call !== 'split') return;
      station.world.meanwhile = null;
      expect(station.undo('r1')).toEqual({ withdrawn: 0, toReverse: 1 });
    };
    await station.sender.idle();
    expect(station.world.changes).toEqual(['split 501 2 -> 9001']);
    expect(station.operation(id).state).toBe('withdrawn');
    expect(station.reverseOf('undo r1')).toMatchObject({ state: 'done', remark: 'split-remains' });
  });

  test('of a whole line: its earlier status comes back', async () => {
    const station = wholeLine();
    const id = station.book('r1', 2);
    await station.sender.idle();
    expect(station.undo('r1')).toEqual({ withdrawn: 0, toReverse: 1 });
    expect(station.outbox.piecesToTakeBack(['501'])).toEqual(new Map([['501', 2]]));
    await station.sender.idle();
    expect(station.world.changes).toEqual(['status 501 6', 'status 501 4']);
    expect(station.operation(id).state).toBe('done');
    expect(station.reverseOf('undo r1')).toMatchObject({ state: 'done', remark: null });
    expect(station.outbox.piecesToTakeBack(['501'])).toEqual(new Map());
  });

  test('of a part: the part goes back, the split stays and is shown until a person has read it', async () => {
    const station = createSendingStation();
    station.book('r1', 2);
    await station.sender.idle();
    station.undo('r1');
    await station.sender.idle();
    expect(station.world.changes).toEqual(['split 501 2 -> 9001', 'status 9001 6', 'status 9001 4']);
    const reverse = station.reverseOf('undo r1');
    expect(reverse).toMatchObject({ state: 'done', remark: 'split-remains' });
    expect(station.outbox.summary().remarks).toBe(1);
    station.outbox.acknowledge(reverse.id);
    expect(station.outbox.summary().remarks).toBe(0);
  });

  test('that the line does not allow any more is left to a person', async () => {
    const station = wholeLine();
    station.book('r1', 2);
    await station.sender.idle();
    station.world.statusesOffered = [9, 10];
    station.undo('r1');
    await station.sender.idle();
    expect(station.reverseOf('undo r1')).toMatchObject({
      state: 'failed',
      error: { code: 'conflict', details: { reason: 'cannot-reverse-status' } },
    });
    expect(station.world.changes).toEqual(['status 501 6']);
  });

  test.each([
    { call: 'split', moment: 'before', changes: [], remark: null },
    { call: 'split', moment: 'after', changes: ['split 501 2 -> 9001'], remark: 'split-remains' },
    {
      call: 'status',
      moment: 'after',
      changes: ['split 501 2 -> 9001', 'status 9001 6', 'status 9001 4'],
      remark: 'split-remains',
    },
  ] as const)('when the answer of $call ($moment) was lost finds out first', async ({ call, moment, changes, remark }) => {
    const station = createSendingStation();
    station.world.mishaps.push({ call, moment, error: failure('network') });
    const id = station.book('r1', 2);
    await station.sender.idle();
    expect(station.undo('r1')).toEqual({ withdrawn: 0, toReverse: 1 });
    await station.sender.idle();
    expect(station.reverseOf('undo r1').state).toBe('waiting');
    station.time.advance(15_000);
    await station.sender.idle();
    expect(station.world.changes).toEqual(changes);
    expect(station.operation(id).state).toBe('withdrawn');
    expect(station.reverseOf('undo r1')).toMatchObject({ state: 'done', remark });
  });

  test('whose own answer was lost is not sent twice', async () => {
    const station = wholeLine();
    station.book('r1', 2);
    await station.sender.idle();
    station.undo('r1');
    station.world.mishaps.push({ call: 'status', moment: 'after', error: failure('timeout') });
    await station.sender.idle();
    expect(station.reverseOf('undo r1').state).toBe('sending');
    station.time.advance(15_000);
    await station.sender.idle();
    expect(station.reverseOf('undo r1').state).toBe('done');
    expect(station.world.changes).toEqual(['status 501 6', 'status 501 4']);
  });

  test('and receiving again: the line goes back first, then is received anew', async () => {
    const station = wholeLine();
    station.book('r1', 2);
    await station.sender.idle();
    station.undo('r1');
    const again = station.book('r2', 2);
    await station.sender.idle();
    expect(station.operation(again)).toMatchObject({ state: 'done', remark: null });
    expect(station.world.changes).toEqual(['status 501 6', 'status 501 4', 'status 501 6']);
  });

  test('of what another station had received leaves it, and says so', async () => {
    const station = createSendingStation(createWorld([orderLine('501', { statusId: 6 })]));
    station.book('r1', 2);
    await station.sender.idle();
    station.undo('r1');
    await station.sender.idle();
    expect(station.reverseOf('undo r1')).toMatchObject({ state: 'done', remark: 'received-there-remains' });
    expect(station.world.changes).toEqual([]);
  });
});
