import { describe, expect, test } from 'vitest';
import { createSendingStation } from './sending-station.ts';
import { createWorld, failure, orderLine } from './world-in-memory.ts';

const tenOrders = () =>
  createWorld(Array.from({ length: 10 }, (_, index) => orderLine(`50${index}`, { orderId: `ORD-${index}` })));
const offline = () => ({ call: '', moment: 'before', error: failure('network', { outcomeUnknown: false }) }) as const;

describe('while nothing gets through', () => {
  test('the whole outbox waits, longer each time, up to a minute', async () => {
    const station = createSendingStation(tenOrders());
    for (const line of station.world.lines) station.book(`r${line.id}`, 2, line.id);
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      station.world.mishaps.push(offline(), offline(), offline());
      const calls = station.world.calls.length;
      await station.sender.idle();
      expect(station.world.calls.length - calls).toBeLessThanOrEqual(3);
      station.world.mishaps.length = 0;
      const wait = station.time.nextTimer() ?? 0;
      waits.push(wait);
      station.world.mishaps.push(offline(), offline(), offline());
      station.time.advance(wait);
    }
    expect(waits[0]).toBeGreaterThanOrEqual(1_600);
    expect(waits[0]).toBeLessThanOrEqual(2_000);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(48_000);
    expect(waits.at(-1)).toBeLessThanOrEqual(60_000);
    expect(station.world.changes).toEqual([]);
  });

  test('every receipt is kept, and all are sent once when it returns', async () => {
    const station = createSendingStation(tenOrders());
    station.world.mishaps.push(offline(), offline(), offline());
    for (const line of station.world.lines) station.book(`r${line.id}`, 2, line.id);
    await station.sender.idle();
    expect(station.outbox.summary()).toMatchObject({ waiting: 10, sending: 0, failed: 0 });
    station.sender.wake();
    await station.sender.idle();
    expect(station.outbox.summary()).toMatchObject({ waiting: 0, oldestAt: null });
    expect([...station.world.changes].sort()).toEqual(station.world.lines.map((line) => `status ${line.id} 6`));
  });

  test('a person can ask for a try at once', async () => {
    const station = createSendingStation();
    station.world.mishaps.push(offline());
    const id = station.book('r1', 5);
    await station.sender.idle();
    expect(station.operation(id)).toMatchObject({ state: 'waiting', error: { code: 'network' }, attempts: 1 });
    station.outbox.retry(id);
    await station.sender.idle();
    expect(station.operation(id)).toMatchObject({ state: 'done', attempts: 2 });
  });

  test('a refused sign-in holds everything back and fails nothing', async () => {
    const station = createSendingStation(tenOrders());
    for (let refused = 0; refused < 3; refused += 1) {
      station.world.mishaps.push({ call: '', moment: 'before', error: failure('api', { errorCode: 'SessionExpired' }) });
    }
    for (const line of station.world.lines) station.book(`r${line.id}`, 2, line.id);
    await station.sender.idle();
    expect(station.outbox.summary()).toMatchObject({ waiting: 10, failed: 0 });
    expect(station.world.calls).toHaveLength(3);
  });

  test('one operation that never gets through does not keep the others from it', async () => {
    const station = createSendingStation(tenOrders());
    const poisoned = station.book('r500', 2, '500');
    for (let attempt = 0; attempt < 50; attempt += 1) {
      station.world.mishaps.push({ call: 'details ORD-0', moment: 'before', error: failure('answer') });
    }
    for (const line of station.world.lines.slice(1)) station.book(`r${line.id}`, 2, line.id);
    for (let round = 0; round < 8; round += 1) {
      await station.sender.idle();
      station.time.advance(2_000);
    }
    await station.sender.idle();
    expect(station.operation(poisoned).state).toBe('waiting');
    expect(station.outbox.summary().waiting).toBe(1);
  });
});

test('while the disk is full nothing is sent that could not be written down; afterwards all of it is', async () => {
  const station = createSendingStation();
  const id = station.book('r1', 2);
  station.database.prepare(`
    CREATE TEMP TRIGGER disk_full BEFORE UPDATE OF progress ON operations BEGIN SELECT RAISE(ABORT, 'disk full'); END`).run();
  await station.sender.idle();
  expect(station.world.changes).toEqual([]);
  expect(station.unexpected).toHaveLength(1);
  expect(station.operation(id)).toMatchObject({ state: 'waiting', error: { code: 'database' } });
  station.database.prepare('DROP TRIGGER disk_full').run();
  station.time.advance(15_000);
  await station.sender.idle();
  expect(station.operation(id).state).toBe('done');
  expect(station.world.changes).toEqual(['split 501 2 -> 9001', 'status 9001 6']);
});

describe('a station that stops', () => {
  test('in the middle of a split settles it after the next start, exactly once', async () => {
    const station = createSendingStation();
    station.world.mishaps.push({ call: 'split', moment: 'after', error: failure('aborted', { outcomeUnknown: true }) });
    const id = station.book('r1', 2);
    await station.sender.idle();
    expect(station.operation(id)).toMatchObject({ state: 'sending', step: 'split' });
    await station.restart();
    station.time.advance(10_000);
    await station.sender.idle();
    expect(station.operation(id)).toMatchObject({ state: 'done', attempts: 2 });
    expect(station.world.changes).toEqual(['split 501 2 -> 9001', 'status 9001 6']);
  });

  test('begins nothing more', async () => {
    const station = createSendingStation();
    await station.sender.stop();
    const id = station.book('r1', 2);
    station.sender.wake();
    await Promise.resolve();
    expect(station.operation(id).state).toBe('waiting');
    expect(station.world.calls).toEqual([]);
  });
});
