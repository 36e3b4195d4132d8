import { beforeEach, describe, expect, it } from 'vitest';
import { pollDelay, listDelay } from '../../../main/activities/follow/poll-pace.ts';
import { createLanes } from '../../../main/activities/follow/lanes.ts';
import { activityTypes } from '../../../main/otapi/index.ts';
import { activityInfo, activityLine, priceQuestion, step } from './activity-facts.ts';
import { networkFailure } from './activities-platform.ts';
import { createFollowBench, type FollowBench } from './follow-bench.ts';

const address = { type: activityTypes.export, id: 'a1' };
let bench: FollowBench;

beforeEach(() => {
  bench = createFollowBench();
});

const readings = (id: string): number => bench.platform.calls.filter((call) => call === `info ${id}`).length;

async function follow(...ids: string[]): Promise<void> {
  bench.follower.online(true);
  await bench.watch.look();
  for (const id of ids) bench.follower.follow({ ...address, id });
  await bench.settle();
}

describe('following an activity', () => {
  it('reads it every second while it moves, and every five when nothing changes', async () => {
    bench.platform.put(activityInfo('a1'));
    await follow('a1');
    for (let second = 0; second < 5; second += 1) {
      bench.platform.change('a1', { progressPercent: 20 + second });
      await bench.pass(1_000);
    }
    expect(readings('a1')).toBe(6);
    await bench.pass(60_000);
    expect(readings('a1')).toBeGreaterThanOrEqual(6 + 11);
    expect(readings('a1')).toBeLessThan(6 + 20);
  });

  it('ends when the activity has ended, whose orders are to be read again then', async () => {
    bench.platform.put(activityInfo('a1'));
    await follow('a1');
    bench.platform.change('a1', { isFinished: true, steps: [step('Success', 'Ordered')] });
    await bench.pass(2_000);
    const before = readings('a1');
    await bench.pass(30_000);
    expect(readings('a1')).toBe(before);
    expect(bench.known('a1')).toMatchObject({ rereadDue: true });
    expect(bench.registry.toReread().map(({ id }) => id)).toEqual(['a1']);
  });

  it('goes on after a restart, with questions as old as they are', async () => {
    bench.platform.put(activityInfo('a1', { isAwaitingAction: true, steps: [priceQuestion('501')] }));
    await follow('a1');
    const askedAt = Object.values(bench.known('a1').asked);
    await bench.pass(60_000);
    await bench.restart();
    expect(bench.registry.underWay().map(({ id }) => id)).toEqual(['a1']);
    await follow('a1');
    expect(Object.values(bench.known('a1').asked)).toEqual(askedAt);
  });

  it('slows down while it fails, says why, and is there again when the network is', async () => {
    bench.platform.put(activityInfo('a1'));
    await follow('a1');
    bench.platform.failure = networkFailure();
    await bench.pass(120_000);
    expect(bench.follower.errorOf(address)).toMatchObject({ code: 'network' });
    expect(readings('a1')).toBeLessThan(12);
    bench.follower.online(false);
    const before = readings('a1');
    await bench.pass(120_000);
    expect(readings('a1')).toBe(before);
    bench.platform.failure = null;
    bench.follower.online(true);
    await bench.settle();
    expect(readings('a1')).toBe(before + 1);
    expect(bench.follower.errorOf(address)).toBeNull();
    expect(bench.unexpected).toEqual([]);
  });

  it('marks one as gone that OT Platform does not know any more', async () => {
    bench.platform.put(activityInfo('a1'));
    await follow('a1');
    bench.platform.activities.delete('a1');
    await bench.pass(2_000);
    expect(bench.known('a1')).toMatchObject({ isGone: true, endedAt: expect.any(Number) });
  });

  it('is put off by nobody who asks for it again and again', async () => {
    const ids = Array.from({ length: 20 }, (_, number) => `a${number}`);
    for (const id of ids) bench.platform.put(activityInfo(id));
    await follow(...ids);
    for (let round = 0; round < 20; round += 1) {
      for (const id of ids) bench.follower.follow({ ...address, id });
      await bench.pass(300);
    }
    expect(ids.filter((id) => readings(id) === 0)).toEqual([]);
  });
});

describe('the list of activities', () => {
  it('brings those that were started elsewhere, and says which are other than before', async () => {
    bench.platform.put(activityInfo('a1'));
    bench.platform.put(activityInfo('a2', { isFinished: true }));
    bench.platform.put({ ...activityInfo('a3'), type: 'BasketChecking' });
    await bench.watch.look();
    await bench.follower.read(address);
    bench.platform.change('a1', { isAwaitingAction: true });
    await bench.watch.look();
    expect(bench.listed).toEqual([
      { appeared: ['a1', 'a2'], changed: [] },
      { appeared: [], changed: ['a1'] },
    ]);
    expect(bench.registry.underWay().map(({ id }) => id)).toEqual(['a1']);
    expect(bench.known('a2')).toMatchObject({ stepsRead: false, rereadDue: false });
  });

  it('is asked for seldom while nothing is under way, and again at once when OT Platform comes within reach', async () => {
    bench.watch.online(true);
    await bench.pass(10 * 60_000);
    const asked = bench.platform.calls.filter((call) => call === 'search').length;
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThanOrEqual(11);
    bench.watch.online(false);
    bench.watch.online(true);
    expect(bench.platform.calls.filter((call) => call === 'search')).toHaveLength(asked + 1);
  });

  it('asked for while it is being read is read once more', async () => {
    const before = bench.watch.look();
    await Promise.all([bench.watch.look(), bench.watch.look(), before]);
    expect(bench.platform.calls).toEqual(['search', 'search']);
  });
});

describe('what is known of an activity', () => {
  it('has the orders that its words name, beside those it was started for', () => {
    bench.registry.adopt(address, { orders: [{ id: 'ORD-0000000007', number: '7' }], lines: [activityLine('501', 1)] });
    bench.registry.takeInfo(address, activityInfo('a1', { steps: [step('Info', 'ORD-0000012345 and ORD-0000000007')] }), bench.time.now());
    expect(bench.known('a1').orders).toEqual([
      { id: 'ORD-0000000007', number: '7' },
      { id: 'ORD-0000012345', number: '12345' },
    ]);
  });

  it('is in the history when it has ended, page by page', async () => {
    for (const id of ['a1', 'a2', 'a3']) bench.platform.put(activityInfo(id, { isFinished: true }));
    await bench.watch.look();
    const [first] = bench.registry.ended(1);
    expect(first?.id).toBe('a3');
    const rest = bench.registry.ended(10, { endedAt: first?.endedAt ?? 0, number: first?.number ?? 0 });
    expect(rest.map(({ id }) => id)).toEqual(['a2', 'a1']);
  });
});

describe('the pace', () => {
  it('is shared by many, and never slower than the vendor’s panel for a few', () => {
    expect(pollDelay({ unchanged: 0, failures: 0, followed: 1 })).toBe(1_000);
    expect(pollDelay({ unchanged: 9, failures: 0, followed: 1 })).toBe(5_000);
    expect(pollDelay({ unchanged: 0, failures: 0, followed: 20 })).toBe(4_000);
    expect(pollDelay({ unchanged: 0, failures: 20, followed: 1 })).toBe(60_000);
    expect(listDelay({ failures: 0, followed: 0 })).toBe(60_000);
    expect(listDelay({ failures: 0, followed: 1 })).toBe(10_000);
  });
});

describe('a lane', () => {
  it('runs one thing after the other, whatever becomes of the one before', async () => {
    const lanes = createLanes();
    const order: string[] = [];
    const first = Promise.withResolvers<void>();
    const failing = lanes.run('a', async () => {
      await first.promise;
      throw new Error('no');
    });
    const next = lanes.run('a', async () => void order.push('next'));
    await lanes.run('b', async () => void order.push('other lane'));
    expect(lanes.isBusy('a')).toBe(true);
    first.resolve();
    await expect(failing).rejects.toThrow('no');
    await next;
    await lanes.idle();
    expect(order).toEqual(['other lane', 'next']);
    expect(lanes.isBusy('a')).toBe(false);
  });
});
