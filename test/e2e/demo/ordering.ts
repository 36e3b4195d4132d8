import { ordersOfEveryKind, freeDelivery } from '../../fixtures/ordering/orders-of-every-kind.ts';
import { cell, goodsOnSale, openOrders, paste, rows, untilRun } from '../ordering-pages.ts';
import type { Demo } from './demo.ts';
import { openPlace } from './receiving-day.ts';

export interface OrderingResult {
  ordersAdded: number;
  ordersPaid: number;
}

/** An order from pasted rows, compared and paid; the list and the page of orders; a file of orders with mistakes. */
export async function ordering(demo: Demo): Promise<OrderingResult> {
  const { page, platform } = demo;
  const { control } = platform;
  await openOrders(page, 'Orders');
  await page.getByRole('main').getByRole('row').nth(5).waitFor();
  await demo.picture('orders');

  demo.say('Orders are added in the name of a customer; one is chosen once.');
  await openOrders(page, 'New order');
  await page.getByRole('textbox', { name: 'Customer’s login' }).fill(control.customers({ limit: 1 })[0]?.login ?? '');
  await demo.picture('ordering-customer');
  await page.getByRole('button', { name: 'Sign in and choose' }).click();
  await page.getByText('In the name of').waitFor();

  demo.say('Rows from a spreadsheet become an order; some goods are gone meanwhile.');
  const goods = goodsOnSale(platform, 3);
  control.setGoodsState(goods[2]?.item ?? '', { kind: 'gone' });
  await cell(page, 'Item id or link', 1).focus();
  await paste(page, rows(...goods.map(({ item, configuration }, index) => [item, configuration, String(index + 1)])));
  await page.getByRole('textbox', { name: 'Own reference' }).fill('SHOP-10045');
  await page.getByText('Saved', { exact: true }).waitFor();
  await demo.picture('new-order');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Sent and made' }).waitFor();
  await demo.picture('order-compared');
  await page.getByRole('button', { name: 'Accept as it is' }).click();

  demo.say('It is paid in two steps; no real money moves.');
  await page.getByRole('button', { name: 'Pay (simulation)…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Reserve .* for the order/).waitFor();
  await demo.picture('payment');
  await dialog.getByRole('button', { name: 'Pay (simulation)', exact: true }).click();
  await dialog.getByText('Nothing remains; the order can be bought.').waitFor();
  await demo.picture('paid');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open the order' }).first().click();
  await page.getByRole('heading', { name: /^Order \d+$/ }).waitFor();
  await demo.picture('order');

  demo.say('A file of orders, some with mistakes.');
  const file = ordersOfEveryKind(platform, 48);
  await openOrders(page, 'Imports');
  await page.locator('input[type=file]').setInputFiles({ name: 'shop orders.csv', mimeType: 'text/csv', buffer: Buffer.from(file.csv) });
  await page.getByRole('combobox', { name: 'Delivery', exact: true }).selectOption(freeDelivery);
  await page.getByRole('button', { name: /^Send \d+ orders$/ }).waitFor();
  await demo.picture('import-file');
  await page.getByRole('checkbox', { name: /Pay the orders as soon as they are made/ }).check();
  await page.getByRole('button', { name: /^Send \d+ orders$/ }).click();
  const run = await untilRun(page, 'the import has ended', ({ state }) => state === 'ended');
  await demo.picture('import-run');
  await openPlace(demo, 'Receive');
  return { ordersAdded: control.madeCounts().orders, ordersPaid: run.counts.paid + 1 };
}
