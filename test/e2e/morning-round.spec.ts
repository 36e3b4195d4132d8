import { expect, test as base } from './fixtures.ts';
import {
  accountRow,
  accountsView,
  addAccounts,
  agree,
  changeTaobao,
  loginBar,
  openAccounts,
  passLogin,
  providerPage,
  untilLoginIsOver,
  untilPageOf,
} from './provider-login.ts';
import type { StationApp } from './station-app.ts';

const names = ['wang_01', 'lin_88', 'zhao_wh'];

/** The app on the Accounts screen with three accounts that need a login. */
const test = base.extend({
  station: async ({ platform, launch }, provide) => {
    const station = await launch({ practiceUrl: platform.origin });
    await openAccounts(station.page);
    await addAccounts(station.page, names);
    await provide(station);
  },
});

const round = (station: StationApp) => station.page.getByRole('region', { name: 'Morning round' });

test('three accounts are logged in one after the other, with progress, and each has a lamp', async ({ station, platform }) => {
  const { page } = station;
  await page.getByRole('button', { name: 'Morning round (3)' }).click();
  for (const [index, name] of names.entries()) {
    await untilPageOf(station.page, name);
    const bar = await loginBar(station);
    await expect(bar.getByText(`${index + 1} of 3`)).toBeVisible();
    await expect(bar.getByText(new URL(platform.loginOrigin).host)).toBeVisible();
    const provider = await providerPage(station, platform);
    await passLogin(provider, name);
    await agree(provider);
  }
  const { accounts } = await untilLoginIsOver(station);
  expect(accounts.map(({ name, session }) => [name, session?.obtainedHere])).toEqual(names.map((name) => [name, true]));
  await expect(round(station).getByText('3 of 3 logged in')).toBeVisible();
  for (const name of names) {
    await expect(page.getByRole('banner').getByText(name)).toBeVisible();
    await expect(accountRow(page, name)).toContainText(/2[34] h left/);
  }
});

test('an account is skipped, a failed one is taken again by the next round, and a closed window lets the round wait', async ({ station, platform }) => {
  const { page } = station;
  await page.getByRole('button', { name: 'Morning round (3)' }).click();
  await untilPageOf(station.page, 'wang_01');
  await round(station).getByRole('button', { name: 'Skip' }).click();

  await untilPageOf(station.page, 'lin_88');
  platform.control.nextLogin({ ending: 'error' });
  await station.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('/login.html'))?.close();
  });
  await expect(round(station).getByText('The round is paused.')).toBeVisible();
  await expect.poll(() => station.app.windows().length).toBe(1);
  await round(station).getByRole('button', { name: 'Go on' }).click();

  await untilPageOf(station.page, 'zhao_wh');
  const provider = await providerPage(station, platform);
  await passLogin(provider, 'zhao_wh');
  await agree(provider);
  await untilLoginIsOver(station);
  await expect(round(station).getByText('0 of 3 logged in')).toBeVisible();

  await round(station).getByRole('button', { name: 'Log in again to those that failed' }).click();
  await untilPageOf(station.page, 'wang_01');
  await round(station).getByRole('button', { name: 'End the round' }).click();
  await untilLoginIsOver(station);
  expect((await accountsView(page)).round).toBeNull();
});

test('a session that ends soon and one that has ended are said: lamp, notice, notification', async ({ station, platform }) => {
  const { page, app } = station;
  await app.evaluate(({ Notification }) => {
    const shown: string[] = [];
    Notification.prototype.show = function show() {
      shown.push(`${this.title}: ${this.body}`);
    };
    Object.assign(globalThis, { notificationsShown: shown });
  });
  platform.control.addProviderSession({ providerType: 'Taobao', name: 'wang_01' });
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(accountRow(page, 'wang_01')).toContainText('Made elsewhere');
  await changeTaobao(page, { sessionHours: 1 });
  await expect(accountRow(page, 'wang_01')).toContainText('Only');
  await expect(accountRow(page, 'wang_01')).toHaveAttribute('data-state', 'ending');
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { notificationsShown: string[] }).notificationsShown))
    .toEqual([expect.stringContaining('wang_01')]);
  await expect(page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: 'wang_01' }).first()).toBeVisible();
});

test('a device is known again after a restart, and forgotten when the person wants it', async ({ station, platform, launch }) => {
  async function logIn(under: StationApp): Promise<boolean> {
    await accountRow(under.page, 'wang_01').getByRole('button', { name: 'Log in' }).click();
    const provider = await providerPage(under, platform);
    const before = platform.control.loginSite().counts['GET /taobao/slider'] ?? 0;
    await passLogin(provider, 'wang_01');
    const sawSlider = (platform.control.loginSite().counts['GET /taobao/slider'] ?? 0) > before;
    await agree(provider);
    await untilLoginIsOver(under);
    return sawSlider;
  }
  expect(await logIn(station)).toBe(true);
  expect(await logIn(station)).toBe(false);
  await station.close();

  const again = await launch({ practiceUrl: platform.origin, profile: station.profile });
  await openAccounts(again.page);
  await expect(accountRow(again.page, 'wang_01')).toContainText('left');
  expect(await logIn(again)).toBe(false);

  await accountRow(again.page, 'wang_01').getByRole('button', { name: 'More about wang_01' }).click();
  await again.page.getByRole('menuitem', { name: 'Forget this device…' }).click();
  await again.page.getByRole('button', { name: 'Forget this device' }).click();
  await expect.poll(async () => (await accountsView(again.page)).accounts[0]?.deviceRemembered).toBe(false);
  expect(await logIn(again)).toBe(true);
});
