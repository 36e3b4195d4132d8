import { ordersOfEveryKind, freeDelivery } from '../fixtures/ordering/orders-of-every-kind.ts';
import { findingsOf, inSomeLooks } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { cell, chooseCustomer, goodsOnSale, openOrders, paste, rows, untilRun } from './ordering-pages.ts';

test.beforeEach(async ({ station, platform }) => chooseCustomer(station.page, platform));

test('the pages of orders have no finding of axe, in three languages and both themes', async ({ station, platform }) => {
  test.setTimeout(360_000);
  const { page } = station;
  const main = page.getByRole('main');
  const findings: string[] = [];
  const look = async (where: string): Promise<void> => void findings.push(...(await findingsOf(page, where)));
  const lookAt = (what: string): Promise<void> => inSomeLooks(page, (name) => look(`${what} ${name}`));

  const [goods] = goodsOnSale(platform, 1);
  await cell(page, 'Item id or link', 1).fill('https://evil.example/?id=1');
  await page.keyboard.press('Control+Enter');
  await expect(cell(page, 'Item id or link', 1)).toHaveAttribute('aria-invalid', 'true');
  await lookAt('new order with mistakes');
  await english();
  await cell(page, 'Item id or link', 1).fill('');
  await cell(page, 'Item id or link', 1).focus();
  await paste(page, rows([goods?.item ?? '', goods?.configuration ?? '', '1']));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Everything that was sent stands in the order.')).toBeVisible();
  await openOrders(page, 'New order');
  await page.getByRole('textbox', { name: 'Own reference' }).fill('SHOP-6');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await openOrders(page, 'New order');
  await page.getByRole('button', { name: '1 draft waits' }).click();
  await lookAt('new order');

  await english();
  await openOrders(page, 'Orders');
  await page.getByRole('combobox', { name: 'Payment' }).selectOption('Paid');
  await main.getByRole('button', { name: /Saved filters/ }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible();
  await lookAt('saved filters');
  await english();
  await page.keyboard.press('Escape');
  await main.getByRole('button', { name: 'Remove the filter “Paid”' }).click();
  await main.getByRole('row').nth(1).getByRole('button').click();
  await main.getByRole('button', { name: 'Show the log' }).click();
  await expect(page.getByRole('region', { name: 'Entries of the log' })).toBeVisible();
  await lookAt('order');
  await english();
  await main.getByRole('button', { name: 'What can be done with line 1' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await lookAt('menu of a line');
  await english();
  await page.keyboard.press('Escape');
  await main.getByRole('button', { name: 'Change: Weight of the order' }).click();
  await lookAt('form of an order');
  await english();
  await page.keyboard.press('Escape');
  await main.getByRole('button', { name: 'Cancel the order…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await lookAt('question before an order is cancelled');
  await english();
  await page.keyboard.press('Escape');

  await openOrders(page, 'Sent');
  await expect(main.getByRole('listitem')).toHaveCount(1);
  await lookAt('sent');
  await main.getByRole('listitem').getByRole('button').click();
  await lookAt('comparison');
  await english();
  await page.getByRole('button', { name: 'Pay (simulation)…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Pay (simulation)', exact: true })).toBeEnabled();
  await lookAt('payment');
  await english();
  await dialog.getByRole('button', { name: 'Pay (simulation)', exact: true }).click();
  await expect(dialog.getByText('Nothing remains; the order can be bought.')).toBeVisible();
  await lookAt('payment that was made');
  expect(findings).toEqual([]);

  async function english(): Promise<void> {
    await page.evaluate(async () => window.station.settings.change({ language: 'en' }));
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  }
});

test('the pages of imports have no finding of axe, in three languages and both themes', async ({ station, platform }) => {
  test.setTimeout(240_000);
  const { page } = station;
  const findings: string[] = [];
  const lookAt = (what: string): Promise<void> => inSomeLooks(page, async (name) => void findings.push(...(await findingsOf(page, `${what} ${name}`))));
  const chooser = page.locator('input[type=file]');

  await openOrders(page, 'Imports');
  await lookAt('imports before the first');
  await chooser.setInputFiles({ name: 'unknown.xml', mimeType: 'text/xml', buffer: Buffer.from('<Orders><Coupon>5</Coupon></Orders>') });
  await expect(page.getByRole('alert')).toBeVisible();
  await lookAt('file that was refused');
  const file = ordersOfEveryKind(platform, 64);
  await chooser.setInputFiles({ name: 'shop.csv', mimeType: 'text/csv', buffer: Buffer.from(file.csv) });
  await expect(page.locator('main table select')).not.toHaveCount(0);
  await expect(page.locator('main li[data-tone="bad"]').first()).toBeVisible();
  await lookAt('file');
  await page.evaluate(async () => window.station.settings.change({ language: 'en' }));
  await page.getByRole('combobox', { name: 'Delivery', exact: true }).selectOption(freeDelivery);
  await page.getByRole('button', { name: /^Send \d+ orders$/ }).click();
  await expect(page.getByRole('heading', { name: 'Import 1: shop.csv' })).toBeVisible();
  const { counts } = await untilRun(page, 'it has ended', ({ state }) => state === 'ended');
  await page.getByRole('button', { name: `Accept all ${counts.differs} that differ…` }).click();
  await lookAt('run and its question');
  await page.keyboard.press('Escape');
  await expect(page.locator('main li')).not.toHaveCount(0);
  await lookAt('imports');
  expect(findings).toEqual([]);
});
