import { beforeEach, describe, expect, test } from 'vitest';
import { createSendingStation, type SendingStation } from './sending-station.ts';
import { createWorld, orderLine, type World } from './world-in-memory.ts';

let world: World;
let here: SendingStation;
let there: SendingStation;

beforeEach(() => {
  world = createWorld([orderLine('501', { quantity: 6 })]);
  here = createSendingStation(world);
  there = createSendingStation(world);
});

/** Holds each station's split back until both have asked for it, so that neither has seen the other's. */
function letBothSplitAtOnce(): void {
  let letGo = (): void => {};
  const bothAsk = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let asking = 0;
  world.meanwhile = (call) => {
    if (call !== 'split' || asking === 2) return undefined;
    asking += 1;
    if (asking === 2) letGo();
    return bothAsk;
  };
}

function received(): number {
  return world.lines.filter((line) => line.status.id === 6).reduce((sum, line) => sum + line.quantity, 0);
}

describe('two stations that split one line at the same moment', () => {
  test('by different numbers tell their parts apart', async () => {
    letBothSplitAtOnce();
    const mine = here.book('r1', 2);
    const theirs = there.book('r1', 3);
    await Promise.all([here.sender.idle(), there.sender.idle()]);
    expect(here.operation(mine)).toMatchObject({ state: 'done', remark: null });
    expect(there.operation(theirs)).toMatchObject({ state: 'done', remark: null });
    expect(received()).toBe(5);
  });

  test('by the same number never take one part for two: what they cannot tell they leave to a person', async () => {
    letBothSplitAtOnce();
    const mine = here.book('r1', 2);
    const theirs = there.book('r1', 2);
    await Promise.all([here.sender.idle(), there.sender.idle()]);
    const states = [here.operation(mine), there.operation(theirs)].map((operation) => operation.state);
    expect(states).toContain('failed');
    const done = states.filter((state) => state === 'done').length;
    expect(received()).toBe(done * 2);
  });

  test('one after the other, with the second reading before the first was through, both get theirs', async () => {
    const mine = here.book('r1', 2);
    let theirs = '';
    world.meanwhile = async (call) => {
      if (call !== 'split') return;
      world.meanwhile = null;
      theirs = there.book('r1', 2);
      await there.sender.idle();
    };
    await here.sender.idle();
    expect(there.operation(theirs).state).toBe('done');
    expect(here.operation(mine)).toMatchObject({ state: 'done', remark: null });
    expect(received()).toBe(4);
  });
});
