import { readFile, writeFile } from 'node:fs/promises';
import { freeDelivery, ordersOfEveryKind } from '../fixtures/ordering/orders-of-every-kind.ts';
import { expect, test } from './fixtures.ts';
import { addedOrders, chooseCustomer, lastRun, openOrders, rowsOfRun, saved, untilRun } from './ordering-pages.ts';
import { reading } from './shared-station.ts';

const xlsx = new URL('../fixtures/ordering/orders.xlsx', import.meta.url);

test('200 orders of every kind go from a CSV file to paid orders, through two cuts of the network and a power cut', async ({
  station,
  platform,
  launch,
}) => {
  test.setTimeout(300_000);
  const { page, profile } = station;
  const file = ordersOfEveryKind(platform, 200);
  await chooseCustomer(page, platform);
  await openOrders(page, 'Imports');
  await page.locator('input[type=file]').setInputFiles({ name: 'shop.csv', mimeType: 'text/csv', buffer: Buffer.from(file.csv) });
  await page.getByRole('combobox', { name: 'What the column “Price” holds' }).selectOption('Awaited price');
  const delivery = page.getByRole('combobox', { name: 'Delivery', exact: true });
  await delivery.selectOption(freeDelivery);
  await expect(page.getByText(`${file.count('invalid')} with mistakes`).first()).toBeVisible();
  await page.getByRole('checkbox', { name: /Pay the orders as soon as they are made/ }).check();
  await page.getByRole('button', { name: `Send ${200 - file.count('invalid')} orders` }).click();
  await expect(page.getByRole('heading', { name: 'Import 1: shop.csv' })).toBeVisible();

  // The cable is pulled out, and the answer to an order on its way is lost.
  await untilRun(page, 'some orders are made', ({ counts }) => counts.same >= 20);
  platform.control.addFault({ method: 'AddOrder', times: 1, effect: { kind: 'lost-answer' } });
  platform.control.addFault({ method: '*', times: 1_000_000, effect: { kind: 'reset' } });
  await untilRun(page, 'it waits for the network', ({ state }) => state === 'waiting');
  await expect(page.getByText('OT Platform cannot be reached.').first()).toBeVisible();
  platform.control.clearFaults();

  // Answers to money on its way are lost, and then the power is.
  await untilRun(page, 'more orders are paid', ({ counts }) => counts.paid >= 40);
  platform.control.addFault({ method: 'PostTransaction', times: 1, effect: { kind: 'lost-answer' } });
  platform.control.addFault({ method: 'SalesPaymentReserve', times: 1, effect: { kind: 'lost-answer' } });
  await untilRun(page, 'payments are under way', ({ counts }) => counts.paying > 0 || counts.underWay > 0);
  await station.kill();

  const again = await launch({ practiceUrl: platform.origin, profile });
  await openOrders(again.page, 'Imports');
  await untilRun(again.page, 'it goes on by itself', ({ counts }) => counts.same >= 90);
  platform.control.addFault({ method: '*', times: 1_000_000, effect: { kind: 'reset' } });
  await untilRun(again.page, 'it waits again', ({ state }) => state === 'waiting');
  platform.control.clearFaults();
  const run = await untilRun(again.page, 'it has ended', ({ state }) => state === 'ended');

  const differing = file.count('missing') + file.count('quantity') + file.count('configuration') + file.count('price');
  const made = 200 - file.count('refused') - file.count('invalid');
  expect(run.counts).toMatchObject({ orders: 200, same: made - differing, paid: made - differing, differs: differing });
  expect(run.counts).toMatchObject({ refused: file.count('refused'), invalid: file.count('invalid'), unsure: 0, paymentTrouble: 0 });

  await again.page.getByRole('button', { name: /shop\.csv/ }).click();
  await again.page.getByRole('button', { name: `Accept all ${differing} that differ…` }).click();
  await again.page.getByRole('button', { name: 'Yes, accept' }).click();
  await untilRun(again.page, 'what differs is paid too', ({ state, counts }) => state === 'ended' && counts.paid === made);

  // No order and no payment doubled, none lost.
  const references = [...file.fates].filter(([, fate]) => fate !== 'refused' && fate !== 'invalid').map(([reference]) => reference);
  expect(addedOrders(platform).map(({ reference }) => reference).toSorted()).toEqual(references.toSorted());
  expect(addedOrders(platform).every(({ statusId }) => statusId === 20)).toBe(true);
  expect(platform.control.madeCounts()).toMatchObject({ orders: made, payments: made, withdrawals: 0, refunds: 0 });

  // The report tells what became of every row.
  const report = await saved(again, 'report.csv', () => again.page.getByRole('button', { name: 'Report (CSV)' }).click());
  const results = new Map(report.split('\r\n').slice(1).filter(Boolean).map((row) => row.split(',').slice(1, 3) as [string, string]));
  for (const [reference, fate] of file.fates) expect(`${reference} ${results.get(reference) ?? 'is not in the report'}`).toBe(`${reference} ${resultOf(fate)}`);
  expect(report.split('\r\n').filter(Boolean)).toHaveLength(file.csv.split('\r\n').filter(Boolean).length);
  expect((await rowsOfRun(again.page, run.id)).map(({ reference }) => reference)).toEqual([...file.fates.keys()]);
});

function resultOf(fate: string): string {
  switch (fate) {
    case 'same':
      return 'As sent';
    case 'refused':
      return 'Refused';
    case 'invalid':
      return 'With mistakes';
    default:
      return 'Accepted';
  }
}

reading('an XLSX file that LibreOffice has written is read', async ({ station: { page } }) => {
  await openOrders(page, 'Imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'orders.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await readFile(xlsx) });
  await expect(page.getByRole('heading', { name: 'Import orders' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Check' })).toBeVisible();
  await expect(page.getByText('591608177630').first()).toBeVisible();
});

const oneOrder = '<OrderAddData><DeliveryModeId>21</DeliveryModeId><Items><Item><Id>591608177630</Id><Quantity>many</Quantity></Item></Items></OrderAddData>';

const wrongFiles: [string, string | Buffer, RegExp][] = [
  ['entities.xml', '<!DOCTYPE x [<!ENTITY a "b">]><OrderAddData><Comment>&a;</Comment></OrderAddData>', /DOCTYPE/],
  ['encoding.xml', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="utf-8"?><OrderAddData><Comment>'), Buffer.from([0xe0, 0xe8, 0xff]), Buffer.from('</Comment></OrderAddData>')]), /encoding|UTF-8/i],
  ['unknown.xml', '<OrderAddData><DeliveryModeId>21</DeliveryModeId><Coupon>5</Coupon><Items/></OrderAddData>', /Coupon/],
  ['large.xml', `<Orders>${oneOrder.repeat(160_000)}</Orders>`, /20 MB/],
];

for (const [name, content, words] of wrongFiles) {
  reading(`a file that cannot be imported is refused with the reason: ${name}`, async ({ station: { page }, platform }, testInfo) => {
    const path = testInfo.outputPath(name);
    await writeFile(path, content);
    await openOrders(page, 'Imports');
    await page.locator('input[type=file]').setInputFiles(path);
    await expect(page.getByRole('alert')).toContainText(words, { timeout: 30_000 });
    expect(platform.control.madeCounts().orders).toBe(0);
  });
}

reading('10 MB of XML are read, and every mistake in them is told', async ({ station: { page } }, testInfo) => {
  const orders = 80_000;
  const path = testInfo.outputPath('many.xml');
  await writeFile(path, `<Orders>${oneOrder.repeat(orders)}</Orders>`);
  await openOrders(page, 'Imports');
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.getByText('80000 with mistakes').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/“many” is no whole number/).first()).toBeVisible();
});

test('XML in the documented form is imported, its entities decoded', async ({ station, platform }) => {
  const { page } = station;
  const [goods] = platform.control.goods({ state: 'fine', providerType: 'Taobao', hasConfigurations: true, limit: 1 });
  const xml = `<?xml version="1.0" encoding="utf-8"?>
<OrderAddData><DeliveryModeId>${freeDelivery}</DeliveryModeId><Comment>Tom &amp; Jerry &#x4e2d;</Comment>
<Items><Item><Id>${goods?.itemId}</Id><ConfigurationId>${goods?.configurations[0]?.id}</ConfigurationId><Quantity>2</Quantity></Item></Items></OrderAddData>`;
  await chooseCustomer(page, platform);
  await openOrders(page, 'Imports');
  await page.locator('input[type=file]').setInputFiles({ name: 'order.xml', mimeType: 'text/xml', buffer: Buffer.from(xml) });
  await page.getByRole('button', { name: 'Send 1 order' }).click();
  await untilRun(page, 'it has ended', ({ state }) => state === 'ended');
  expect((await lastRun(page)).counts).toMatchObject({ same: 1 });
  const comments = Array.from({ length: platform.world.orderCount }, (_, index) => platform.world.order(index).customerComment);
  expect(comments.some((comment) => comment.endsWith('Tom & Jerry 中'))).toBe(true);
});

test('who comes back from an order of an import finds its list as it was, and the keyboard on it', async ({ station, platform }) => {
  const { page } = station;
  const file = ordersOfEveryKind(platform, 64);
  await chooseCustomer(page, platform);
  await openOrders(page, 'Imports');
  await page.locator('input[type=file]').setInputFiles({ name: 'shop.csv', mimeType: 'text/csv', buffer: Buffer.from(file.csv) });
  await page.getByRole('combobox', { name: 'Delivery', exact: true }).selectOption(freeDelivery);
  await page.getByRole('button', { name: /^Send \d+ orders$/ }).click();
  const { counts } = await untilRun(page, 'it has ended', ({ state }) => state === 'ended');
  const pages = page.getByRole('navigation', { name: 'Pages of orders' });
  await expect(pages.getByRole('button', { name: new RegExp(`Imports.*${counts.differs} orders? needs? a decision`) })).toBeVisible();
  await expect(pages.getByRole('button', { name: 'Sent', exact: true })).toBeVisible();

  // On the second page.
  await page.getByRole('button', { name: 'Next page' }).press('Enter');
  const last = page.getByRole('main').getByRole('row').last().getByRole('button');
  await expect(page.getByRole('main').getByRole('row')).toHaveCount(64 - 50 + 1);
  await last.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Import 1: shop.csv' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await expect(page.getByRole('main').getByRole('row')).toHaveCount(64 - 50 + 1);

  // Of a part of them.
  const shown = page.getByRole('combobox', { name: 'Show', exact: true });
  await page.getByRole('button', { name: /differ$/ }).press('Enter');
  await expect(page.getByRole('main').getByRole('row')).toHaveCount(counts.differs + 1);
  const chosen = await shown.inputValue();
  await page.getByRole('main').getByRole('row').nth(1).getByRole('button').press('Enter');
  await page.getByRole('button', { name: 'Accept as it is' }).press('Enter');
  await expect(page.getByText('Accepted', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(shown).toHaveValue(chosen);

  await page.getByRole('button', { name: `Accept all ${counts.differs - 1} that differ…` }).press('Enter');
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Yes, accept' }).press('Enter');
  await expect(page.getByRole('button', { name: /^Accept all/ })).toBeHidden();
  await expect(page.getByRole('main').locator(':focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /shop\.csv/ })).toBeFocused();
});
