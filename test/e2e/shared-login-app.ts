import { expect, type TestInfo } from '@playwright/test';
import { startPracticePlatform, type PracticePlatform } from '../../main/practice/index.ts';
import { accountsView, addAccounts, openAccounts, untilLoginIsOver } from './provider-login.ts';
import { launchStation, removeProfile, type StationApp } from './station-app.ts';

/** The account that the tests log in with. */
export const account = 'wang_01';

/** An app on the Accounts screen with one account, and the platform it is connected to. */
export interface LoginApp {
  platform: PracticePlatform;
  station: StationApp;
}

/**
 * Starts an app that several tests use one after the other, each after `beginAnew`: what is shown is how single logins
 * end, not how an app starts. A test that fails ends Playwright's worker, and with it the app.
 */
export async function withLoginApp(switches: string[], provide: (shared: LoginApp) => Promise<void>): Promise<void> {
  const platform = await startPracticePlatform({ lines: 300, seed: 7 });
  const station = await launchStation({ practiceUrl: platform.origin, switches });
  await openAccounts(station.page);
  await addAccounts(station.page, [account]);
  await provide({ platform, station });
  await station.kill();
  await removeProfile(station.profile);
  await platform.close();
}

/** Takes away all that earlier logins have left: session, device, what became of the last one, what the page shows of it. */
export async function beginAnew({ station, platform }: LoginApp): Promise<void> {
  const { page } = station;
  platform.control.clearFaults();
  platform.control.clearRequests();
  for (const { name } of platform.control.providerSessions()) platform.control.expireProviderSession(name);
  const [{ id } = { id: '' }] = (await untilLoginIsOver(station)).accounts;
  await page.evaluate(async (of) => {
    await window.station.accounts.forgetDevice({ id: of });
    await window.station.accounts.dismissEnding({ id: of });
    await window.station.accounts.refresh({});
  }, id);
  await expect
    .poll(() => accountsView(page))
    .toMatchObject({ login: null, accounts: [{ name: account, session: null, deviceRemembered: false, lastEnding: null }] });
  await page.reload();
  await openAccounts(page);
}

/** Keeps what the app has said when a test failed. */
export async function keepOutput({ station }: LoginApp, testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return;
  await testInfo.attach('output', { body: station.output(), contentType: 'text/plain' });
}
