import { acceptAll, changesOf, enterPieces, expect, expectState, parcelOf, parcelWithPieces, received, scan, strip, test, untilOutboxIsEmpty } from './fixtures.ts';
import { reading, receiving } from './shared-station.ts';

receiving('what OT Platform refuses waits for a person: set aside, try again', async ({ station, platform }) => {
  const { page } = station;
  const { label, lineId } = parcelOf(platform, 'single-line');
  const refusal = { kind: 'refuse', errorCode: 'AccessDenied', description: 'The operator may not edit lines' } as const;
  for (const method of ['UpdateOrderLineForOperator', 'UpdateOrderLinesForOperator']) {
    platform.control.addFault({ method, times: 1, effect: refusal });
  }

  await scan(page, label);
  await expectState(page, 'found');
  await acceptAll(page);
  await page.keyboard.press('F6');
  const operation = page.getByRole('list', { name: 'Operations' }).getByRole('listitem');
  await expect(operation).toContainText('Refused');
  await expect(operation).toContainText('The operator may not edit lines');

  await operation.getByRole('button', { name: 'Set aside' }).click();
  await expect(operation).toContainText('Set aside');
  platform.control.clearFaults();
  await operation.getByRole('button', { name: 'Try now' }).click();
  await untilOutboxIsEmpty(page);
  await expect(page.getByText('Everything has been sent')).toBeVisible();
  expect(changesOf(platform, lineId).statuses).toEqual([received]);
});

receiving('an undone split stays visible until a person has read that it cannot be joined again', async ({ station, platform }) => {
  const { page } = station;
  const { label } = parcelWithPieces(platform, 2);

  await scan(page, label);
  await expectState(page, 'found');
  await enterPieces(page, 1);
  await page.keyboard.press('r');
  await expectState(page, 'received');
  await untilOutboxIsEmpty(page);
  await page.keyboard.press('u');
  await expectState(page, 'undone');
  await untilOutboxIsEmpty(page);

  await page.keyboard.press('F6');
  const operation = page.getByRole('list', { name: 'Operations' }).getByRole('listitem');
  await expect(operation).toContainText('stays split');
  await operation.getByRole('button', { name: 'Understood' }).click();
  await expect(page.getByText('Everything has been sent')).toBeVisible();
});

reading('one field finds a line by waybill, its ending, order, item and provider order', async ({ station, platform }) => {
  const { page } = station;
  const [parcel] = platform.control.parcels({ kind: 'single-line', limit: 1 });
  const line = platform.world.lineById(parcel?.lineIds[0] ?? '');
  if (!parcel || line === null) throw new Error('the world has no such parcel');

  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'What to look for' });
  const results = page.getByRole('main').getByRole('listitem');
  for (const text of [parcel.waybill, parcel.waybill.slice(-6), line.orderId, String(Number(line.orderId.slice(4))), line.item.id, line.vendPurchId]) {
    await field.fill(text);
    await expect(results.filter({ hasText: line.item.title.zh }).first(), text).toBeVisible();
  }
  await field.fill(parcel.waybill);
  await page.getByRole('button', { name: /^Open parcel/ }).first().click();
  await expectState(page, 'found');
});

test('a line that is newer than the cache is found by asking OT Platform', async ({ station, platform }) => {
  const { page } = station;
  const parcel = parcelOf(platform, 'not-yet-known');
  platform.control.revealParcels([parcel.label]);

  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'What to look for' }).fill(parcel.waybill);
  await expect(page.getByText(/^Nothing in the cache/)).toBeVisible();
  await page.getByRole('button', { name: /Ask OT Platform/ }).click();
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
});

reading('a number can be typed by hand, also while another screen was open before', async ({ station, platform }) => {
  const { page } = station;
  const parcel = parcelOf(platform, 'single-line');
  await page.keyboard.press('F7');
  await page.keyboard.press('F1');
  await page.getByRole('textbox', { name: 'Waybill number' }).fill(` ${parcel.waybill.toLowerCase()} `);
  await page.keyboard.press('Enter');
  await expectState(page, 'found');
  await expect(strip(page)).toContainText(parcel.waybill.slice(-1));
});
