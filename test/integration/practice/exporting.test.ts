import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActivityPlan } from '../../../main/practice/index.ts';
import { ActivityCaller, lineAt, plain, typesOf } from './activity-caller.ts';

let caller: ActivityCaller;

beforeAll(async () => {
  caller = await ActivityCaller.start({ lines: 1500 });
});

afterAll(() => caller.platform.close());

type ExportPlan = Extract<ActivityPlan, { kind: 'export' }>;
const plan = (next: Omit<ExportPlan, 'kind'>): void => caller.control.nextActivity({ kind: 'export', ...next });

describe('a clean export', () => {
  test('buys an order of two sellers as two provider orders', async () => {
    const order = caller.order({ lines: 3, sellers: 2 });
    const address = await caller.export(order);
    expect(address.activityType).toBe('ProviderOrdersIntegrationExporting');
    const done = await caller.finished(address);
    expect(done).toMatchObject({ Description: `Export of order ${order.orderId} to Taobao`, IsCancelled: 'false', IsAwaitingAction: 'false', progress: 100, actions: [] });
    expect(typesOf(done)).toEqual(['Info', 'Info', 'Info', 'Info', 'Info', 'Info', 'Info', 'Success']);
    expect(plain(done).slice(-2)).toEqual(['Info: The order became 2 provider orders, one for each seller', 'Success: Ordered: 3 lines. Pay in the account lin_88, then synchronise']);
    const lines = caller.lines(order);
    const bySeller = Map.groupBy(lines, ({ sellerId }) => sellerId);
    expect([...bySeller.values()].map((ofSeller) => new Set(ofSeller.map(({ providerOrderId }) => providerOrderId)).size)).toEqual([1, 1]);
    expect(new Set(lines.map(({ providerOrderId }) => providerOrderId)).size).toBe(2);
    for (const { providerOrderId, sellerNick } of lines) {
      expect(plain(done).some((step) => step.includes(providerOrderId) && step.includes(sellerNick))).toBe(true);
    }
  });

  test.each([
    ['Taobao', /^28\d{17}$/, 'lin_88'],
    ['Alibaba1688', /^17\d{16}$/, '广州仓_02'],
  ] as const)('at %s writes into the lines what a purchase brings', async (providerType, id, account) => {
    const order = caller.order({ providerType, lines: 1 });
    const { lineId, price } = lineAt(order.lines, 0);
    expect(await caller.line(order.orderId, lineId)).toMatchObject({ CanBePurchased: 'true', IsPaid: 'true', VendPurchId: '' });
    await caller.finished(await caller.export(order));
    const line = await caller.line(order.orderId, lineId);
    expect(line).toMatchObject({
      StatusId: '4',
      CanBePurchased: 'false',
      VendPurchId: expect.stringMatching(id) as string,
      VendPurchAccountId: account,
      VendPurchStatus: 'AwaitingPayment',
      VendPurchItemPrice: String(price),
      VendPurchConfigurationId: line['ConfigId'],
      VendPurchWaybill: '',
      VendorPurchaseItemPriceWarningReason: { Level: 'Ok', Message: '' },
    });
    expect(Number(line['VendPurchDeliveryPrice'])).toBe(Number(line['TaoBaoDelivery']));
    const { items } = await caller.searchLines(`<CanBePurchased>1</CanBePurchased><OrderSearchParameters><Id>${order.orderId}</Id></OrderSearchParameters>`);
    expect(items).toEqual([]);
    expect((await caller.searchLines(`<VendorPurchaseIdList><Id>${line['VendPurchId']}</Id></VendorPurchaseIdList>`)).items).toHaveLength(1);
  });

  test('of chosen lines leaves the others, which a second export buys', async () => {
    const order = caller.order({ lines: 3 });
    const chosen = lineAt(order.lines, 1).lineId;
    await caller.finished(await caller.export(order, [chosen, chosen]));
    expect(caller.lines(order).map(({ statusId }) => statusId)).toEqual([2, 4, 2]);
    expect(plain(await caller.finished(await caller.export(order))).at(-1)).toContain('Ordered: 2 lines');
    expect(caller.lines(order).every(({ statusId }) => statusId === 4)).toBe(true);
    expect(plain(await caller.finished(await caller.export(order)))).toEqual([
      'Info: Checking the goods of 0 lines at Taobao, account lin_88',
      'Error: The order has no line that can be bought',
    ]);
  });
});

describe('a changed price', () => {
  test.each([
    [8, 'SmallOverpayment'],
    [30, 'BigOverpayment'],
    [-5, 'Ok'],
  ])('of %s percent is asked about and, once accepted, paid: %s', async (pricePercent, level) => {
    const order = caller.order({ lines: 1 });
    const { lineId, lineNumber, price } = lineAt(order.lines, 0);
    plan({ everyLine: 'price-changed', pricePercent });
    const address = await caller.export(order);
    const waiting = await caller.awaiting(address);
    const newPrice = (Math.round(price * (100 + pricePercent)) / 100).toFixed(2);
    expect(waiting).toMatchObject({ IsFinished: 'false', progress: 33, actions: [{ id: 'Cancel', name: 'Cancel' }] });
    const question = waiting.steps.at(-1);
    expect(question).toMatchObject({ type: 'Question' });
    expect(question?.message).toContain(`Line <b>${lineNumber}</b> (${lineId}), <a href="https://item.taobao.com/item.htm?id=`);
    expect(question?.message).toContain(`<br>The price has changed from ${price.toFixed(2)} CNY to <b>${newPrice} CNY</b>`);
    expect(question?.actions.map(({ id, name }) => [id, name])).toEqual([
      ['DoStepAction', `Accept the new price, ${newPrice} CNY`],
      ['DoStepAction', 'Leave the line out'],
      ['Link', 'Open the page of the goods'],
    ]);
    expect(question?.actions[0]?.parameters).toEqual({ QuestionId: '2', OrderLineId: lineId, Answer: 'accept' });
    expect(question?.actions[2]?.parameters['url']).toMatch(/^https:\/\/item\.taobao\.com\/item\.htm\?id=\d{12}$/);
    await caller.answer(address, /^Accept/);
    const done = await caller.finished(address);
    expect(done.steps[1]).toMatchObject({ type: 'Question', actions: [] });
    expect(plain(done)[2]).toBe(`Info: Line ${lineNumber} (${lineId}): the price of ${newPrice} CNY is accepted`);
    const message = level === 'Ok' ? '' : `Bought for ${Number(newPrice)} CNY instead of ${price} CNY`;
    expect(await caller.line(order.orderId, lineId)).toMatchObject({
      VendPurchItemPrice: String(Number(newPrice)),
      PurchPrice: String(Number(newPrice)),
      VendorPurchaseItemPriceWarningReason: { Level: level, Message: message },
    });
  });

  test('may leave the line out, and then nothing is left to buy', async () => {
    const order = caller.order({ lines: 1 });
    plan({ everyLine: 'price-changed' });
    const address = await caller.export(order);
    await caller.awaiting(address);
    await caller.answer(address, /^Leave/);
    const done = await caller.finished(address);
    expect(plain(done).at(-2)).toMatch(/^Info: Line .+ is left out$/);
    expect(plain(done).at(-1)).toBe('Error: No line is left to buy, nothing was bought');
    expect(lineAt(caller.lines(order), 0)).toMatchObject({ canBePurchased: true, providerOrderId: '' });
  });
});

describe('a missing configuration', () => {
  test('offers others, and buys the chosen one', async () => {
    const order = caller.order({ lines: 1, providerType: 'Alibaba1688' });
    const { lineId } = lineAt(order.lines, 0);
    plan({ everyLine: 'configuration-missing' });
    const address = await caller.export(order);
    const waiting = await caller.awaiting(address);
    const line = await caller.line(order.orderId, lineId);
    const question = waiting.steps.at(-1);
    expect(question?.message).toContain(`<b>${line['ConfigText']}</b>`);
    expect(question?.message).toContain('<a href="https://detail.1688.com/offer/');
    const names = question?.actions.map(({ name }) => name) ?? [];
    expect(names.at(-2)).toBe('Leave the line out');
    const others = names.filter((name) => name.startsWith('Take '));
    expect(others.length).toBeGreaterThan(0);
    expect(new Set(others).size).toBe(others.length);
    expect(others).not.toContain(`Take ${line['ConfigText']}`);
    const { Answer } = await caller.answer(address, /^Take /);
    expect(plain(await caller.finished(address))).toContainEqual(expect.stringContaining('another configuration is taken'));
    expect(await caller.line(order.orderId, lineId)).toMatchObject({ StatusId: '4', ConfigId: line['ConfigId'], VendPurchConfigurationId: Answer?.replace('configuration-', '') });
  });

  test('may leave the line out, and the rest goes on', async () => {
    const order = caller.order({ lines: 2 });
    plan({ byLine: { [lineAt(order.lines, 0).lineId]: 'configuration-missing' } });
    const address = await caller.export(order);
    await caller.awaiting(address);
    await caller.answer(address, /^Leave/);
    await caller.finished(address);
    expect(caller.lines(order).map(({ statusId }) => statusId)).toEqual([2, 4]);
  });
});

describe('goods that are gone', () => {
  test('may be left out', async () => {
    const order = caller.order({ lines: 2 });
    plan({ byLine: { [lineAt(order.lines, 1).lineId]: 'item-gone' } });
    const address = await caller.export(order);
    expect((await caller.awaiting(address)).steps.at(-1)?.message).toContain('The seller has taken the goods off sale');
    await caller.answer(address, /^Leave/);
    await caller.finished(address);
    expect(caller.lines(order).map(({ statusId }) => statusId)).toEqual([4, 2]);
  });

  test('may stop the export, and nothing is bought', async () => {
    const order = caller.order({ lines: 2 });
    plan({ everyLine: 'item-gone' });
    const address = await caller.export(order);
    await caller.awaiting(address);
    await caller.answer(address, /^Stop/);
    const done = await caller.finished(address);
    expect(done).toMatchObject({ IsCancelled: 'false', progress: 100 });
    expect(plain(done).at(-1)).toBe('Error: The export was stopped, nothing was bought');
    expect(done.steps.every(({ actions }) => actions.length === 0)).toBe(true);
    expect(caller.lines(order).every(({ canBePurchased }) => canBePurchased)).toBe(true);
  });
});

describe('several questions', () => {
  const threeQuestions = async () => {
    const order = caller.order({ lines: 3 });
    const [first, second, third] = order.lines.map(({ lineId }) => lineId);
    plan({ byLine: { [first ?? '']: 'price-changed', [second ?? '']: 'configuration-missing', [third ?? '']: 'item-gone' } });
    const address = await caller.export(order);
    return { order, address, waiting: await caller.awaiting(address) };
  };

  test('are open at once, in any order, and the activity awaits the last answer', async () => {
    const { order, address, waiting } = await threeQuestions();
    expect(typesOf(waiting)).toEqual(['Info', 'Question', 'Question', 'Question']);
    expect(waiting.actions.map(({ id }) => id)).toEqual(['Cancel', 'LeaveOutQuestioned']);
    await caller.answer(address, /^Leave/, /off sale/);
    expect((await caller.info(address)).IsAwaitingAction).toBe('true');
    await caller.answer(address, /^Take/, /configuration/);
    const last = await caller.info(address);
    expect([last.IsAwaitingAction, last.actions.map(({ id }) => id)]).toEqual(['true', ['Cancel']]);
    expect(await caller.act(address, 'LeaveOutQuestioned')).toBe('ContractViolation/InvalidInputValue');
    await caller.answer(address, /^Accept/);
    await caller.finished(address);
    expect(caller.lines(order).map(({ statusId }) => statusId)).toEqual([4, 4, 2]);
  });

  test('are all answered at once by leaving out the lines in question', async () => {
    const order = caller.order({ lines: 3 });
    const [first, second] = order.lines.map(({ lineId }) => lineId);
    plan({ byLine: { [first ?? '']: 'price-changed', [second ?? '']: 'item-gone' } });
    const address = await caller.export(order);
    await caller.awaiting(address);
    expect(await caller.act(address, 'LeaveOutQuestioned')).toBe('Ok');
    const done = await caller.finished(address);
    expect(plain(done).filter((step) => step.endsWith('is left out'))).toHaveLength(2);
    expect(caller.lines(order).map(({ statusId }) => statusId)).toEqual([2, 2, 4]);
  });

  test('are all gone when it is cancelled', async () => {
    const { order, address, waiting } = await threeQuestions();
    expect(await caller.act(address, 'Cancel')).toBe('Ok');
    const done = await caller.finished(address);
    expect(done).toMatchObject({ IsCancelled: 'true', IsAwaitingAction: 'false', progress: waiting.progress, actions: [] });
    expect(plain(done).at(-1)).toBe('Info: Cancelled by the operator');
    expect(done.steps.flatMap(({ actions }) => actions)).toEqual([]);
    expect(caller.lines(order).every(({ canBePurchased }) => canBePurchased)).toBe(true);
  });
});

describe('the question before the order is placed', () => {
  test('comes after other questions, as an action of the activity', async () => {
    const order = caller.order({ lines: 1 });
    plan({ everyLine: 'price-changed', confirms: true });
    const address = await caller.export(order);
    await caller.awaiting(address);
    await caller.answer(address, /^Accept/);
    const asked = await caller.awaiting(address);
    expect(asked.steps.at(-1)).toMatchObject({ type: 'Question', message: 'All questions are answered, 1 line to buy.<br>Place the order now?', actions: [] });
    expect(asked.actions).toEqual([{ id: 'Cancel', name: 'Cancel' }, { id: 'PlaceOrder', name: 'Place the order' }]);
    expect(lineAt(caller.lines(order), 0).statusId).toBe(2);
    expect(await caller.act(address, 'PlaceOrder')).toBe('Ok');
    expect(plain(await caller.finished(address))).toContain('Info: Chosen: Place the order');
    expect(lineAt(caller.lines(order), 0).statusId).toBe(4);
  });

  test('does not come when nothing else was asked', async () => {
    const order = caller.order({ lines: 1 });
    plan({ confirms: true });
    expect(typesOf(await caller.finished(await caller.export(order)))).not.toContain('Question');
  });
});
