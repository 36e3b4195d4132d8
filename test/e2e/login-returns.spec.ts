import { expect, test as base } from '@playwright/test';
import { startPracticePlatform, WAYS_OF_RETURN, type PracticePlatform, type WayOfReturn } from '../../main/practice/index.ts';
import { leadReturnHostTo, startCountingServer, type CountingServer } from './counting-server.ts';
import { accountRow, accountsView, addAccounts, agree, beginLogin, clickAndGo, openAccounts, passLogin, providerPage, untilLoginIsOver } from './provider-login.ts';
import { launchStation, removeProfile, type StationApp } from './station-app.ts';

const account = 'wang_01';

interface Shared {
  platform: PracticePlatform;
  station: StationApp;
  /** In the place of the return host. */
  returnHost: CountingServer;
}

/** One app for all ways, since nothing of one is left to the next: see below. After a failure Playwright begins a new one. */
const test = base.extend<object, { shared: Shared }>({
  shared: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, provide) => {
      const returnHost = await startCountingServer();
      const platform = await startPracticePlatform({ lines: 300, seed: 7 });
      const station = await launchStation({ practiceUrl: platform.origin, switches: [leadReturnHostTo(returnHost)] });
      await openAccounts(station.page);
      await addAccounts(station.page, [account]);
      await provide({ platform, station, returnHost });
      await station.kill();
      await removeProfile(station.profile);
      await platform.close();
      await returnHost.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

test.describe.configure({ mode: 'default' });

test.beforeEach('the account has no session, and its browser knows no device', async ({ shared: { station, platform } }) => {
  const { page } = station;
  platform.control.expireProviderSession(account);
  const [{ id } = { id: '' }] = (await accountsView(page)).accounts;
  await page.evaluate(async (of) => {
    await window.station.accounts.forgetDevice({ id: of });
    await window.station.accounts.refresh({});
  }, id);
  await expect.poll(async () => (await accountsView(page)).accounts).toMatchObject([{ name: account, session: null, deviceRemembered: false }]);
});

test.afterEach(async ({ shared: { station } }, testInfo) => {
  if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('output', { body: station.output(), contentType: 'text/plain' });
});

/** What a person does on the page after the consent, where it does not come back by itself. */
const lastClick: Partial<Record<WayOfReturn, string>> = {
  link: '#return-link',
  'popup-direct': '#open-window',
};

for (const way of WAYS_OF_RETURN) {
  test(`a login that comes back by ${way} is caught, and nothing is asked of the return host`, async ({ shared: { station, platform, returnHost } }) => {
    const connectionsBefore = returnHost.connections();
    platform.control.nextLogin({ way });
    const { page, app } = station;
    await beginLogin(station, account);

    const provider = await providerPage(station, platform);
    await passLogin(provider, account);
    if (way === 'popup-later') {
      const opened = app.waitForEvent('window');
      await provider.locator('#open-window').click();
      await agree(await opened);
    } else {
      await agree(provider);
      const last = lastClick[way];
      if (last !== undefined) await clickAndGo(provider.locator(last));
    }

    const { accounts } = await untilLoginIsOver(station);
    expect(accounts).toMatchObject([{ name: account, lastEnding: null, session: { obtainedHere: true } }]);
    await expect(accountRow(page, account)).toContainText('left');
    expect(returnHost.connections()).toBe(connectionsBefore);
  });
}

test('the server in the place of the return host counts whoever comes', async ({ shared: { station, returnHost } }) => {
  const connectionsBefore = returnHost.connections();
  await station.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'elsewhere', sandbox: true } });
    await window.loadURL('https://warehouse-station.invalid/').catch(() => undefined);
    window.destroy();
  });
  expect(returnHost.connections()).toBeGreaterThan(connectionsBefore);
});
