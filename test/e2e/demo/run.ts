import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import { launchStation, removeProfile } from '../station-app.ts';
import { Demo } from './demo.ts';
import { receivingDay } from './receiving-day.ts';
import { otherLooks, secondStart, firstStart } from './screens.ts';

const output = new URL('../../../out/demo/', import.meta.url).pathname;

/** The main job from the first start to an empty outbox, as a person would do it, with a picture of every step. */
async function run(): Promise<void> {
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'station-demo-'));
  const platform = await startPracticePlatform({ lines: 300, seed: 2026 });
  try {
    const welcome = await launchStation();
    const start = new Demo(welcome.page, platform, output);
    await firstStart(start);
    await welcome.close();
    await removeProfile(welcome.profile);

    const day = await launchStation({ practiceUrl: platform.origin, profile });
    const demo = new Demo(day.page, platform, output, start.pictures);
    const totals = await receivingDay(demo);
    await otherLooks(demo);
    await day.close();

    const evening = await launchStation({ practiceUrl: platform.origin, profile });
    const left = await secondStart(new Demo(evening.page, platform, output, demo.pictures));
    await evening.close();
    process.stdout.write(`${JSON.stringify({ ...totals, ...left })}\n`);
    if (left.outboxLeft > 0) process.exitCode = 1;
  } finally {
    await platform.close();
    await removeProfile(profile);
  }
}

await run();
