import { expect, test as base } from '@playwright/test';
import { WAYS_OF_RETURN, type WayOfReturn } from '../../main/practice/index.ts';
import { leadReturnHostTo, startCountingServer, type CountingServer } from './counting-server.ts';
import { accountRow, agree, beginLogin, clickAndGo, passLogin, providerPage, untilLoginIsOver } from './provider-login.ts';
import { keepOutput } from './shared-app.ts';
import { account, beginAnew, withLoginApp, type LoginApp } from './shared-login-app.ts';

/** One app for all ways, with a server in the place of the return host. */
const test = base.extend<object, { shared: LoginApp & { returnHost: CountingServer } }>({
  shared: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, provide) => {
      const returnHost = await startCountingServer();
      await withLoginApp([leadReturnHostTo(returnHost)], (app) => provide({ ...app, returnHost }));
      await returnHost.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

test.describe.configure({ mode: 'default' });
test.beforeEach(({ shared }) => beginAnew(shared));
test.afterEach(({ shared }, testInfo) => keepOutput(shared, testInfo));

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
