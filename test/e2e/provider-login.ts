import { expect, type Locator, type Page } from '@playwright/test';
import { PROVIDER_ACCOUNT_PASSWORD, type PracticePlatform } from '../../main/practice/index.ts';
import { defaultProviderSettings, type AccountsView, type ProviderSettings } from '../../preload/contract/index.ts';
import type { StationApp } from './station-app.ts';

/** Opens the place with the provider accounts. */
export async function openAccounts(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Accounts' }).click();
  await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible();
}

/** What main says of accounts and logins now. */
export async function accountsView(page: Page): Promise<AccountsView> {
  const answer = await page.evaluate(async () => window.station.accounts.view({}));
  if (!answer.ok) throw new Error(`No view of the accounts: ${answer.error.code}`);
  return answer.value;
}

/** Waits until OT Platform has told at which providers it can buy. */
export async function untilProvidersAreKnown(page: Page): Promise<void> {
  await expect.poll(async () => (await accountsView(page)).providers.length, { message: 'the providers are known' }).toBeGreaterThan(0);
}

/** Adds accounts of Taobao without logging them in; an empty name is told by the first login. Answers with their ids. */
export async function addAccounts(page: Page, names: readonly string[]): Promise<string[]> {
  await untilProvidersAreKnown(page);
  const ids: string[] = [];
  for (const name of names) {
    const answer = await page.evaluate(async (each) => window.station.accounts.add({ providerType: 'Taobao', name: each }), name);
    if (!answer.ok) throw new Error(`${name} was not added: ${answer.error.code}`);
    ids.push(answer.value.id);
  }
  return ids;
}

/** Changes what the settings say of Taobao; the rest of its settings is the default. */
export async function changeTaobao(page: Page, change: Partial<ProviderSettings>): Promise<void> {
  const Taobao = { ...defaultProviderSettings, ...change };
  await page.evaluate(async (providers) => {
    const answer = await window.station.settings.read({});
    if (!answer.ok) throw new Error(answer.error.code);
    await window.station.settings.change({ accounts: { ...answer.value.accounts, providers } });
  }, { Taobao });
}

/** The row of an account on the Accounts screen. */
export function accountRow(page: Page, name: string): Locator {
  return page.getByRole('main').getByRole('list', { name: /^Accounts at/ }).getByRole('listitem').filter({ hasText: name });
}

/** Begins the login of an account by its button, and waits for its window. */
export async function beginLogin(station: StationApp, name: string): Promise<void> {
  await accountRow(station.page, name).getByRole('button', { name: 'Log in' }).click();
}

/** A window of the app whose address fits; waits until there is one. */
async function untilWindow(station: StationApp, fits: (address: string) => boolean, what: string): Promise<Page> {
  const find = (): Page | undefined => station.app.windows().find((page) => !page.isClosed() && fits(page.url()));
  await expect.poll(() => find() !== undefined, { message: what, timeout: 15_000 }).toBe(true);
  const found = find();
  if (found === undefined) throw new Error(`${what}: it has gone`);
  return found;
}

/** Our own page of the login window: the bar above the provider's page. */
export function loginBar(station: StationApp): Promise<Page> {
  return untilWindow(station, (address) => address.endsWith('/login.html'), 'the login window is open');
}

/** The provider's page in the login window. */
export function providerPage(station: StationApp, platform: PracticePlatform): Promise<Page> {
  return untilWindow(station, (address) => address.startsWith(platform.loginOrigin), "the provider's page is open");
}

/** Waits until the login of this account is the one under way, with its page open. */
export async function untilPageOf(page: Page, name: string): Promise<void> {
  await expect
    .poll(async () => (await accountsView(page)).login, { message: `the page of ${name} is open`, timeout: 15_000 })
    .toMatchObject({ accountName: name, phase: 'page' });
}

/** Waits until no login is under way and its window has gone. */
export async function untilLoginIsOver(station: StationApp): Promise<AccountsView> {
  await expect.poll(async () => (await accountsView(station.page)).login, { message: 'the login is over', timeout: 20_000 }).toBeNull();
  await expect.poll(() => station.app.windows().length, { message: 'only the station window is left' }).toBe(1);
  return accountsView(station.page);
}

/**
 * Logs in as a person does, as far as the consent page (or the page that opens it in a window): the form, and the slider
 * on a device that is not known yet. `onStep` sees each step before it is done.
 */
export async function passLogin(page: Page, name: string, onStep: (step: 'login-form' | 'login-slider') => Promise<void> = async () => {}): Promise<void> {
  await page.locator('#login-name').fill(name);
  await page.locator('#password').fill(PROVIDER_ACCOUNT_PASSWORD);
  await onStep('login-form');
  await page.locator('#log-in').click();
  const slider = page.locator('#slider');
  const consent = page.locator('#allow, #open-window');
  await slider.or(consent).first().waitFor();
  if (await slider.isVisible()) {
    await onStep('login-slider');
    // At its end the page goes on by itself.
    await slider.press('End');
  }
  await consent.waitFor();
}

/** Agrees on the consent page. The page may be gone before the click is answered. */
export async function agree(page: Page): Promise<void> {
  await clickAndGo(page.locator('#allow'));
}

/** Clicks what may end the page it is on. */
export async function clickAndGo(target: Locator): Promise<void> {
  await target.click({ noWaitAfter: true }).catch((error: unknown) => {
    if (!target.page().isClosed()) throw error;
  });
}
