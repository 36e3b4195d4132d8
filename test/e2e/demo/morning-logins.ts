import type { Page } from '@playwright/test';
import type { StationApp } from '../station-app.ts';
import {
  accountRow,
  agree,
  beginLogin,
  clickAndGo,
  loginBar,
  passLogin,
  providerPage,
  untilLoginIsOver,
  untilPageOf,
  untilProvidersAreKnown,
} from '../provider-login.ts';
import type { Demo } from './demo.ts';
import { openPlace } from './receiving-day.ts';

/** A purchaser's morning: a first account, a round through three, a site that is not known, and where the providers send. */
export async function morningLogins(demo: Demo, station: StationApp): Promise<{ accountsLoggedIn: number }> {
  const { page, platform } = demo;
  demo.say('A first account: its login opens at once.');
  await openPlace(demo, 'Accounts');
  await untilProvidersAreKnown(page);
  await demo.picture('accounts-empty');
  await page.getByLabel(/^Nickname/).fill('wang_01');
  await page.getByRole('button', { name: 'Add and log in' }).click();
  const provider = await providerPage(station, platform);
  await provider.locator('#log-in').waitFor();
  await loginPicture(demo, station, provider, 'login-window');
  await passLogin(provider, 'wang_01', (name) => loginPicture(demo, station, provider, name));
  await loginPicture(demo, station, provider, 'login-consent');
  await agree(provider);
  await untilLoginIsOver(station);
  await accountRow(page, 'wang_01').getByText(/left/).waitFor();
  await demo.picture('accounts-logged-in');

  demo.say('A morning round through those that need a login.');
  for (const [providerType, name] of [
    ['Taobao', 'lin_88'],
    ['Taobao', 'zhao_wh'],
    ['Alibaba1688', 'yiwu_sourcing'],
  ] as const) {
    await page.evaluate(async (account) => window.station.accounts.add(account), { providerType, name });
  }
  await page.getByRole('button', { name: 'Morning round (3)' }).click();
  for (const name of ['lin_88', 'zhao_wh', 'yiwu_sourcing']) {
    const next = await pageOf(demo, station, name);
    if (name === 'zhao_wh') await demo.picture('round');
    await passLogin(next, name);
    await agree(next);
  }
  await untilLoginIsOver(station);
  await page.getByText('3 of 3 logged in').waitFor();
  await demo.picture('round-done');
  await page.getByRole('button', { name: 'Close' }).click();

  demo.say('A page that wants to leave the known sites is stopped.');
  platform.control.nextLogin({ ending: 'leaves-for', leavesFor: 'https://login-taobao.example/account' });
  await beginLogin(station, 'zhao_wh');
  const leaving = await pageOf(demo, station, 'zhao_wh');
  await passLogin(leaving, 'zhao_wh');
  await agree(leaving);
  const bar = await loginBar(station);
  await bar.getByText('login-taobao.example').waitFor();
  await demo.picture('login-stopped', bar);
  await clickAndGo(bar.getByRole('button', { name: 'Cancel the login' }));
  const { accounts } = await untilLoginIsOver(station);
  await accountRow(page, 'zhao_wh').getByText('The login was closed before it was finished.').waitFor();
  await demo.picture('accounts-ending');

  await sheet(demo);
  return { accountsLoggedIn: accounts.filter(({ session }) => session?.obtainedHere === true).length };
}

/** The provider's page, once the login of this account is the one under way. */
async function pageOf(demo: Demo, station: StationApp, name: string): Promise<Page> {
  await untilPageOf(demo.page, name);
  return providerPage(station, demo.platform);
}

/** The address of the warehouse, and the sheet for the manager of OT Platform. */
async function sheet(demo: Demo): Promise<void> {
  demo.say('Where the providers send.');
  const recipient = {
    name: '林晓',
    mobile: '13800138000',
    regionCode: '330782',
    postalCode: '322000',
    address: '浙江省金华市义乌市北苑街道春晗路 88 号 3 栋 仓库',
  };
  await demo.page.evaluate(async (change) => window.station.settings.change(change), { recipient });
  await demo.page.getByRole('button', { name: 'Where the providers send' }).click();
  await demo.page.getByRole('button', { name: 'Show the sheet' }).click();
  await demo.page.getByRole('region', { name: 'Sheet for the manager of OT Platform' }).scrollIntoViewIfNeeded();
  await demo.picture('recipient-sheet');
}

/** The login window as a person sees it: our bar, and under it the provider's page, which is a page of its own. */
async function loginPicture(demo: Demo, station: StationApp, provider: Page, name: string): Promise<void> {
  const bar = await loginBar(station);
  const content = `data:image/png;base64,${(await provider.screenshot()).toString('base64')}`;
  await bar.evaluate((source) => {
    const image = document.createElement('img');
    image.id = 'provider-page';
    image.src = source;
    Object.assign(image.style, { position: 'fixed', top: '3.5rem', left: '0' });
    document.body.append(image);
  }, content);
  await demo.picture(name, bar);
  await bar.evaluate(() => document.getElementById('provider-page')?.remove());
}
