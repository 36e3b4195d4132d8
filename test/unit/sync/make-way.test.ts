import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMakeWay } from '../../../main/sync/cache/make-way.ts';

const never = new AbortController().signal;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** What `free` has waited, a person scanning at these times. */
async function waited(scansAt: readonly number[], signal = never): Promise<number> {
  const way = createMakeWay();
  const startedAt = performance.now();
  for (const at of scansAt) setTimeout(() => way.ask(), at);
  await vi.advanceTimersByTimeAsync(0);
  let end: number | null = null;
  const free = way.free(signal).then(() => (end = performance.now()));
  await vi.advanceTimersByTimeAsync(5_000);
  await free;
  return (end ?? Number.NaN) - startedAt;
}

test('nobody scans: no rest', async () => {
  expect(await waited([])).toBe(0);
});

test('a scan is given a moment', async () => {
  expect(await waited([0])).toBe(200);
});

test('a scan during the rest begins it anew', async () => {
  expect(await waited([0, 150])).toBe(350);
});

test('however often a person scans, the work goes on after a second', async () => {
  expect(await waited(Array.from({ length: 40 }, (_, index) => index * 100))).toBe(1_000);
});

test('the end of the work ends the rest', async () => {
  const stopping = new AbortController();
  setTimeout(() => stopping.abort(), 50);
  expect(await waited([0], stopping.signal)).toBe(50);
});
