import { ACTIVITY_TYPES } from '../../main/practice/index.ts';
import {
  activitiesView,
  exportOrder,
  newestActivity,
  numberOf,
  openQuestion,
  openStart,
  questionDialog,
  startButton,
  takeOrder,
  untilQuestions,
} from './activity-pages.ts';
import { expect, expectState, parcelOf, scan } from './fixtures.ts';
import { purchasing } from './shared-station.ts';

purchasing('an export asks, is answered by a number key, and buys', async ({ station, platform }) => {
  const { page } = station;
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 1 });
  platform.control.nextActivity({ kind: 'export', everyLine: 'price-changed', confirms: false });
  await exportOrder(page, order);

  await page.keyboard.press('F1');
  await expect(page.getByRole('banner').getByRole('button', { name: 'Questions 1' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Waiting question' })).toContainText(`Order ${numberOf(order)}`);
  const dialog = await openQuestion(page);
  await expect(dialog).toContainText('The price has changed');
  await page.keyboard.press('1');
  await expect(dialog.getByRole('region', { name: 'What became of the answer' })).toContainText('taken');
  await page.keyboard.press('F9');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('F4');
  await expect(page.getByRole('main')).toContainText('Done');
  expect(platform.control.purchaseLines(order.orderId).every(({ providerOrderId }) => providerOrderId !== '')).toBe(true);
  const lines = page.getByRole('region', { name: 'Lines', exact: true });
  const [bought] = platform.control.purchaseLines(order.orderId);
  await expect(lines).toContainText(`Provider order ${bought?.providerOrderId}`);
  await expect(page.getByRole('region', { name: 'Answers given' })).toContainText('Accept the new price');
});

purchasing('questions that are alike are answered together, but for those that are taken off', async ({ station, platform }) => {
  const { page } = station;
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 3 });
  platform.control.nextActivity({ kind: 'export', everyLine: 'price-changed', confirms: false });
  await exportOrder(page, order);
  await untilQuestions(page, 3);

  const dialog = await openQuestion(page);
  const boxes = dialog.getByRole('checkbox');
  await expect(boxes).toHaveCount(3);
  for (const box of await boxes.all()) await expect(box).toBeChecked();
  await boxes.nth(1).uncheck();
  await expect(dialog).toContainText('Answers 2 questions');
  await page.keyboard.press('2');
  await expect(dialog.getByRole('region', { name: 'What became of the answer' })).toContainText('2 answers taken');
  await untilQuestions(page, 1);
  const [left] = (await activitiesView(page)).questions;
  expect(left?.line?.lineId).toBe(order.lines[1]?.lineId);
});

purchasing('a scan closes an open question and is answered, and answers nothing itself', async ({ station, platform }) => {
  const { page } = station;
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 1 });
  platform.control.nextActivity({ kind: 'export', everyLine: 'price-changed', confirms: false });
  await exportOrder(page, order);
  await untilQuestions(page, 1);

  const parcel = parcelOf(platform, 'single-line');
  for (const [code, state] of [
    ['1212121212121', 'unknown'],
    [parcel.label, 'found'],
  ] as const) {
    await openQuestion(page);
    await scan(page, code);
    await expect(questionDialog(page)).toBeHidden();
    await expectState(page, state);
  }
  await openQuestion(page);
  await scan(page, '12');
  await expect(questionDialog(page)).toBeHidden();
  expect((await activitiesView(page)).questions).toMatchObject([{ isSending: false, error: null }]);
  expect(newestActivity(platform).isAwaitingAction).toBe(true);
});

purchasing('digits are pieces while a question only waits at the side', async ({ station, platform }) => {
  const { page } = station;
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 1 });
  platform.control.nextActivity({ kind: 'export', everyLine: 'price-changed', confirms: false });
  await exportOrder(page, order);
  await untilQuestions(page, 1);
  const parcel = parcelOf(platform, 'single-line');
  await scan(page, parcel.label);
  await expectState(page, 'found');
  await page.keyboard.press('1');
  await expect(page.getByRole('spinbutton').first()).toHaveValue('1');
  expect(newestActivity(platform).isAwaitingAction).toBe(true);
});

purchasing('a link shows its address, and opens it only then', async ({ station, platform }) => {
  const { page, app } = station;
  await app.evaluate(({ shell }) => {
    Object.assign(globalThis, { addressesOpened: [] as string[] });
    shell.openExternal = async (address) => {
      (globalThis as unknown as { addressesOpened: string[] }).addressesOpened.push(address);
    };
  });
  const opened = () => app.evaluate(() => (globalThis as unknown as { addressesOpened: string[] }).addressesOpened);
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 1 });
  platform.control.nextActivity({ kind: 'export', everyLine: 'item-gone', confirms: false });
  await exportOrder(page, order);
  await untilQuestions(page, 1);

  const dialog = await openQuestion(page);
  await dialog.getByRole('button', { name: 'Open the page of the goods' }).click();
  const panel = dialog.getByRole('group', { name: /^This address opens/ });
  await expect(panel).toContainText('https://item.taobao.com/');
  expect(await opened()).toEqual([]);
  await panel.getByRole('button', { name: 'Open it' }).click();
  await expect(panel).toContainText('Opened');
  expect(await opened()).toEqual([await panel.locator('bdi').textContent()]);
});

purchasing('what the station does not know it shows and cannot press', async ({ station, platform }) => {
  const { page } = station;
  const { id } = platform.control.startActivity({ kind: 'told', type: ACTIVITY_TYPES.export, description: 'A told export' });
  platform.control.sayStep({
    activityId: id,
    type: 'Question',
    message: '<b>What now?</b><br><img src=x onerror=alert(1)>Choose',
    actions: [
      { id: 'DoStepAction', displayName: 'Go on', parameters: { Key: 'on' } },
      { id: 'Teleport', displayName: 'Beam it over', parameters: {} },
    ],
  });
  await page.evaluate(async () => window.station.activities.refresh({}));
  await untilQuestions(page, 1);
  const dialog = await openQuestion(page);
  await expect(dialog.getByRole('button', { name: 'Beam it over' })).toBeDisabled();
  await expect(dialog).toContainText('does not know how to do this');
  await expect(dialog.locator('img[src="x"]')).toHaveCount(0);
  await page.keyboard.press('2');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(newestActivity(platform).isAwaitingAction).toBe(true);
});

purchasing('a start that meets an activity under way says so, and goes on when the person wants it', async ({ station, platform }) => {
  const { page } = station;
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 2 });
  platform.control.nextActivity({ kind: 'export', everyLine: 'price-changed', confirms: false });
  platform.control.nextActivity({ kind: 'export', everyLine: 'clean' });
  await exportOrder(page, order);
  await untilQuestions(page, 2);
  const begun = platform.control.activities().length;

  await openStart(page, 'Export');
  const section = await takeOrder(page, order);
  await expect(section).toContainText('Under way for this order');
  await startButton(page).click();
  const results = page.getByRole('list', { name: 'How the starts went' });
  await expect(results).toContainText('still under way');
  expect(platform.control.activities()).toHaveLength(begun);
  await results.getByRole('button', { name: 'Start all the same' }).click();
  await expect.poll(() => platform.control.activities().length).toBe(begun + 1);
});

purchasing('several orders are exported one after the other, and the lines that were taken off stay', async ({ station, platform }) => {
  const { page } = station;
  const orders = [1, 2].map(() => platform.control.makeExportable({ providerType: 'Taobao', lines: 2 }));
  platform.control.activityDefaults({ kind: 'export', everyLine: 'clean' });
  await openStart(page, 'Export');
  for (const order of orders) {
    const section = await takeOrder(page, order);
    await section.getByRole('checkbox', { name: 'Line 1', exact: true }).uncheck();
  }
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'How the starts went' }).getByText('has begun')).toHaveCount(2);
  await expect
    .poll(() => orders.map(({ orderId }) => platform.control.purchaseLines(orderId).filter(({ providerOrderId }) => providerOrderId !== '').length))
    .toEqual([1, 1]);
});

purchasing('a start whose answer was lost is settled by a person', async ({ station, platform }) => {
  const { page } = station;
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 1 });
  platform.control.addFault({ method: 'RunOrderExportingToProvider', times: 1, effect: { kind: 'reset' } });
  await openStart(page, 'Export');
  await takeOrder(page, order);
  await startButton(page).click();
  await expect(page.getByRole('list', { name: 'How the starts went' })).toContainText('no answer came');
  await page.getByRole('button', { name: 'Back' }).click();
  const card = page.getByRole('region', { name: 'It is not known whether this has begun' });
  await expect(card).toContainText(`Order ${numberOf(order)}`);
  await card.getByRole('button', { name: 'OT Platform has not begun' }).click();
  await expect(card).toBeHidden();
});

purchasing('ids to link are scanned into the list, not into Receive', async ({ station, platform }) => {
  const { page } = station;
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 1 });
  const [line] = order.lines;
  platform.control.setProviderOrder('289312004551', { lineIds: [line?.lineId ?? ''], otherGoods: [] });
  platform.control.activityDefaults({ kind: 'link', everyLine: 'matched' });
  await openStart(page, 'Link');
  await takeOrder(page, order);
  const chips = page.getByRole('list', { name: 'Provider orders to link' }).getByRole('listitem');
  await scan(page, '289312004551');
  await scan(page, '289312004551');
  await expect(chips).toHaveText(['289312004551']);
  await page.getByRole('textbox', { name: 'Provider order number' }).fill('111, 222;333 ');
  await expect(chips).toHaveText(['289312004551', '111', '222', '333']);
  for (const id of ['111', '222', '333']) await page.getByRole('button', { name: `Take ${id} off the list` }).click();
  await startButton(page).click();
  await expect.poll(() => platform.control.purchaseLines(order.orderId)[0]?.providerOrderId).toBe('289312004551');
});

purchasing('unlinking names what it unbinds, and says what stays at the provider', async ({ station, platform }) => {
  const { page } = station;
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 1 });
  platform.control.nextActivity({ kind: 'export', everyLine: 'clean' });
  await exportOrder(page, order);
  await expect.poll(() => platform.control.purchaseLines(order.orderId)[0]?.providerOrderId).not.toBe('');
  const id = platform.control.purchaseLines(order.orderId)[0]?.providerOrderId ?? '';
  const begun = platform.control.activities().length;

  await openStart(page, 'Unlink');
  const section = await takeOrder(page, order);
  await expect(section).toContainText(id);
  await startButton(page).click();
  const question = page.getByRole('group', { name: 'Unlink these lines?' });
  await expect(question).toContainText(id);
  expect(platform.control.activities()).toHaveLength(begun);
  await question.getByRole('button', { name: 'Yes, unlink' }).click();
  await expect(page.getByRole('note')).toContainText('cancel it there by hand');
  await expect(page.getByRole('note')).toContainText(id);
  await expect.poll(() => platform.control.purchaseLines(order.orderId)[0]?.providerOrderId).toBe('');
});

purchasing('an error leads to its line, and a cancel asks first', async ({ station, platform }) => {
  const { page } = station;
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 3, tmall: 1 });
  const tmall = order.lines.find(({ isTmall }) => isTmall);
  const number = tmall?.lineNumber.split(' - ')[1] ?? '';
  platform.control.nextActivity({ kind: 'export', everyLine: 'price-changed', confirms: false });
  await openStart(page, 'Export');
  const section = await takeOrder(page, order);
  await expect(section).toContainText('Tmall: buy it by hand');
  await section.getByRole('checkbox', { name: `Line ${number}`, exact: true }).check();
  await startButton(page).click();
  await untilQuestions(page, 2);

  const error = page.getByRole('row').filter({ hasText: 'Goods of Tmall cannot be exported' });
  await error.getByRole('button', { name: `Line ${number}` }).click();
  const row = page.getByRole('region', { name: 'Lines', exact: true }).getByRole('row').filter({ hasText: `Line ${number}` });
  await expect(row).toBeFocused();
  await expect(row).toHaveAttribute('data-marked', 'true');

  await page.getByRole('region', { name: 'What can be done' }).getByRole('button', { name: 'Cancel' }).click();
  const question = page.getByRole('group', { name: 'Cancel this activity?' });
  await expect(question).toBeVisible();
  expect(newestActivity(platform).cancelled).toBe(false);
  await question.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(page.getByRole('main')).toContainText('Cancelled');
  await untilQuestions(page, 0);
});

purchasing('what the seller has cancelled reminds that synchronising goes one way', async ({ station, platform }) => {
  const { page } = station;
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 1 });
  platform.control.nextActivity({ kind: 'export', everyLine: 'clean' });
  platform.control.nextActivity({ kind: 'synchronise', everyLine: 'seller-cancel' });
  await exportOrder(page, order);
  await expect(page.getByRole('main')).toContainText('Done');
  await openStart(page, 'Synchronise');
  await page.getByText('Chosen orders', { exact: true }).click();
  await takeOrder(page, order);
  await startButton(page).click();
  const id = platform.control.purchaseLines(order.orderId)[0]?.providerOrderId ?? '';
  await expect(page.getByRole('note')).toContainText('goes one way');
  await expect(page.getByRole('note')).toContainText(id);
});

purchasing('lines that were looked up start an activity for their order', async ({ station, platform }) => {
  const { page } = station;
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 2 });
  await page.evaluate(async () => window.station.status.refreshCache({}));
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'What to look for' }).fill(order.orderId);
  await page.getByRole('checkbox', { name: /^Choose line 2 of order/ }).check();
  await page.getByRole('button', { name: 'Start an activity: 1 line' }).click();
  const section = page.getByRole('region', { name: `Order ${numberOf(order)}`, exact: true });
  await expect(section.getByRole('checkbox', { name: 'Line 2', exact: true })).toBeChecked();
  await expect(section.getByRole('checkbox', { name: 'Line 1', exact: true })).not.toBeChecked();
});
