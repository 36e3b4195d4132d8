import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDesk, type Desk, type DeskSound } from '../../../renderer/receive/desk.ts';
import { isHeld, stripState } from '../../../renderer/receive/desk-state.ts';
import { totalEntered } from '../../../renderer/receive/entry.ts';
import { createMockBridge, type MockBridge } from './mock-bridge.ts';
import { sampleLine, sampleParcel } from './sample-parcels.ts';

const threeLines = 'YT8812345678901';
const partly = 'SF1234567890123';
const already = '773012345678901';
const oneLine = '4312345678901';

let mock: MockBridge;
let desk: Desk;
let sounds: DeskSound[];

beforeEach(() => {
  mock = createMockBridge();
  sounds = [];
  let ids = 0;
  desk = createDesk({
    receiving: mock.bridge.receiving,
    newId: () => `id-${(ids += 1)}`,
    onSound: (sound) => sounds.push(sound),
    onWritten: () => undefined,
  });
});

const strip = () => stripState(desk.state());
const receiveCalls = () => mock.calls.filter(({ name }) => name === 'receiving.receive').map(({ argument }) => argument);
const settled = () => vi.waitFor(() => expect([desk.state().busy, desk.state().queue.length]).toEqual([null, 0]), { interval: 1 });

async function scan(code: string): Promise<void> {
  desk.scan(code, 'scanner');
  await settled();
}

describe('a scan', () => {
  test.each([
    [threeLines, 'found'],
    [partly, 'partly-received'],
    [already, 'already-received'],
    ['JT0001234567890', 'attention'],
    ['YT0000000000000', 'unknown'],
    ['1', 'refused'],
  ])('of %s says %s and sounds like it', async (code, outcome) => {
    await scan(code);
    expect(strip()).toBe(outcome);
    expect(sounds).toEqual([outcome]);
  });

  test('that fails is said, and can be taken up again with its text', async () => {
    mock.world.failures.set('receiving.scan', { code: 'database' });
    await scan(threeLines);
    expect(desk.state().result).toMatchObject({ kind: 'failed', work: 'scan', raw: threeLines });
    desk.retry();
    await settled();
    expect(strip()).toBe('found');
  });

  test('while another is under way waits visibly, and all come in their order', async () => {
    mock.world.delayMs = 5;
    desk.scan(threeLines, 'scanner');
    desk.scan(partly, 'scanner');
    desk.scan(already, 'scanner');
    expect(desk.state().queue.map(({ raw }) => raw)).toEqual([partly, already]);
    await settled();
    expect(mock.calls.map(({ argument }) => (argument as { raw: string }).raw)).toEqual([threeLines, partly, already]);
    expect(strip()).toBe('already-received');
  });
});

describe('what is drawn of a scan', () => {
  afterEach(() => vi.useRealTimers());

  test('is its answer alone when that comes at once', async () => {
    const drawn: (string | null)[] = [];
    desk.subscribe(() => drawn.push(desk.state().busy));
    await scan(threeLines);
    expect(drawn).toEqual([null]);
  });

  test('is that it is under way, when the answer takes its time', async () => {
    vi.useFakeTimers();
    mock.world.delayMs = 5_000;
    const drawn: (string | null)[] = [];
    desk.subscribe(() => drawn.push(desk.state().busy));
    desk.scan(threeLines, 'scanner');
    await vi.advanceTimersByTimeAsync(200);
    expect(drawn).toEqual(['scan']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(drawn).toEqual(['scan', null]);
  });
});

describe('a desk that nobody uses', () => {
  test.each([already, threeLines, 'YT0000000000000'])('is ready again after %s', async (code) => {
    await scan(code);
    desk.rest();
    expect(strip()).toBe('ready');
  });

  test('keeps a half-entered quantity', async () => {
    await scan(threeLines);
    desk.digit('2');
    const before = desk.state();
    desk.rest();
    expect(desk.state()).toBe(before);
  });

  test('keeps a step that failed', async () => {
    mock.world.failures.set('receiving.scan', { code: 'database' });
    await scan(threeLines);
    desk.rest();
    expect(strip()).toBe('failed');
  });
});

describe('accepting all', () => {
  test.each([
    ['Enter', () => desk.confirm()],
    ['the key A', () => desk.acceptAll()],
    ['the same parcel again', () => scan(threeLines)],
  ])('by %s books what is awaited, and says so only after the answer', async (_by, accept) => {
    await scan(threeLines);
    await accept();
    await settled();
    expect(receiveCalls()).toMatchObject([
      {
        waybill: threeLines,
        overReceiptConfirmed: false,
        lines: [
          { lineId: 'L-101', pieces: 3 },
          { lineId: 'L-102', pieces: 12 },
          { lineId: 'L-204', pieces: 1 },
        ],
      },
    ]);
    expect(desk.state().result).toEqual({ kind: 'received', pieces: 16, stillAwaited: 0 });
    expect(sounds.at(-1)).toBe('received');
  });

  test('does not say received before main has answered', async () => {
    await scan(oneLine);
    mock.world.delayMs = 5;
    const booking = desk.acceptAll();
    expect(strip()).toBe('found');
    await booking;
    expect(strip()).toBe('received');
  });

  test('happens once for two quick presses', async () => {
    await scan(oneLine);
    await Promise.all([desk.confirm(), desk.confirm()]);
    expect(receiveCalls()).toHaveLength(1);
  });

  test('books nothing more after the parcel was received', async () => {
    await scan(partly);
    await desk.confirm();
    await desk.confirm();
    expect(receiveCalls()).toHaveLength(1);
  });

  test('of a parcel that was opened without a scan needs a key, not the first scan of it', async () => {
    await desk.open(oneLine);
    await scan(oneLine);
    expect(receiveCalls()).toHaveLength(0);
    await scan(oneLine);
    expect(receiveCalls()).toHaveLength(1);
  });

  test('where nothing is awaited writes nothing and says so', async () => {
    await scan(already);
    await desk.acceptAll();
    expect(receiveCalls()).toHaveLength(0);
    expect(desk.state().hint).toBe('nothing-awaited');
  });
});

test('a digit where nothing is awaited says so', async () => {
  await scan(already);
  desk.digit('1');
  expect(desk.state().hint).toBe('nothing-awaited');
});

describe('entered quantities', () => {
  test('are booked by Enter instead of all', async () => {
    await scan(threeLines);
    desk.digit('2');
    await desk.confirm();
    await desk.confirm();
    expect(receiveCalls()).toMatchObject([{ lines: [{ lineId: 'L-101', pieces: 2 }] }]);
    expect(desk.state().result).toEqual({ kind: 'received', pieces: 2, stillAwaited: 14 });
  });

  test('beyond what is awaited are booked only after a yes', async () => {
    await scan(oneLine);
    desk.digit('4');
    await desk.receiveEntered();
    expect(receiveCalls()).toHaveLength(0);
    await desk.confirm();
    await desk.receiveEntered();
    expect(receiveCalls()).toMatchObject([{ overReceiptConfirmed: true, lines: [{ lineId: 'L-601', pieces: 4 }] }]);
  });

  test('hold the scan of another parcel until they are booked', async () => {
    await scan(threeLines);
    desk.digit('2');
    desk.scan(partly, 'scanner');
    expect(isHeld(desk.state())).toBe(true);
    expect(sounds.at(-1)).toBe('question');
    await desk.receiveEntered();
    await settled();
    expect(receiveCalls()).toHaveLength(1);
    expect(strip()).toBe('partly-received');
  });

  test('hold the scan of another parcel until they are cleared', async () => {
    await scan(threeLines);
    desk.digit('2');
    desk.scan(partly, 'scanner');
    desk.escape();
    await settled();
    expect(receiveCalls()).toHaveLength(0);
    expect(desk.state().card?.waybill).toBe(partly);
  });

  test('stay when main refuses, and the next attempt carries the same request id', async () => {
    await scan(oneLine);
    desk.digit('1');
    mock.world.failures.set('receiving.receive', { code: 'timeout' });
    await desk.receiveEntered();
    expect(strip()).toBe('failed');
    expect(totalEntered(desk.state().entry)).toBe(1);
    desk.retry();
    await settled();
    const [first, second] = receiveCalls() as { requestId: string }[];
    expect(second?.requestId).toBe(first?.requestId);
    expect(strip()).toBe('received');
  });

  test('of two receipts carry two request ids', async () => {
    await scan(threeLines);
    desk.digit('1');
    await desk.receiveEntered();
    await scan(threeLines);
    desk.digit('1');
    await desk.receiveEntered();
    const [first, second] = receiveCalls() as { requestId: string }[];
    expect(second?.requestId).not.toBe(first?.requestId);
  });
});

describe('undo', () => {
  test('says what was taken back, and the parcel can be received again', async () => {
    await scan(oneLine);
    await desk.confirm();
    await desk.undo();
    expect(desk.state().result).toEqual({ kind: 'undone', pieces: 1, withdrawn: 1, toReverse: 0 });
    await desk.confirm();
    expect(strip()).toBe('received');
  });

  test('with nothing to take back says so', async () => {
    await desk.undo();
    expect(desk.state().hint).toBe('nothing-to-undo');
  });

  test('waits until entered quantities are booked or cleared', async () => {
    await scan(threeLines);
    desk.digit('2');
    await desk.undo();
    expect(desk.state().hint).toBe('entry-first');
    expect(mock.calls.map(({ name }) => name)).not.toContain('receiving.undoLast');
  });

  test('whose answer was lost is tried again with the same request id', async () => {
    await scan(oneLine);
    await desk.confirm();
    mock.world.failures.set('receiving.undoLast', { code: 'timeout' });
    await desk.undo();
    desk.retry();
    await settled();
    const [first, second] = mock.calls
      .filter(({ name }) => name === 'receiving.undoLast')
      .map(({ argument }) => (argument as { requestId: string }).requestId);
    expect(second).toBe(first);
  });
});

describe('news of the parcel on the desk', () => {
  test('changes what the strip says, aloud', async () => {
    await scan(oneLine);
    const line = sampleLine({ lineId: 'L-601', quantity: 1, receivedBefore: 1 });
    desk.parcelUpdated(sampleParcel(oneLine, [line]));
    expect(strip()).toBe('already-received');
    expect(sounds).toEqual(['found', 'already-received']);
  });

  test('makes a found parcel of an unknown one', async () => {
    await scan('YT0000000000000');
    desk.parcelUpdated(sampleParcel('YT0000000000000', [sampleLine({ lineId: 'new' })]));
    expect(strip()).toBe('found');
    expect(desk.state().card?.unknownParcel).toBeNull();
  });

  test('keeps entered quantities', async () => {
    await scan(threeLines);
    desk.digit('2');
    await desk.confirm();
    const lines = desk.state().card?.parcel?.lines ?? [];
    desk.parcelUpdated(sampleParcel(threeLines, lines, { checking: false }));
    expect(totalEntered(desk.state().entry)).toBe(2);
  });

  test('of another parcel changes nothing', async () => {
    await scan(oneLine);
    const before = desk.state();
    desk.parcelUpdated(sampleParcel('OTHER', []));
    expect(desk.state()).toEqual(before);
  });
});

test('a reading that was too short is said, and takes nothing off the desk', async () => {
  await scan(oneLine);
  desk.fragment();
  expect(desk.state().hint).toBe('fragment');
  expect(strip()).toBe('found');
});
