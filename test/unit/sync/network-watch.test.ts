import { beforeEach, expect, test } from 'vitest';
import { OtapiError } from '../../../main/otapi/index.ts';
import { createNetworkWatch, type NetworkWatch } from '../../../main/sync/network/network-watch.ts';
import { createManualTime, type ManualTime } from './manual-time.ts';
import { failure } from './world-in-memory.ts';

let time: ManualTime;
let watch: NetworkWatch;
let states: string[];
let reachable: number;
let probes: number;
let probeOutcome: OtapiError | null;

const refusal = new OtapiError({ kind: 'api', method: 'Sign in', reason: 'no', outcomeUnknown: false, signInRefused: true });
const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

beforeEach(() => {
  time = createManualTime();
  states = [];
  reachable = 0;
  probes = 0;
  probeOutcome = null;
  watch = createNetworkWatch({
    probe: () => {
      probes += 1;
      return probeOutcome ? Promise.reject(probeOutcome) : Promise.resolve();
    },
    now: time.now,
    schedule: time.schedule,
    onChange: ({ state }) => states.push(state),
    onReachable: () => {
      reachable += 1;
    },
  });
});

test('is connecting until the first answer', async () => {
  expect(watch.view()).toEqual({ state: 'connecting', error: null, lastContactAt: null });
  watch.start();
  await settled();
  time.advance(0);
  expect(watch.view()).toEqual({ state: 'online', error: null, lastContactAt: time.now() });
  expect(reachable).toBe(1);
});

test('believes every call the station makes anyway', () => {
  watch.contact({ ok: false, error: failure('network') });
  expect(watch.view()).toMatchObject({ state: 'offline', error: { code: 'network' } });
  watch.contact({ ok: true });
  time.advance(0);
  expect(watch.view()).toMatchObject({ state: 'online', error: null });
  watch.contact({ ok: true });
  time.advance(0);
  expect(states).toEqual(['offline', 'online']);
  expect(reachable).toBe(1);
});

test('asks at growing intervals while OT Platform is out of reach', async () => {
  probeOutcome = failure('timeout');
  watch.start();
  const intervals: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    await settled();
    const interval = time.nextTimer() ?? 0;
    intervals.push(interval);
    time.advance(interval);
  }
  expect(probes).toBe(8);
  expect(intervals[0]).toBeLessThanOrEqual(2_000);
  expect(intervals.at(-1)).toBeGreaterThanOrEqual(24_000);
  expect(intervals.at(-1)).toBeLessThanOrEqual(30_000);
  expect(states).toEqual(['offline']);
});

test('asks at once when it is woken', async () => {
  watch.contact({ ok: false, error: failure('network') });
  watch.wake();
  await settled();
  time.advance(0);
  expect(probes).toBe(1);
  expect(watch.view().state).toBe('online');
});

test('a refused login is not called online in between, and not tried again by itself', () => {
  watch.contact({ ok: true });
  watch.contact({ ok: false, error: refusal });
  time.advance(3_600_000);
  expect(states).toEqual(['refused']);
  expect(reachable).toBe(0);
  expect(probes).toBe(0);
});

test('an error that OT Platform itself reports is an answer', async () => {
  probeOutcome = failure('api', { errorCode: 'InternalError' });
  watch.start();
  await settled();
  time.advance(0);
  expect(watch.view().state).toBe('online');
});

test('is quiet once stopped', async () => {
  watch.contact({ ok: false, error: failure('network') });
  watch.stop();
  watch.contact({ ok: true });
  watch.wake();
  time.advance(60_000);
  await settled();
  expect(states).toEqual(['offline']);
  expect(probes).toBe(0);
});
