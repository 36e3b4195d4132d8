import { expect, test } from './fixtures.ts';
import { addedOrders, cell, chooseCustomer, goodsOnSale, openOrders, paste, rows } from './ordering-pages.ts';

test.beforeEach(async ({ station, platform }) => {
  await chooseCustomer(station.page, platform);
});

test('rows from a spreadsheet become an order that is compared and paid, by keys alone', async ({ station, platform }) => {
  const { page } = station;
  const goods = goodsOnSale(platform, 2);
  await cell(page, 'Item id or link', 1).focus();
  await paste(page, rows(...goods.map(({ item, configuration }) => [item, configuration, '2'])));
  await page.getByRole('textbox', { name: 'Own reference' }).fill('SHOP-1');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText('Everything that was sent stands in the order.')).toBeVisible();
  await page.getByRole('button', { name: 'Pay (simulation)…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Make the order count as paid' });
  await expect(dialog.getByText('No real money moves.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Pay (simulation)', exact: true }).press('Enter');
  await expect(dialog.getByText('Nothing remains; the order can be bought.')).toBeVisible();
  expect(addedOrders(platform)).toEqual([{ reference: 'SHOP-1', statusId: 20 }]);
  expect(platform.control.madeCounts()).toMatchObject({ orders: 1, payments: 1 });
});

test('mistakes stand at their cells, and nothing is sent before they are mended', async ({ station, platform }) => {
  const { page } = station;
  const [goods] = goodsOnSale(platform, 1);
  await cell(page, 'Item id or link', 1).fill('https://evil.example/?id=1');
  await cell(page, 'Quantity', 1).fill('2,5');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 mistakes')).toBeVisible();
  await expect(page.getByText(/“2,5” is no whole number/)).toBeVisible();
  await expect(cell(page, 'Quantity', 1)).toHaveAttribute('aria-invalid', 'true');
  expect(platform.control.madeCounts().orders).toBe(0);

  await cell(page, 'Item id or link', 1).fill(goods?.item ?? '');
  await cell(page, 'Configuration', 1).fill(goods?.configuration ?? '');
  await cell(page, 'Quantity', 1).fill('2');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Everything that was sent stands in the order.')).toBeVisible();
});

test('an order that was made without some goods is cancelled, corrected and sent again', async ({ station, platform }) => {
  const { page } = station;
  const goods = goodsOnSale(platform, 2);
  platform.control.setGoodsState(goods[1]?.item ?? '', { kind: 'gone' });
  await cell(page, 'Item id or link', 1).focus();
  await paste(page, rows(...goods.map(({ item, configuration }) => [item, configuration, '1'])));
  await page.getByRole('textbox', { name: 'Own reference' }).fill('SHOP-2');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText('1 line is not as it was sent. Look at it and decide.')).toBeVisible();
  await expect(page.getByText('There is no such seller')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel and correct…' }).click();
  await page.getByRole('button', { name: 'Yes, cancel the order' }).click();
  await expect(page.getByText(/This is the corrected copy of order/)).toBeVisible();
  await cell(page, 'Item id or link', 2).focus();
  await page.keyboard.press('Control+Delete');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Everything that was sent stands in the order.')).toBeVisible();
  expect(addedOrders(platform)).toEqual([
    { reference: 'SHOP-2', statusId: 50 },
    { reference: 'SHOP-2', statusId: 10 },
  ]);
});

test('an order whose answer was lost is found and not sent again, also after a power cut', async ({ station, platform, launch }) => {
  const { page, profile } = station;
  const [goods] = goodsOnSale(platform, 1);
  platform.control.addFault({ method: 'AddOrder', times: 1, effect: { kind: 'lost-answer' } });
  platform.control.addFault({ method: 'SearchOrders', times: 1_000_000, effect: { kind: 'reset' } });
  await cell(page, 'Item id or link', 1).focus();
  await paste(page, rows([goods?.item ?? '', goods?.configuration ?? '', '1']));
  await page.getByRole('textbox', { name: 'Own reference' }).fill('SHOP-3');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/It was sent, and the answer was lost/)).toBeVisible();
  await station.kill();

  platform.control.clearFaults();
  const again = await launch({ practiceUrl: platform.origin, profile });
  await openOrders(again.page, 'Sent');
  await again.page.getByText('SHOP-3').first().click();
  await expect(again.page.getByText('Everything that was sent stands in the order.')).toBeVisible();
  expect(addedOrders(platform)).toHaveLength(1);
});

test('a draft outlives a power cut, letter by letter', async ({ station, platform, launch }) => {
  const { page, profile } = station;
  await cell(page, 'Item id or link', 1).fill('591608177630');
  await cell(page, 'Comment of the line', 1).fill('the red one');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await station.kill();
  const again = await launch({ practiceUrl: platform.origin, profile });
  await openOrders(again.page, 'New order');
  await expect(cell(again.page, 'Item id or link', 1)).toHaveValue('591608177630');
  await expect(cell(again.page, 'Comment of the line', 1)).toHaveValue('the red one');
});
