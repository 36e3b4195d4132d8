import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { StationApp } from '../../e2e/station-app.ts';
import { openApp } from '../app/open-app.ts';
import { copyProfile, filesOf, removeProfile, withCache } from '../cache/profile.ts';
import { percentile } from '../measurements.ts';
import { atMost, atMostTimes, median, rounded, rowOf, type BenchRow } from '../row.ts';
import { someWaybills } from './lookup.ts';

export interface ScanPlan {
  rounds: number;
  scansPerRound: number;
  /** Rounds during a fill come after each idle one. */
  withFill: boolean;
}

const bareKeysPerRound = 12;

export interface ScanRounds {
  idle: number[][];
  filling: number[][];
  /** A key whose answer is another text in the same page, to painted: the floor of this runtime, measured between scans. */
  bareKeys: number[];
  /** The call of a scan across the bridge and back. */
  calls: number[];
  /** Scans whose result did not come within five seconds. */
  lost: number;
  /** Lines that the fill has brought meanwhile. */
  filled: number;
}

/** Scans in the real app, idle and during a fill round by round, in one run of it. The first round of each is warm-up. */
export async function scanRounds(origin: string, profile: string, plan: ScanPlan): Promise<ScanRounds> {
  const copy = copyProfile(profile);
  const labels = await withCache(filesOf(copy), (open) => someWaybills(open, 2 * (plan.rounds + 1) * plan.scansPerRound));
  const station = await openApp(copy, origin);
  const { page } = station;
  const result: ScanRounds = { idle: [], filling: [], bareKeys: [], calls: [], lost: 0, filled: 0 };
  try {
    for (let round = 0; round <= plan.rounds; round += 1) {
      const idle = await scans(page, labels.splice(0, plan.scansPerRound));
      if (round > 0) result.idle.push(idle.times);
      result.lost += idle.lost;
      if (!plan.withFill) continue;
      if (round > 0) await pieces(page, labels.slice(0, bareKeysPerRound), result);
      const before = await linesIn(page);
      await page.evaluate(() => window.station.status.resumeFill({}));
      const filling = await scans(page, labels.splice(0, plan.scansPerRound));
      await page.evaluate(() => window.station.status.pauseFill({}));
      await untilFillRests(page);
      if (round > 0) result.filling.push(filling.times);
      result.lost += filling.lost;
      result.filled += (await linesIn(page)) - before;
    }
  } finally {
    await station.kill();
    removeProfile(copy);
  }
  return result;
}

async function scans(page: Page, labels: readonly string[]): Promise<{ times: number[]; lost: number }> {
  const times: number[] = [];
  for (const [index, label] of labels.entries()) {
    await page.evaluate((text) => window.scanProbe.type(text), label);
    // The last key comes from outside the page, as a scanner's does: through the browser's own input.
    await page.keyboard.press('Enter');
    const painted = await page.evaluate(() => window.scanProbe.painted());
    if (painted !== null) times.push(painted);
    // No two scans at the same place between two frames.
    await pause(30 + ((index * 7) % 40));
  }
  return { times, lost: labels.length - times.length };
}

/** What a scan is made of, each by itself. */
async function pieces(page: Page, labels: readonly string[], into: Pick<ScanRounds, 'bareKeys' | 'calls'>): Promise<void> {
  for (const label of labels) {
    await page.evaluate(() => window.scanProbe.awaitBareKey());
    await page.keyboard.press('F9');
    into.bareKeys.push((await page.evaluate(() => window.scanProbe.painted())) ?? 0);
    into.calls.push(await page.evaluate((text) => window.scanProbe.call(text), label));
    await pause(30);
  }
}

async function linesIn(page: Page): Promise<number> {
  const answer = (await page.evaluate(() => window.station.status.read({}))) as { value?: { cache: { lines: number } } };
  return answer.value?.cache.lines ?? 0;
}

async function untilFillRests(page: Page): Promise<void> {
  for (let last = -1, current = await linesIn(page); current !== last; current = await linesIn(page)) {
    last = current;
    await pause(300);
  }
}

/** Last key to painted result, idle and during a fill. */
export async function scanRows(origin: string, profile: string, quick: boolean): Promise<BenchRow[]> {
  const plan = quick ? { rounds: 2, scansPerRound: 25, withFill: true } : { rounds: 5, scansPerRound: 120, withFill: true };
  const { idle, filling, bareKeys, calls, lost, filled } = await scanRounds(origin, profile, plan);
  const samples = idle.flat().length;
  const method =
    "From the last key's own time stamp to the end of the frame that shows the result (animation frame and the task after it), in the built app on its runtime; keys before the last are made in the page, the last comes through the browser's input; every parcel another one from anywhere in the cache;";
  const parts = `A key that only changes a text in the same page takes ${rounded(percentile(bareKeys, 50))} ms to painted (p50; p99 ${rounded(percentile(bareKeys, 99))}), the scan's call across the bridge and back ${rounded(percentile(calls, 50))} ms (p50; p99 ${rounded(percentile(calls, 99))}).`;
  const whyMissed = 'a frame of this runtime comes every 16.7 ms at best and is painted by the processor alone; what is above the bare key and the call is the work of the page.';
  const fillAll = filling.flat();
  return [
    ...([50, 99] as const).map((percent) =>
      rowOf({
        name: `scan: last key to painted result, p${percent}`,
        unit: 'ms',
        target: atMost(percent === 50 ? 16 : 50, 'ms'),
        method: `${method} the cache was filled by the app's own cache code; absolute, no reference.`,
        seen: `All scans together: p50 ${rounded(percentile(idle.flat(), 50))}, p90 ${rounded(percentile(idle.flat(), 90))}, p99 ${rounded(percentile(idle.flat(), 99))} ms; ${lost} scans without a result. ${parts}`,
        whyMissed,
        samples,
        rounds: idle.map((times) => ({ value: percentile(times, percent) })),
      }),
    ),
    rowOf({
      name: 'scan during a cache fill, p99',
      unit: 'ms',
      target: atMostTimes(2),
      method: `${method} the fill goes on for a round and rests for a round, in the same run of the app; against the p99 of the resting round before.`,
      seen: `All scans during the fill together: p50 ${rounded(percentile(fillAll, 50))}, p99 ${rounded(percentile(fillAll, 99))} ms, ${rounded(percentile(fillAll, 99) / percentile(idle.flat(), 99))} times the idle p99; the fill brought ${filled} lines meanwhile, about ${Math.round(filled / Math.max(1, filling.length + 1))} a round.`,
      whyMissed: 'the threads of the fill and the process that answers share the processors with the page.',
      samples: fillAll.length,
      rounds: filling.map((times, index) => ({ value: percentile(times, 99), reference: percentile(idle[index] ?? [], 99) })),
    }),
  ];
}

const memoryScans = { first: 100, all: 5_000 };

/** Memory of main after some scans, and after many more of them. */
export async function memoryRow(origin: string, profile: string, quick: boolean): Promise<BenchRow> {
  const all = quick ? 600 : memoryScans.all;
  const copy = copyProfile(profile);
  const labels = await withCache(filesOf(copy), (open) => someWaybills(open, all));
  const station = await openApp(copy, origin);
  try {
    const scanned = (from: number, to: number) => station.page.evaluate((some) => window.scanProbe.scanAll(some), labels.slice(from, to));
    let found = await scanned(0, memoryScans.first);
    const early = await memoryOf(station);
    // In pieces: one call that lasts for minutes would tell nothing if it failed.
    for (let from = memoryScans.first; from < all; from += 100) found += await scanned(from, Math.min(all, from + 100));
    const late = await memoryOf(station);
    return rowOf({
      name: `memory of main after ${all} scans`,
      unit: 'MB',
      target: atMostTimes(1.2),
      method: `Resident memory of the main process of the built app after ${all} scans typed in its page, against the same after ${memoryScans.first} of them, in one run; medians of nine readings within two seconds, each after a collection of garbage: without, it says how lazy V8 is, not what is kept.`,
      seen: `${found} scans had their result; the heap in use went from ${rounded(early.heap)} to ${rounded(late.heap)} MB, the heap that V8 holds from ${rounded(early.held)} to ${rounded(late.held)} MB. Before the garbage was collected ${rounded(early.uncollected)} and ${rounded(late.uncollected)} MB were resident. SQLite's page cache for the cache file may grow to 16 MB, as it is told to.`,
      whyMissed: 'V8 makes its heap larger for the short-lived objects of scans and holds what it has once had; what of it is in use is said above, and stays.',
      samples: all,
      rounds: [{ value: late.resident, reference: early.resident }],
    });
  } finally {
    await station.kill();
    removeProfile(copy);
  }
}

interface MemoryUse {
  resident: number;
  heap: number;
  /** What V8 has taken for its heap, in use or not. */
  held: number;
  /** Resident before the collection. */
  uncollected: number;
}

async function memoryOf({ app }: StationApp): Promise<MemoryUse> {
  const before = await app.evaluate(() => process.memoryUsage.rss());
  const readings: NodeJS.MemoryUsage[] = [];
  for (let reading = 0; reading < 9; reading += 1) {
    readings.push(
      await app.evaluate(() => {
        process.getBuiltinModule('v8').setFlagsFromString('--expose-gc');
        const collect = process.getBuiltinModule('vm').runInNewContext('gc') as () => void;
        collect();
        return process.memoryUsage();
      }),
    );
    await pause(200);
  }
  const megabytes = (bytes: number[]): number => median(bytes) / 1024 / 1024;
  return {
    resident: megabytes(readings.map(({ rss }) => rss)),
    heap: megabytes(readings.map(({ heapUsed }) => heapUsed)),
    held: megabytes(readings.map(({ heapTotal }) => heapTotal)),
    uncollected: megabytes([before]),
  };
}
