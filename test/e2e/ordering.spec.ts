import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addedOrders, cell, chooseCustomer, goodsOnSale, openOrders, paste, rows } from './ordering-pages.ts';
import { ordering, reading } from './shared-station.ts';

ordering('rows from a spreadsheet become an order that is compared and paid, by keys alone', async ({ station, platform }) => {
  const { page } = station;
  const goods = goodsOnSale(platform, 2);
  const { payments: paymentsBefore } = platform.control.madeCounts();
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
  expect(addedOrders(platform, 'SHOP-1')).toEqual([{ reference: 'SHOP-1', statusId: 20 }]);
  expect(platform.control.madeCounts().payments).toBe(paymentsBefore + 1);
});

ordering('mistakes stand at their cells, and nothing is sent before they are mended', async ({ station, platform }) => {
  const { page } = station;
  const [goods] = goodsOnSale(platform, 1);
  const { orders: ordersBefore } = platform.control.madeCounts();
  await cell(page, 'Item id or link', 1).fill('https://evil.example/?id=1');
  await cell(page, 'Quantity', 1).fill('2,5');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 mistakes')).toBeVisible();
  await expect(page.getByText(/“2,5” is no whole number/)).toBeVisible();
  await expect(cell(page, 'Quantity', 1)).toHaveAttribute('aria-invalid', 'true');
  expect(platform.control.madeCounts().orders).toBe(ordersBefore);

  await cell(page, 'Item id or link', 1).fill(goods?.item ?? '');
  await cell(page, 'Configuration', 1).fill(goods?.configuration ?? '');
  await cell(page, 'Quantity', 1).fill('2');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Everything that was sent stands in the order.')).toBeVisible();
});

ordering('an order that is sent while the deliveries are on their way waits for them, and is not sent when it is changed', async ({ station, platform }) => {
  const { page } = station;
  const [goods] = goodsOnSale(platform, 1);
  const { orders: ordersBefore } = platform.control.madeCounts();
  await expect(page.getByRole('combobox', { name: 'Delivery', exact: true })).toBeVisible();
  const send = button(page, /^Send the order/);
  const chooseAgain = async (): Promise<void> => {
    platform.control.addFault({ method: 'GetExternalDeliveryTypeList', times: 1, effect: { kind: 'delay', milliseconds: 3000 } });
    await button(page, 'Another customer…').click();
    await button(page, 'Sign in and choose').press('Enter');
    await expect(button(page, 'Another customer…')).toBeFocused();
  };
  await cell(page, 'Item id or link', 1).focus();
  await paste(page, rows([goods?.item ?? '', goods?.configuration ?? '', '1']));
  await chooseAgain();
  await page.keyboard.press('Control+Enter');
  await expect(send).toHaveAttribute('data-loading', 'true');
  await cell(page, 'Quantity', 1).fill('2');
  await expect(send).not.toHaveAttribute('data-loading');
  await page.keyboard.press('Control+Enter');
  await expect(send).toHaveAttribute('data-loading', 'true');
  expect(platform.control.madeCounts().orders).toBe(ordersBefore);
  await expect(page.getByText('Everything that was sent stands in the order.')).toBeVisible();
  expect(platform.control.madeCounts().orders).toBe(ordersBefore + 1);
});

ordering('an order that was made without some goods is cancelled, corrected and sent again', async ({ station, platform }) => {
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
  expect(addedOrders(platform, 'SHOP-2')).toEqual([
    { reference: 'SHOP-2', statusId: 50 },
    { reference: 'SHOP-2', statusId: 10 },
  ]);
});

test('an order whose answer was lost is found and not sent again, also after a power cut', async ({ station, platform, launch }) => {
  const { page, profile } = station;
  await chooseCustomer(page, platform);
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
  expect(addedOrders(platform, 'SHOP-3')).toHaveLength(1);
});

test('a draft outlives a power cut, letter by letter', async ({ station, platform, launch }) => {
  const { page, profile } = station;
  await chooseCustomer(page, platform);
  await cell(page, 'Item id or link', 1).fill('591608177630');
  await cell(page, 'Comment of the line', 1).fill('the red one');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await station.kill();
  const again = await launch({ practiceUrl: platform.origin, profile });
  await openOrders(again.page, 'New order');
  await expect(cell(again.page, 'Item id or link', 1)).toHaveValue('');
  await again.page.getByRole('button', { name: '1 draft waits' }).press('Enter');
  await again.page.getByRole('button', { name: /^Open the draft/ }).press('Enter');
  await expect(cell(again.page, 'Item id or link', 1)).toHaveValue('591608177630');
  await expect(cell(again.page, 'Comment of the line', 1)).toHaveValue('the red one');
});

ordering('a new order begins empty, and what was typed before waits among the drafts', async ({ station }) => {
  const { page } = station;
  const reference = page.getByRole('textbox', { name: 'Own reference' });
  await reference.fill('SHOP-4');
  // Another place and back: it is still the order that is typed.
  await page.keyboard.press('F1');
  await page.keyboard.press('F3');
  await expect(reference).toHaveValue('SHOP-4');

  await openOrders(page, 'New order');
  await expect(reference).toHaveValue('');
  await page.getByRole('button', { name: '1 draft waits' }).click();
  await page.getByRole('button', { name: 'Open the draft “SHOP-4”' }).click();
  await expect(reference).toHaveValue('SHOP-4');
});

ordering('who goes by keyboard keeps their place on the page of a new order', async ({ station }) => {
  const { page } = station;
  const another = button(page, 'Another customer…');
  await another.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Customer’s login' })).toBeFocused();
  await button(page, 'Cancel').press('Enter');
  await expect(another).toBeFocused();
  await another.press('Enter');
  await button(page, 'Sign in and choose').press('Enter');
  await expect(another).toBeFocused();

  await button(page, /Ask OT Platform again/).press('Enter');
  await expect(button(page, /Ask OT Platform again/)).toBeFocused();
  await page.getByRole('textbox', { name: 'Own reference' }).fill('SHOP-5');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await button(page, 'Throw away').press('Enter');
  await expect(button(page, 'Undo')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Own reference' })).toHaveValue('SHOP-5');
  await expectFocusOnPage(page);
});

ordering('who goes by keyboard keeps their place in the list of orders and its filters', async ({ station }) => {
  const { page } = station;
  await openOrders(page, 'Orders');
  await page.getByRole('combobox', { name: 'Payment' }).selectOption('Paid');
  await page.getByRole('textbox', { name: 'Customer' }).fill('a');
  await button(page, /Saved filters/).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Paid ones');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expectFocusWithin(page.locator('form[aria-label="Save this filter"]'));
  await button(page, 'Remove the saved filter “Paid ones”').press('Enter');
  await expect(button(page, 'Take it back')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Paid ones')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, /Saved filters, chosen: Paid ones/)).toBeFocused();

  await button(page, 'Remove the filter “Customer: a”').press('Enter');
  await expect(button(page, 'Remove the filter “Paid”')).toBeFocused();
  await page.keyboard.press('Enter');
  await expectFocusOnPage(page);
  const order = page.getByRole('main').getByRole('row').nth(4).getByRole('button');
  await order.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Order/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(order).toBeFocused();
});

ordering('who goes by keyboard keeps their place on the page of an order', async ({ station }) => {
  const { page } = station;
  await openOrders(page, 'Orders');
  await page.getByRole('main').getByRole('row').nth(4).getByRole('button').press('Enter');
  // A new page takes the focus to its heading, and is read once by itself.
  await expect(page.getByRole('heading', { level: 1, name: /^Order/ })).toBeFocused();
  const read = button(page, /^Read again/);
  await expect(read).toBeEnabled();
  await read.press('Enter');
  await expect(read).toBeEnabled();
  await expect(read).toBeFocused();

  const weight = button(page, 'Change: Weight of the order');
  await weight.press('Enter');
  await page.getByRole('textbox', { name: 'Weight of the order, kg' }).fill('1.5');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Weight of the order: done/)).toBeVisible();
  await expect(weight).toBeFocused();
  await button(page, 'Put this note away').press('Enter');
  await expectFocusOnPage(page);

  const menu = button(page, 'What can be done with line 1');
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Log of OT Platform' }).press('Enter');
  await expectFocusOnPage(page);
  await button(page, 'Hide the log').press('Enter');
  await expect(menu).toBeFocused();
  await button(page, 'Cancel the order…').press('Enter');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Cancel the order…')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the order', exact: true }).press('Enter');
  await expect(page.getByText(/Cancelling the order: done/)).toBeVisible();
  await expectFocusOnPage(page);
});

ordering('who goes by keyboard keeps their place when an order is accepted, and comes back to it in the list', async ({ station, platform }) => {
  const { page } = station;
  const goods = goodsOnSale(platform, 2);
  platform.control.setGoodsState(goods[1]?.item ?? '', { kind: 'gone' });
  await cell(page, 'Item id or link', 1).focus();
  await paste(page, rows(...goods.map(({ item, configuration }) => [item, configuration, '1'])));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('navigation', { name: 'Pages of orders' }).getByRole('button', { name: /Sent.*1 order needs a decision/ })).toBeVisible();
  await button(page, 'Accept as it is').press('Enter');
  await expect(page.getByText('Accepted', { exact: true })).toBeVisible();
  await expectFocusOnPage(page);
  await page.keyboard.press('Escape');
  const row = page.getByRole('main').getByRole('listitem').getByRole('button').first();
  await row.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sent and made' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
});

reading('statuses and the log are in the language of the station, also those that were read in another one', async ({ station }) => {
  const { page } = station;
  await openOrders(page, 'Orders');
  const status = page.getByRole('main').getByRole('row').nth(1).getByRole('cell').nth(2);
  await expect(status).toHaveText(/^[A-Z][a-z]/);
  await page.evaluate(async () => window.station.settings.change({ language: 'ru' }));
  await expect(status).toHaveText(/^[А-Я]/);
  await page.evaluate(async () => window.station.settings.change({ language: 'en' }));
  await expect(status).toHaveText(/^[A-Z][a-z]/);
  await page.getByRole('main').getByRole('row').nth(1).getByRole('button').click();
  await button(page, 'Show the log').click();
  const log = page.getByRole('region', { name: 'Entries of the log' }).getByRole('row');
  await expect(log.last().getByRole('cell').nth(2)).toHaveText('Status');
  await expect(log.last().getByRole('cell').nth(4)).toHaveText(/^[A-Z][a-z]/);
});

reading('the lines of an order are seen at once, also in a small window', async ({ station }) => {
  const { page } = station;
  await openOrders(page, 'Orders');
  await page.getByRole('main').getByRole('row').nth(4).getByRole('button').click();
  const first = page.locator('[data-line]').first();
  for (const [width, height] of [[1280, 800], [1024, 700]] as const) {
    await page.setViewportSize({ width, height });
    for (const language of ['en', 'ru', 'zh'] as const) {
      await page.evaluate(async (change) => window.station.settings.change(change), { language });
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
      await expect(page.getByRole('columnheader').first()).toBeInViewport({ ratio: 1 });
      await expect(first).toBeInViewport({ ratio: height === 800 ? 1 : 0.7 });
    }
  }
});

function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('main').getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
}

/** The focus has not fallen out of the page: the next Tab goes on from where the person was. */
async function expectFocusOnPage(page: Page): Promise<void> {
  await expectFocusWithin(page.getByRole('main'));
}

async function expectFocusWithin(place: Locator): Promise<void> {
  await expect.poll(() => place.evaluate((element) => element.contains(document.activeElement))).toBe(true);
}
