import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import { launchStation, removeProfile, type LaunchOptions, type StationApp } from '../station-app.ts';
import { Demo } from './demo.ts';
import { morningLogins } from './morning-logins.ts';
import { ordering } from './ordering.ts';
import { purchasing } from './purchasing.ts';
import { receivingDay } from './receiving-day.ts';
import { firstStart, otherLooks, secondStart } from './screens.ts';

const output = new URL('../../../out/demo/', import.meta.url).pathname;

/** The main job from the first start to an empty outbox, as a person would do it, with a picture of every step. */
async function run(): Promise<void> {
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'station-demo-'));
  const platform = await startPracticePlatform({ lines: 300, seed: 2026 });
  const started: StationApp[] = [];

  async function launch(options: LaunchOptions): Promise<StationApp> {
    const station = await launchStation(options);
    started.push(station);
    return station;
  }

  try {
    const welcome = await launch({});
    const start = new Demo(welcome.page, platform, output);
    await firstStart(start);
    await welcome.close();

    const day = await launch({ practiceUrl: platform.origin, profile });
    const demo = new Demo(day.page, platform, output, start.pictures);
    const totals = await receivingDay(demo);
    const logins = await morningLogins(demo, day);
    const ordered = await ordering(demo);
    const bought = await purchasing(demo);
    await otherLooks(demo);
    await day.close();

    const evening = await launch({ practiceUrl: platform.origin, profile });
    const left = await secondStart(new Demo(evening.page, platform, output, demo.pictures));
    await evening.close();
    process.stdout.write(`${JSON.stringify({ ...totals, ...logins, ...ordered, ...bought, ...left })}\n`);
    if (left.outboxLeft > 0) process.exitCode = 1;
  } catch (error) {
    const page = started.at(-1)?.page;
    await page?.screenshot({ path: join(output, 'stopped-here.png') }).catch(() => undefined);
    throw error;
  } finally {
    for (const station of started) await station.kill();
    for (const station of started) await removeProfile(station.profile);
    await platform.close();
  }
}

await run();
