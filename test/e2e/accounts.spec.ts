import { LoginBrowser } from '../integration/practice/login-browser.ts';
import { expect, test as base } from './fixtures.ts';
import { accountRow, accountsView, addAccounts, agree, changeTaobao, openAccounts, passLogin, providerPage, untilLoginIsOver, untilProvidersAreKnown } from './provider-login.ts';
import { beginAnew, withLoginApp, type LoginApp } from './shared-login-app.ts';
import { sharing } from './sharing.ts';

/**
 * One app on the Accounts screen, without an account, for the tests that need not know which ones were taken off its list.
 * What they put in the place of the browser, the clipboard and the printer stays there: each that needs it brings its own.
 */
const alike = sharing<LoginApp>((provide) => withLoginApp([], provide, []), beginAnew);

alike.describe.configure({ mode: 'default' });

/** An app for one test alone. */
const test = base.extend({
  station: async ({ platform, launch }, provide) => {
    const station = await launch({ practiceUrl: platform.origin });
    await openAccounts(station.page);
    await untilProvidersAreKnown(station.page);
    await provide(station);
  },
});

alike('a newcomer adds an account without knowing its name, and the first login tells it', async ({ station, platform }) => {
  const { page } = station;
  await expect(page.getByText('No account yet', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add and log in' }).click();
  const provider = await providerPage(station, platform);
  await passLogin(provider, '小林采购');
  await agree(provider);
  await untilLoginIsOver(station);
  await expect(accountRow(page, '小林采购')).toContainText('left');
});

test('an account that was taken off the list can be put back', async ({ station, platform }) => {
  const { page } = station;
  platform.control.addProviderSession({ providerType: 'Taobao', name: 'wang_01' });
  await page.getByRole('button', { name: 'Read again' }).click();
  await accountRow(page, 'wang_01').getByRole('button', { name: 'More about wang_01' }).click();
  await page.getByRole('menuitem', { name: 'Take off the list' }).click();
  await expect.poll(async () => (await accountsView(page)).accounts).toEqual([]);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(accountRow(page, 'wang_01')).toContainText('Made elsewhere');
});

alike('a login in the browser of the system comes back over the loopback interface', async ({ station }) => {
  const { page, app } = station;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { addressesOpened: opened });
    shell.openExternal = async (address: string) => void opened.push(address);
  });
  await changeTaobao(page, { loginPlace: 'system-browser' });
  await addAccounts(page, ['wang_01']);
  await accountRow(page, 'wang_01').getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByText('The login goes on in the browser of this computer.')).toBeVisible();
  const opened = () => app.evaluate(() => (globalThis as unknown as { addressesOpened: string[] }).addressesOpened);
  await expect.poll(async () => (await opened()).length).toBe(1);
  expect(app.windows()).toHaveLength(1);

  const browser = new LoginBrowser();
  const consent = await browser.logInTo((await opened())[0] ?? '', 'wang_01');
  const { location } = await browser.send(consent, { decision: 'allow' });
  expect(new URL(location).hostname).toBe('127.0.0.1');
  expect(await (await fetch(location)).text()).toContain('<h1>');
  await untilLoginIsOver(station);
  await expect(accountRow(page, 'wang_01')).toContainText('left');
});

alike('the browser of the system that cannot be opened is said', async ({ station }) => {
  const { page, app } = station;
  await app.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.reject(new Error('no browser'));
  });
  await changeTaobao(page, { loginPlace: 'system-browser' });
  await addAccounts(page, ['wang_01']);
  await accountRow(page, 'wang_01').getByRole('button', { name: 'Log in' }).click();
  await expect(accountRow(page, 'wang_01')).toContainText('The browser of this computer could not be opened.');
});

alike('where the providers send is kept when it is right, said when it is not, and handed on as a sheet', async ({ station }) => {
  const { page, app } = station;
  await app.evaluate(({ clipboard, BrowserWindow }) => {
    const copied: string[] = [];
    Object.assign(globalThis, { textsCopied: copied });
    const printed = { pagesPrinted: 0 };
    Object.assign(globalThis, printed);
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents) {
      contents.print = (_options, done) => {
        Object.assign(globalThis, { pagesPrinted: (printed.pagesPrinted += 1) });
        done?.(true, '');
      };
    }
    clipboard.writeText = async (text: string) => void copied.push(text);
  });
  await page.getByRole('button', { name: 'Where the providers send' }).click();
  const form = page.getByRole('region', { name: 'Where the providers send' });
  await form.getByLabel(/^Mobile/).fill('1380013800');
  await form.getByLabel(/^Recipient|^Name/).fill('Lin Xiao');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText(/11 digits/).first()).toBeVisible();
  await form.getByLabel(/^Recipient|^Name/).fill('林晓');
  await form.getByLabel(/^Mobile/).fill('13800138000');
  await form.getByLabel(/^Region code/).fill('330782');
  await form.getByLabel(/^Postal code/).fill('322000');
  await form.getByLabel(/^Address/).fill('浙江省义乌市北苑街道春晗路 88 号 3 栋');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => page.evaluate(async () => window.station.settings.read({})))
    .toMatchObject({ value: { recipient: { name: '林晓', mobile: '13800138000', regionCode: '330782' } } });
  await form.getByRole('button', { name: 'Show the sheet' }).click();
  await form.getByRole('button', { name: 'Copy as text' }).click();
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { textsCopied: string[] }).textsCopied))
    .toEqual([expect.stringMatching(/林晓[\s\S]*13800138000[\s\S]*330782/)]);
  await form.getByRole('button', { name: 'Print' }).click();
  await expect.poll(() => app.evaluate(() => (globalThis as unknown as { pagesPrinted: number }).pagesPrinted)).toBe(1);
});
