import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LoginPlan, PracticePlatform } from '../../main/practice/index.ts';
import { startCountingServer } from './counting-server.ts';
import { expect, test as base } from './fixtures.ts';
import {
  accountRow,
  accountsView,
  addAccounts,
  agree,
  beginLogin,
  clickAndGo,
  loginBar,
  openAccounts,
  passLogin,
  providerPage,
  untilLoginIsOver,
} from './provider-login.ts';
import { beginAnew, withLoginApp, type LoginApp } from './shared-login-app.ts';
import { sharing } from './sharing.ts';
import type { StationApp } from './station-app.ts';

const names = ['wang_01', 'lin_88'];
/** No name of the net leads anywhere. */
const switches = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'];

/** One app on the Accounts screen with two accounts, for the tests that do not end it. */
const alike = sharing<LoginApp>((provide) => withLoginApp(switches, provide, names), beginAnew);

/** An app for one test alone. */
const test = base.extend({
  station: async ({ platform, launch }, provide) => {
    const station = await launch({ practiceUrl: platform.origin, switches });
    await openAccounts(station.page);
    await addAccounts(station.page, names);
    await provide(station);
  },
});

/** Logs in as far as what the plan shows after the consent. */
async function open(station: StationApp, platform: PracticePlatform, name: string, plan: Partial<LoginPlan>): Promise<Page> {
  platform.control.nextLogin(plan);
  await beginLogin(station, name);
  const page = await providerPage(station, platform);
  await passLogin(page, name);
  await agree(page);
  return page;
}

alike.describe.configure({ mode: 'default' });

alike('the page of a provider has no bridge, no Node and nothing of Electron', async ({ station, platform }) => {
  await beginLogin(station, 'wang_01');
  const page = await providerPage(station, platform);
  const reach = await page.evaluate(() =>
    ['station', 'require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global'].filter((name) => Reflect.get(window, name) !== undefined),
  );
  expect(reach).toEqual([]);
  const agents = platform.control.loginSite().requests.map(({ userAgent }) => userAgent);
  expect(agents.length).toBeGreaterThan(0);
  for (const agent of agents) expect(agent).not.toMatch(/electron|warehouse/i);
});

alike('the bar of the login window may make the calls of the bar and no others', async ({ station, platform }) => {
  await beginLogin(station, 'wang_01');
  await providerPage(station, platform);
  const bar = await loginBar(station);
  const answers = await bar.evaluate(async () => ({
    own: (await window.station.accounts.view({})).ok,
    receive: await window.station.receiving.totals({}),
    settings: await window.station.settings.change({ receiverName: 'Somebody else' }),
    clipboard: await window.station.desktop.copyText({ text: 'x' }),
    remove: await window.station.accounts.refresh({}),
  }));
  const refused = { ok: false, error: { code: 'invalid-argument', details: { reason: 'sender' } } };
  expect(answers).toEqual({ own: true, receive: refused, settings: refused, clipboard: refused, remove: refused });
});

alike('the page of a provider reaches no other port of this machine and no private address, by no means', async ({ station, platform }) => {
  const other = await startCountingServer();
  try {
    platform.control.clearRequests();
    const addresses = [
      `http://127.0.0.1:${other.port}/`,
      `http://localhost:${other.port}/`,
      `http://[::ffff:127.0.0.1]:${other.port}/`,
      `https://127.0.0.1:${other.port}/`,
      `ws://127.0.0.1:${other.port}/`,
      `${platform.origin}/service/ProbeOfAPage`,
      'http://192.168.0.1/',
      'http://169.254.169.254/latest/',
    ];
    const page = await open(station, platform, 'wang_01', { ending: 'probe', probes: addresses });
    await page.locator('body[data-done]').waitFor({ timeout: 30_000 });
    await expect(page.locator('tr[data-address]').first()).toBeAttached();
    expect(other.connections()).toBe(0);
    expect(platform.control.requests().map(({ methodName }) => methodName)).not.toContain('ProbeOfAPage');
    // The same page reaches its own origin: the probes do work.
    const own = await page.evaluate(async () => (await fetch(location.href)).status);
    expect(own).toBe(200);
  } finally {
    await other.close();
  }
});

alike('a page of a provider gets no permission, and cannot hold the app up', async ({ station, platform }) => {
  const page = await open(station, platform, 'wang_01', { ending: 'permission' });
  await page.locator('body[data-done]').waitFor({ timeout: 30_000 });
  await expect(page.locator('#got-geolocation')).toHaveText('refused');
  await expect(page.locator('#got-notifications')).toHaveText('refused');
  // A machine without a camera says so instead.
  await expect(page.locator('#got-camera')).toHaveText(/^(refused|no camera)/);
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  await page.evaluate(() => {
    // oxlint-disable-next-line no-alert -- what a page of somebody else may do is what is tried here
    setTimeout(() => window.alert('Look at me'), 0);
  });
  await expect(station.page.getByRole('button', { name: 'Cancel the login' })).toBeEnabled();
  expect((await accountsView(station.page)).login).toMatchObject({ phase: 'page' });
});

alike('a download of a provider is not kept', async ({ station, platform }) => {
  // The session is that of earlier logins, so it is not made again; its page is.
  await station.app.evaluate(({ app }) => {
    const seen = new Set<Electron.Session>();
    Object.assign(globalThis, { downloadsDone: [] });
    app.on('web-contents-created', (_event, { session }) => {
      if (seen.has(session)) return;
      seen.add(session);
      session.on('will-download', (_began, item) => {
        item.once('done', (_done, state) => (globalThis as unknown as { downloadsDone: string[] }).downloadsDone.push(state));
      });
    });
  });
  await open(station, platform, 'wang_01', { ending: 'download' });
  await expect
    .poll(() => station.app.evaluate(() => (globalThis as unknown as { downloadsDone: string[] }).downloadsDone))
    .toEqual(['cancelled']);
});

alike('two accounts never see each other’s cookies; one account finds its own again', async ({ station, platform }) => {
  await open(station, platform, 'wang_01', {});
  await untilLoginIsOver(station);
  platform.control.clearRequests();

  await beginLogin(station, 'lin_88');
  const other = await providerPage(station, platform);
  await expect(other.locator('#login-name')).toHaveValue('');
  const cookies = platform.control.loginSite().requests[0]?.cookieNames ?? [];
  expect(cookies).not.toContain('practice_device');
  await station.page.getByRole('button', { name: 'Cancel the login' }).click();
  await untilLoginIsOver(station);

  await beginLogin(station, 'wang_01');
  const again = await providerPage(station, platform);
  await expect(again.locator('#login-name')).toHaveValue('wang_01');
});

/** Logs in until the page is stopped before a site that only looks like a known one. Nobody is at that name. */
async function openUntilStopped(station: StationApp, platform: PracticePlatform): Promise<Page> {
  await open(station, platform, 'wang_01', { ending: 'leaves-for', leavesFor: 'https://taobao.com.evil.example/login?session=1' });
  const bar = await loginBar(station);
  await expect(bar.getByRole('heading', { name: 'The page wants to leave the known sites' })).toBeVisible();
  await expect(bar.getByText('taobao.com.evil.example')).toBeVisible();
  return bar;
}

alike('a site that is not known is stopped, with its name, and the person goes back', async ({ station, platform }) => {
  const bar = await openUntilStopped(station, platform);
  expect((await accountsView(station.page)).login).toMatchObject({ phase: 'stopped', stoppedAt: 'taobao.com.evil.example' });
  await bar.getByRole('button', { name: 'Back to the login' }).click();
  await expect.poll(async () => (await accountsView(station.page)).login).toMatchObject({ phase: 'page', stoppedAt: null });
});

alike('a site that is not known may be opened this once', async ({ station, platform }) => {
  const bar = await openUntilStopped(station, platform);
  await clickAndGo(bar.getByRole('button', { name: 'Allow this once' }));
  await expect(accountRow(station.page, 'wang_01')).toContainText('taobao.com.evil.example', { timeout: 20_000 });
  const settings = await station.page.evaluate(async () => window.station.settings.read({}));
  expect(settings).toMatchObject({ value: { accounts: { providers: {} } } });
});

alike('a site that is not known may be opened from now on', async ({ station, platform }) => {
  const bar = await openUntilStopped(station, platform);
  await clickAndGo(bar.getByRole('button', { name: 'Always allow for Taobao (manager)' }));
  await expect(accountRow(station.page, 'wang_01')).toContainText('taobao.com.evil.example', { timeout: 20_000 });
  const settings = await station.page.evaluate(async () => window.station.settings.read({}));
  expect(settings).toMatchObject({ value: { accounts: { providers: { Taobao: { moreSites: ['taobao.com.evil.example'] } } } } });
});

test('no session id, state or password is in a log, a file of ours, an event or a page after a login', async ({ station, platform }) => {
  const typed = 'Wrong-Secret-77';
  await station.page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    window.station.on('accounts.changed', (view) => told.push(view));
    window.station.on('status.changed', (status) => told.push(status));
  });
  platform.control.nextLogin({ way: 'link' });
  await beginLogin(station, 'wang_01');
  const page = await providerPage(station, platform);
  const bar = await loginBar(station);
  await page.locator('#login-name').fill('wang_01');
  await page.locator('#password').fill(typed);
  await page.locator('#log-in').click();
  await expect(page.locator('#message')).toBeVisible();
  await passLogin(page, 'wang_01');
  await agree(page);
  const returnAddress = (await page.locator('#return-link').getAttribute('href')) ?? '';
  const bars = await bar.content();
  await clickAndGo(page.locator('#return-link'));
  await untilLoginIsOver(station);

  const { pathname, searchParams } = new URL(returnAddress);
  const sessionId = searchParams.get('sessionId') ?? '';
  expect(platform.control.providerSessions().map(({ id }) => id)).toEqual([sessionId]);
  const secrets = [sessionId, pathname.split('/').at(-1) ?? '', typed];
  expect(secrets.every((secret) => secret.length > 12)).toBe(true);

  const seen = await station.page.evaluate(() => JSON.stringify([Reflect.get(window, 'told'), document.documentElement.outerHTML]));
  await station.close();
  const ours = await filesOfOurs(station.profile);
  expect(ours.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringContaining('station.log'), expect.stringContaining('journal.db')]));
  for (const secret of secrets) {
    for (const text of [seen, bars, station.output()]) expect(text).not.toContain(secret);
    for (const { name, content } of ours) expect(content.includes(secret), name).toBe(false);
  }
});

/** Every file of the profile that the app itself writes; what pages keep in their partitions is Chromium's. */
async function filesOfOurs(profile: string): Promise<{ name: string; content: Buffer }[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const ours = files.filter((name) => !/hromium|Partitions|Cache|Local Storage|Cookies/.test(name.slice(profile.length)));
  return Promise.all(ours.map(async (name) => ({ name, content: await readFile(name) })));
}
