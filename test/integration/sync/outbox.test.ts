import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lineStatusGroup } from '../../../main/orders/index.ts';
import type { OrderLine } from '../../../main/otapi/index.ts';
import type { FaultEffect } from '../../../main/practice/index.ts';
import { changesOf, openPracticeStation, orderedLines, type PracticeStation } from './practice-station.ts';

let station: PracticeStation;
let line: OrderLine;

beforeEach(async () => {
  station = await openPracticeStation({ lines: 300, seed: 11 });
  const [first] = await orderedLines(station.client, 3, 1);
  if (!first) throw new Error('no line');
  line = first;
});

afterEach(() => station.close());

function changes(): string[] {
  return changesOf(station.platform, line.orderId);
}

/** What a receipt of one piece of the line must have changed: one split, one status. */
function oneSplitOneStatus(): unknown[] {
  return [expect.stringMatching(`^split ${line.id} 1 -> `), expect.stringMatching(/^status \d+ 6$/)];
}

function fault(method: string, effect: FaultEffect, times = 1): void {
  station.platform.control.addFault({ method, times, effect });
}

describe('a receipt reaches the platform exactly once', () => {
  test('when it was made offline', async () => {
    fault('*', { kind: 'reset' }, 1_000_000);
    station.sync.start();
    await station.until(() => station.sync.network().state === 'offline');
    const id = station.book('r1', line, 1);
    await station.until(() => station.operation(id).error?.code === 'network');
    expect(station.operation(id).state).toBe('waiting');
    expect(changes()).toEqual([]);

    station.platform.control.clearFaults();
    await station.outboxDrained();
    expect(station.operation(id)).toMatchObject({ state: 'done', error: null, remark: null });
    expect(changes()).toEqual(oneSplitOneStatus());
    await station.until(() => station.sync.network().state === 'online');
  });

  test.each<{ method: string; effect: FaultEffect }>([
    { method: 'SplitOrderLineForOperator', effect: { kind: 'lost-answer' } },
    { method: 'SplitOrderLineForOperator', effect: { kind: 'truncated-body' } },
    { method: 'SplitOrderLineForOperator', effect: { kind: 'reset' } },
    { method: 'SplitOrderLineForOperator', effect: { kind: 'http-500' } },
    { method: 'SplitOrderLineForOperator', effect: { kind: 'wrong-content' } },
    { method: 'SplitOrderLineForOperator', effect: { kind: 'refuse', errorCode: 'NotAvailable' } },
    { method: 'SplitOrderLineForOperator', effect: { kind: 'refuse', errorCode: 'InternalError' } },
    { method: 'UpdateOrderLineForOperator', effect: { kind: 'lost-answer' } },
    { method: 'UpdateOrderLineForOperator', effect: { kind: 'truncated-body' } },
    { method: 'UpdateOrderLineForOperator', effect: { kind: 'reset' } },
    { method: 'UpdateOrderLineForOperator', effect: { kind: 'http-500' } },
    { method: 'UpdateOrderLineForOperator', effect: { kind: 'wrong-content' } },
    { method: 'GetSalesOrderDetailsForOperator', effect: { kind: 'truncated-body' } },
    { method: 'GetSalesOrderDetailsForOperator', effect: { kind: 'http-500' } },
  ])('when $method meets $effect', async ({ method, effect }) => {
    fault(method, effect);
    station.sync.start();
    const id = station.book('r1', line, 1);
    await station.outboxDrained();
    expect(station.operation(id)).toMatchObject({ state: 'done', error: null, remark: null });
    expect(changes()).toEqual(oneSplitOneStatus());
  });

  test.each(['SplitOrderLineForOperator', 'UpdateOrderLineForOperator'])(
    'when the session ends right before %s',
    async (method) => {
      fault(method, { kind: 'refuse', errorCode: 'SessionExpired' });
      station.sync.start();
      const id = station.book('r1', line, 1);
      await station.outboxDrained();
      expect(station.operation(id)).toMatchObject({ state: 'done', attempts: 1 });
      expect(changes()).toEqual(oneSplitOneStatus());
    },
  );

  test('when three receipts of one line meet lost answers at every step', async () => {
    for (const method of ['SplitOrderLineForOperator', 'UpdateOrderLineForOperator']) {
      fault(method, { kind: 'lost-answer' }, 2);
    }
    station.sync.start();
    const rest = line.quantity - 2;
    station.book('r1', line, 1);
    station.book('r2', line, 1);
    station.book('r3', line, rest);
    await station.outboxDrained();
    expect(station.outbox.summary().failed).toBe(0);
    expect(changes()).toEqual([...oneSplitOneStatus(), ...oneSplitOneStatus(), `status ${line.id} 6`]);
  });

  test('for many orders at once, over an unreliable line', async () => {
    const lines = await orderedLines(station.client, 2, 12);
    const effects: FaultEffect[] = [{ kind: 'lost-answer' }, { kind: 'reset' }, { kind: 'truncated-body' }, { kind: 'http-500' }];
    for (const effect of effects) {
      fault('SplitOrderLineForOperator', effect, 3);
      fault('UpdateOrderLineForOperator', effect, 3);
    }
    for (const [index, each] of lines.entries()) station.book(`r${index}`, each, 1);
    station.sync.start();
    await station.outboxDrained();
    expect(station.outbox.summary()).toMatchObject({ failed: 0, remarks: 0 });
    for (const each of lines) {
      expect(changesOf(station.platform, each.orderId)).toEqual([
        expect.stringMatching(`^split ${each.id} 1 -> `),
        expect.stringMatching(/^status \d+ 6$/),
      ]);
    }
  });
});

describe('the cache shows a receipt', () => {
  test('before its operation is done, so that no piece is awaited twice', async () => {
    const details = await station.client.orders.details(line.orderId);
    station.lineCache.storeDetails(details, 0);
    const lineIds = new Set(details.lines.map((each) => each.id));
    const awaited = [awaitedPieces(lineIds)];
    const id = station.book('r1', line, 1);
    station.sync.start();
    await station.until(() => {
      for (const lineId of station.told.flatMap((change) => change.changedLineIds)) lineIds.add(lineId);
      awaited.push(awaitedPieces(lineIds));
      return station.operation(id).state === 'done';
    });
    const [before = 0, ...afterwards] = awaited;
    expect(new Set(afterwards)).toEqual(new Set([before - 1]));
  });

  /** Pieces of the line's order that could still be received, by what this station knows. */
  function awaitedPieces(lineIds: Set<string>): number {
    const cached = station.lineCache.find([...lineIds]).filter((each) => each.orderId === line.orderId);
    const open = cached.filter((each) => lineStatusGroup(each.status.id) === 'awaited');
    const pending = station.outbox.pendingPieces(open.map((each) => each.id));
    return open.reduce((sum, each) => sum + each.quantity - (pending.get(each.id) ?? 0), 0);
  }
});

describe('an undo', () => {
  test('before sending: the platform never hears of it', async () => {
    fault('*', { kind: 'reset' }, 1_000_000);
    station.sync.start();
    const id = station.book('r1', line, 1);
    await station.until(() => station.operation(id).error !== null);
    station.undo('r1');
    expect(station.operation(id).state).toBe('withdrawn');
    station.platform.control.clearFaults();
    station.sync.wake();
    await station.sync.outboxIdle();
    expect(changes()).toEqual([]);
  });

  test('during sending: the split is found out, and said to stay', async () => {
    fault('SplitOrderLineForOperator', { kind: 'lost-answer' });
    station.sync.start();
    const id = station.book('r1', line, 1);
    await station.until(() => station.operation(id).step === 'split' && station.operation(id).error !== null);
    station.undo('r1');
    await station.until(() => station.undoing('r1').state === 'done');
    expect(station.undoing('r1').remark).toBe('split-remains');
    expect(station.operation(id).state).toBe('withdrawn');
    expect(changes()).toEqual([expect.stringMatching(`^split ${line.id} 1 -> `)]);
  });

  test('after sending: the line has its earlier status again', async () => {
    station.sync.start();
    station.book('r1', line, line.quantity);
    await station.outboxDrained();
    station.undo('r1');
    await station.outboxDrained();
    expect(station.undoing('r1')).toMatchObject({ state: 'done', remark: null });
    expect(changes()).toEqual([`status ${line.id} 6`, `status ${line.id} 4`]);
    expect(station.lineCache.find([line.id])[0]?.status.id).toBe(4);
  });

  test('after a split: the part goes back, the split stays until a person has read it', async () => {
    station.sync.start();
    station.book('r1', line, 1);
    await station.outboxDrained();
    station.undo('r1');
    await station.outboxDrained();
    expect(changes()).toEqual([...oneSplitOneStatus(), expect.stringMatching(/^status \d+ 4$/)]);
    expect(station.undoing('r1')).toMatchObject({ state: 'done', remark: 'split-remains' });
    expect(station.outbox.summary().remarks).toBe(1);
    station.outbox.acknowledge(station.undoing('r1').id);
    expect(station.outbox.summary().remarks).toBe(0);
  });

  test('that the platform does not allow any more says so', async () => {
    station.sync.start();
    station.book('r1', line, line.quantity);
    await station.outboxDrained();
    station.platform.control.setLineFields(line.id, { statusId: 9 });
    station.undo('r1');
    await station.outboxDrained();
    expect(station.undoing('r1')).toMatchObject({
      state: 'failed',
      error: { code: 'conflict', details: { reason: 'cannot-reverse-status' } },
    });
  });
});

describe('people', () => {
  test('set a refused operation aside and retry it', async () => {
    fault('UpdateOrderLineForOperator', { kind: 'refuse', errorCode: 'AccessDenied' });
    station.sync.start();
    const id = station.book('r1', line, line.quantity);
    const next = station.book('r2', line, line.quantity);
    await station.until(() => station.operation(id).state === 'failed');
    expect(station.operation(id).error).toMatchObject({ code: 'api', apiCode: 'AccessDenied' });
    await station.sync.outboxIdle();
    expect(station.operation(next)).toMatchObject({ state: 'waiting', error: { details: { reason: 'waits-for-earlier' } } });
    station.outbox.setAside(id);
    await station.sync.outboxIdle();
    expect(changes()).toEqual([]);
    station.outbox.retry(id);
    await station.outboxDrained();
    expect(station.operation(id).state).toBe('done');
    expect(station.operation(next)).toMatchObject({ state: 'done', remark: 'already-received-there' });
    expect(changes()).toEqual([`status ${line.id} 6`]);
  });

  test('at another station received the line: nothing is sent, and that is said', async () => {
    station.platform.control.setLineFields(line.id, { statusId: 6 });
    station.sync.start();
    const id = station.book('r1', line, line.quantity);
    await station.outboxDrained();
    expect(station.operation(id)).toMatchObject({ state: 'done', remark: 'already-received-there' });
    expect(changes()).toEqual([`status ${line.id} 6`]);
  });

  test('at another station cancelled the line: it fails with the reason', async () => {
    station.platform.control.setLineFields(line.id, { statusId: 13 });
    station.sync.start();
    const id = station.book('r1', line, 1);
    await station.outboxDrained();
    expect(station.operation(id)).toMatchObject({ state: 'failed', error: { details: { reason: 'not-deliverable' } } });
  });
});
