import { LOGIN_ERROR_TEXTS, type LoginPlan } from '../../main/practice/index.ts';
import { serveSite, type Site } from '../integration/shell/login-window/sites.ts';
import { expect, test as base } from './fixtures.ts';
import { holdTimersOf } from './held-timers.ts';
import {
  accountRow,
  accountsView,
  addAccounts,
  agree,
  beginLogin,
  changeTaobao,
  clickAndGo,
  loginBar,
  openAccounts,
  passLogin,
  providerPage,
  untilLoginIsOver,
} from './provider-login.ts';
import { keepOutput } from './shared-app.ts';
import { account, beginAnew, withLoginApp, type LoginApp } from './shared-login-app.ts';
import type { StationApp } from './station-app.ts';
import type { Page } from '@playwright/test';

/** Names of the net lead nowhere, one of a known site to a server nobody trusts. */
const namesOf = (untrusted?: Site): string[] => {
  const known = untrusted === undefined ? '' : `MAP login.taobao.com:443 127.0.0.1:${untrusted.port}, `;
  return [`--host-resolver-rules=${known}MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`];
};

/** One app for the endings that leave nothing behind. */
const alike = base.extend<object, { shared: LoginApp & { untrusted: Site } }>({
  shared: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, provide) => {
      await using untrusted = await serveSite({ '/': () => 'Nobody shall see this' }, 'https');
      await withLoginApp(namesOf(untrusted), (app) => provide({ ...app, untrusted }));
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** An app for one test alone. */
const test = base.extend({
  station: async ({ platform, launch }, provide) => {
    const station = await launch({ practiceUrl: platform.origin, switches: namesOf() });
    await openAccounts(station.page);
    await addAccounts(station.page, [account]);
    await provide(station);
  },
});

const says = (station: StationApp, words: string | RegExp) => expect(accountRow(station.page, account)).toContainText(words, { timeout: 20_000 });

/** Logs in as wang_01 as far as a plan goes. */
async function logIn(station: StationApp, platform: Parameters<typeof providerPage>[1], plan: Partial<LoginPlan>): Promise<Page> {
  platform.control.nextLogin(plan);
  await beginLogin(station, account);
  const page = await providerPage(station, platform);
  await passLogin(page, account);
  await agree(page);
  return page;
}

alike.describe(() => {
  alike.describe.configure({ mode: 'default' });
  alike.beforeEach(({ shared }) => beginAnew(shared));
  alike.afterEach(({ shared }, testInfo) => keepOutput(shared, testInfo));

  alike('an error of the provider is shown in its own words, as plain text', async ({ shared: { station, platform } }) => {
    await logIn(station, platform, { ending: 'error', errorText: LOGIN_ERROR_TEXTS.markup });
    await says(station, 'The provider did not accept the login.');
    await says(station, '<b onclick="alert(1)">登录失败</b>');
    const { accounts } = await untilLoginIsOver(station);
    expect(accounts[0]).toMatchObject({ session: null, lastEnding: { kind: 'refused' } });
  });

  alike('a person who refuses the consent reads that the login was not accepted', async ({ shared: { station, platform } }) => {
    await beginLogin(station, account);
    const page = await providerPage(station, platform);
    await passLogin(page, account);
    await clickAndGo(page.locator('#refuse'));
    await says(station, 'The provider did not accept the login.');
  });

  alike('a return that does not belong to the login is thrown away', async ({ shared: { station, platform } }) => {
    await logIn(station, platform, { ending: 'wrong-state' });
    await says(station, 'A return came that does not belong to this login.');
    expect((await untilLoginIsOver(station)).accounts[0]).toMatchObject({ lastEnding: { kind: 'state-mismatch' } });
  });

  alike('a window that the operator closes ends the login', async ({ shared: { station, platform } }) => {
    await beginLogin(station, account);
    await providerPage(station, platform);
    await station.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('/login.html'))?.close();
    });
    await says(station, 'The login was closed before it was finished.');
    await untilLoginIsOver(station);
  });

  alike('the login can be cancelled from its window and from the station', async ({ shared: { station, platform } }) => {
    await beginLogin(station, account);
    await providerPage(station, platform);
    await clickAndGo((await loginBar(station)).getByRole('button', { name: 'Cancel' }));
    await says(station, 'The login was closed before it was finished.');
    await untilLoginIsOver(station);
    await beginLogin(station, account);
    await providerPage(station, platform);
    await station.page.getByRole('button', { name: 'Cancel the login' }).click();
    await says(station, 'The login was closed before it was finished.');
    await untilLoginIsOver(station);
  });

  alike('a page that cannot be loaded is named, with the reason', async ({ shared: { station, platform } }) => {
    await logIn(station, platform, { ending: 'leaves-for', leavesFor: 'https://passport.taobao.com/nowhere' });
    await says(station, 'The provider’s page did not load.');
    await says(station, 'passport.taobao.com');
    await says(station, 'ERR_NAME_NOT_RESOLVED');
    await untilLoginIsOver(station);
  });

  alike('a certificate that nobody vouches for ends the login; it is never overridden', async ({ shared: { station, platform, untrusted } }) => {
    await logIn(station, platform, { ending: 'leaves-for', leavesFor: 'https://login.taobao.com/' });
    await says(station, 'its certificate is not valid');
    await says(station, 'login.taobao.com');
    await says(station, 'ERR_CERT_AUTHORITY_INVALID');
    await untilLoginIsOver(station);
    expect(untrusted.requests).toEqual([]);
  });

  alike('a return without a session, and none in the list, is said', async ({ shared: { station, platform } }) => {
    const page = await logIn(station, platform, { way: 'link', ending: 'no-parameters' });
    await page.locator('#return-link').waitFor();
    platform.control.expireProviderSession('wang_01');
    await clickAndGo(page.locator('#return-link'));
    await says(station, 'OT Platform lists no new session for this account.');
    await untilLoginIsOver(station);
  });

  for (const ending of ['no-parameters', 'doubled-parameters'] as const) {
    alike(`a return with ${ending} is a good one when the list has the session`, async ({ shared: { station, platform } }) => {
      await logIn(station, platform, { ending });
      expect((await untilLoginIsOver(station)).accounts[0]).toMatchObject({ lastEnding: null, session: { obtainedHere: true } });
    });
  }

  alike('a list that cannot be read after the return is read later by itself', async ({ shared: { station, platform } }) => {
    const page = await logIn(station, platform, { way: 'link' });
    await page.locator('#return-link').waitFor();
    platform.control.addFault({ method: 'GetProviderOrdersIntegrationSessionInfoList', times: 1_000, effect: { kind: 'http-500' } });
    await clickAndGo(page.locator('#return-link'));
    await expect(accountRow(station.page, account)).toContainText('the list of sessions could not be read', { timeout: 60_000 });
    platform.control.clearFaults();
    await station.page.getByRole('button', { name: 'Read again' }).click();
    await expect(accountRow(station.page, account)).toContainText('left');
  });

  alike('a login that OT Platform cannot begin is said with the reason', async ({ shared: { station, platform } }) => {
    const description = 'Autopurchase is switched off';
    const effect = { kind: 'refuse', errorCode: 'AccessDenied', description } as const;
    platform.control.addFault({ method: 'GetProviderOrdersIntegrationSessionAuthenticationInfo', times: 1, effect });
    await beginLogin(station, account);
    await says(station, 'The login did not begin.');
    await says(station, description);
  });
});

test('a page that crashes is not mistaken for one that is slow', async ({ station, platform }) => {
  await beginLogin(station, account);
  const page = await providerPage(station, platform);
  const devtools = await page.context().newCDPSession(page);
  // It is never answered: the page that would answer has gone.
  void devtools.send('Page.crash').catch(() => undefined);
  await says(station, 'The page of the login has crashed.');
  await untilLoginIsOver(station);
});

test('a login without a return is given up after the time that the settings give', async ({ station, platform }) => {
  const minutes = 7;
  await changeTaobao(station.page, { loginMinutes: minutes });
  const limit = await holdTimersOf(station, minutes * 60_000);
  const page = await logIn(station, platform, { ending: 'never' });
  await page.locator('#stays').waitFor();
  await limit.pass();
  await says(station, 'No return came within the time limit.');
  await untilLoginIsOver(station);
});

test('a login as another account is told, and kept under its own name when the person wants it', async ({ station, platform }) => {
  await logIn(station, platform, { ending: 'other-account', otherAccount: 'lin_88' });
  await says(station, 'lin_88 logged in, not wang_01.');
  await untilLoginIsOver(station);
  await station.page.getByRole('button', { name: 'Keep lin_88 under its own name' }).click();
  await expect(accountRow(station.page, 'lin_88').getByText(/left/)).toBeVisible();
  const { accounts } = await accountsView(station.page);
  expect(accounts.map(({ name, session }) => [name, session !== null])).toEqual([
    ['wang_01', false],
    ['lin_88', true],
  ]);
});

test('a login as another account can be left: it does not come back by itself', async ({ station, platform }) => {
  await logIn(station, platform, { ending: 'other-account', otherAccount: 'lin_88' });
  await untilLoginIsOver(station);
  await station.page.getByRole('button', { name: 'Leave it' }).click();
  await says(station, 'This account still needs its own login.');
  await station.page.getByRole('button', { name: 'Read again' }).click();
  await expect.poll(async () => (await accountsView(station.page)).isReading).toBe(false);
  expect((await accountsView(station.page)).accounts.map(({ name }) => name)).toEqual(['wang_01']);
});
