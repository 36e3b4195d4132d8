import { WAYS_OF_RETURN, type WayOfReturn } from '../../main/practice/index.ts';
import { leadReturnHostTo, startCountingServer, type CountingServer } from './counting-server.ts';
import { expect, test as base } from './fixtures.ts';
import { accountRow, addAccounts, agree, beginLogin, clickAndGo, openAccounts, passLogin, providerPage, untilLoginIsOver } from './provider-login.ts';

/** The app with one account, and a server in the place of the return host. */
const test = base.extend<{ returnHost: CountingServer }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  returnHost: async ({}, provide) => {
    const server = await startCountingServer();
    await provide(server);
    await server.close();
  },
  station: async ({ platform, launch, returnHost }, provide) => {
    await provide(await launch({ practiceUrl: platform.origin, switches: [leadReturnHostTo(returnHost)] }));
  },
});

/** What a person does on the page after the consent, where it does not come back by itself. */
const lastClick: Partial<Record<WayOfReturn, string>> = {
  link: '#return-link',
  'popup-direct': '#open-window',
};

for (const way of WAYS_OF_RETURN) {
  test(`a login that comes back by ${way} is caught, and nothing is asked of the return host`, async ({ station, platform, returnHost }) => {
    platform.control.nextLogin({ way });
    const { page, app } = station;
    await openAccounts(page);
    await addAccounts(page, ['wang_01']);
    await beginLogin(station, 'wang_01');

    const provider = await providerPage(station, platform);
    await passLogin(provider, 'wang_01');
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
    expect(accounts).toMatchObject([{ name: 'wang_01', lastEnding: null, session: { obtainedHere: true } }]);
    await expect(accountRow(page, 'wang_01')).toContainText('left');
    expect(returnHost.connections()).toBe(0);
  });
}

test('the server in the place of the return host counts whoever comes', async ({ station, returnHost }) => {
  await station.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'elsewhere', sandbox: true } });
    await window.loadURL('https://warehouse-station.invalid/').catch(() => undefined);
    window.destroy();
  });
  expect(returnHost.connections()).toBeGreaterThan(0);
});
