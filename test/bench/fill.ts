/**
 * How the station fares while its cache is filled. Run it with
 *
 *   npx node test/bench/fill.ts 200000
 *
 * It starts a practice platform of so many lines in another process, opens a station on an empty profile, scans every
 * 50 ms during the fill and afterwards, and prints a table. On a machine that does other work besides, look at the
 * medians and repeat it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Station } from '../../main/station/index.ts';
import { createBenchStation } from './bench-station.ts';
import { maximum, percentile, watchBlocks } from './measurements.ts';
import { startPracticeProcess } from './practice-process.ts';

const lines = Number(process.argv[2] ?? 20_000);
const scanEveryMs = 50;
const idleScans = 200;

const profile = mkdtempSync(join(tmpdir(), 'station-bench-'));
const platform = await startPracticeProcess(lines);
const station = createBenchStation(profile, platform.origin);
try {
  await measure();
} finally {
  await station.stop();
  await platform.stop();
  rmSync(profile, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const labels = await platform.labels(2_000);
  const startedAt = performance.now();
  const blocks = watchBlocks();
  await station.open();
  let largestRss = 0;
  const during: number[] = [];
  for (let scans = 0; await isFilling(station); scans += 1) {
    during.push(await timedScan(labels[(scans * 7) % labels.length] ?? ''));
    largestRss = Math.max(largestRss, process.memoryUsage.rss());
    await pause(scanEveryMs);
  }
  const fillSeconds = (performance.now() - startedAt) / 1000;
  const busy = blocks.end();

  const quiet = watchBlocks();
  const idle: number[] = [];
  for (let scans = 0; scans < idleScans; scans += 1) {
    idle.push(await timedScan(labels[(scans * 11) % labels.length] ?? ''));
    await pause(scanEveryMs);
  }
  const rest = quiet.end();

  const { cache } = await station.handlers.status.read({});
  const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  console.table({
    'lines in the cache': cache.lines,
    'fill, seconds': rounded(fillSeconds),
    'lines per second': Math.round(cache.lines / fillSeconds),
    'longest block in the fill, ms': rounded(busy.longest),
    'same, by monitorEventLoopDelay': rounded(busy.loopDelayMax),
    'blocks over 16 ms in the fill': busy.overFrame,
    'longest work at a stretch in the fill, ms': rounded(busy.longestWork),
    'work over 16 ms at a stretch': busy.workOverFrame,
    'scans in the fill': during.length,
    'scan p50 in the fill, ms': rounded(percentile(during, 50)),
    'scan p99 in the fill, ms': rounded(percentile(during, 99)),
    'longest scan in the fill, ms': rounded(maximum(during)),
    'scan p50 idle, ms': rounded(percentile(idle, 50)),
    'scan p99 idle, ms': rounded(percentile(idle, 99)),
    'longest block idle, ms': rounded(rest.longest),
    'largest RSS in the fill, MB': megabytes(largestRss),
    'RSS afterwards, MB': megabytes(process.memoryUsage.rss()),
  });
}

/** From the moment at which the scan is due, as a page would see it: what holds main up counts. */
async function timedScan(raw: string): Promise<number> {
  const due = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 0));
  await station.handlers.receiving.scan({ raw, source: 'scanner' });
  return performance.now() - due;
}

async function isFilling({ handlers }: Station): Promise<boolean> {
  const { cache, network } = await handlers.status.read({});
  return cache.fill !== null || network === 'connecting' || cache.freshAt === null;
}
