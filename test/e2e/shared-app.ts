import { expect, type TestInfo } from '@playwright/test';
import { startPracticePlatform, type PracticePlatform } from '../../main/practice/index.ts';
import type { StationSettings } from '../../preload/contract/index.ts';
import { launchStation, removeProfile, type LaunchOptions, type StationApp } from './station-app.ts';

/** An app that several tests use one after the other, and the platform it is connected to. */
export interface SharedApp {
  platform: PracticePlatform;
  station: StationApp;
  /** As they were before the first test. */
  settings: StationSettings;
}

/**
 * Starts an app for tests that do not show how an app starts, and takes it away after the last of them; `prepare` makes
 * of it what each of them expects. A test that fails ends Playwright's worker, and with it the app.
 */
export async function withSharedApp(
  options: LaunchOptions,
  prepare: (app: SharedApp) => Promise<void>,
  provide: (app: SharedApp) => Promise<void>,
): Promise<void> {
  const platform = await startPracticePlatform({ lines: 300, seed: 7 });
  const station = await launchStation({ ...options, practiceUrl: platform.origin });
  try {
    const settings = await station.page.evaluate(async () => window.station.settings.read({}));
    if (!settings.ok) throw new Error(`No settings: ${settings.error.code}`);
    const app = { platform, station, settings: settings.value };
    await prepare(app);
    await provide(app);
  } finally {
    await station.kill();
    await removeProfile(station.profile);
    await platform.close();
  }
}

/** Takes back what a test may have changed of the settings and the platform, and opens the page anew. */
export async function beginPageAnew({ station: { page }, platform, settings }: SharedApp): Promise<void> {
  platform.control.clearFaults();
  platform.control.clearRequests();
  const changed = await page.evaluate(async (all) => window.station.settings.change(all), settings);
  expect(changed).toMatchObject({ ok: true });
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
}

/** Keeps what the app has said when a test failed. */
export async function keepOutput({ station }: Pick<SharedApp, 'station'>, testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return;
  await testInfo.attach('output', { body: station.output(), contentType: 'text/plain' });
}
