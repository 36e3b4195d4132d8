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

describe('an export that goes wrong', () => {
  test('at the provider buys nothing', async () => {
    const order = caller.order({ lines: 2 });
    plan({ providerFails: true });
    const done = await caller.finished(await caller.export(order));
    expect(done.steps.at(-1)?.type).toBe('Error');
    expect(done.steps.at(-1)?.message).toMatch(/^Taobao answered with an error, nothing was bought:<br><b>.+<\/b>$/);
    expect(caller.lines(order).every(({ canBePurchased }) => canBePurchased)).toBe(true);
  });

  test('with a discount warns, line by line', async () => {
    const order = caller.order({ lines: 2 });
    const lost = lineAt(order.lines, 1);
    plan({ byLine: { [lost.lineId]: 'discount-lost' }, pricePercent: 50 });
    const done = await caller.finished(await caller.export(order));
    expect(plain(done).at(-2)).toMatch(new RegExp(`^Warning: Line ${lost.lineNumber} \\(${lost.lineId}\\): the discount was lost, `));
    expect(caller.lines(order).map(({ priceWarning }) => priceWarning)).toEqual(['Ok', 'BigOverpayment']);
    expect(lineAt(caller.lines(order), 1).purchasePrice).toBeCloseTo(lost.price * 1.5, 1);
  });

  test('with a discount costs the full price when nothing else is said', async () => {
    const order = caller.order({ lines: 1 });
    const { lineId, price } = lineAt(order.lines, 0);
    plan({ everyLine: 'discount-lost' });
    await caller.finished(await caller.export(order));
    const full = Number((await caller.line(order.orderId, lineId))['TaoBaoPrice']);
    const { purchasePrice } = lineAt(caller.lines(order), 0);
    expect(purchasePrice).toBe(full > price ? full : Math.round(price * 108) / 100);
    expect(purchasePrice).toBeGreaterThan(price);
  });

  test('refuses goods of Tmall and buys the rest', async () => {
    const order = caller.order({ lines: 2, tmall: 1 });
    const tmall = order.lines.find(({ isTmall }) => isTmall);
    const details = await caller.line(order.orderId, tmall?.lineId ?? '');
    expect(details['ItemExternalURL']).toMatch(/^https:\/\/detail\.tmall\.com\/item\.htm\?id=\d{12}$/);
    expect(details['CanBePurchased']).toBe('true');
    const done = await caller.finished(await caller.export(order));
    const error = done.steps.find(({ type }) => type === 'Error');
    expect(error?.message).toContain(`<b>${tmall?.lineNumber}</b> (${tmall?.lineId})`);
    expect(error?.message).toContain('Goods of Tmall cannot be exported');
    expect(caller.lines(order).map(({ isTmall, statusId }) => [isTmall, statusId])).toEqual(order.lines.map(({ isTmall }) => [isTmall, isTmall ? 2 : 4]));
  });

  test('names lines that are bound, unpaid or past buying, and goes on with the rest', async () => {
    const order = caller.order({ lines: 4 });
    const [bound, unpaid, received, good] = order.lines;
    caller.control.setLineFields(bound?.lineId ?? '', { vendPurchId: '2800000000000000007', statusId: 4 });
    caller.control.setLineFields(unpaid?.lineId ?? '', { statusId: 1 });
    caller.control.setLineFields(received?.lineId ?? '', { statusId: 6 });
    const done = await caller.finished(await caller.export(order, order.lines.map(({ lineId }) => lineId)));
    expect(plain(done).slice(1, 4)).toEqual([
      `Warning: Line ${bound?.lineNumber} (${bound?.lineId}) is bound to provider order 2800000000000000007 already`,
      `Error: Line ${unpaid?.lineNumber} (${unpaid?.lineId}) is not paid`,
      `Error: Line ${received?.lineNumber} (${received?.lineId}) cannot be bought in its status`,
    ]);
    expect(plain(done).at(-1)).toContain('Ordered: 1 line.');
    expect(caller.lines(order).find(({ lineId }) => lineId === good?.lineId)?.statusId).toBe(4);
  });

  test('ends with an error when only such lines were asked for', async () => {
    const order = caller.order({ lines: 1 });
    caller.control.setLineFields(lineAt(order.lines, 0).lineId, { statusId: 1 });
    const done = await caller.finished(await caller.export(order, [lineAt(order.lines, 0).lineId]));
    expect(typesOf(done)).toEqual(['Info', 'Error', 'Error']);
    expect(plain(done).at(-1)).toBe('Error: No line is left to buy, nothing was bought');
  });

  test('sees what another station did while a question was open', async () => {
    const order = caller.order({ lines: 2 });
    const [asked, other] = order.lines;
    plan({ byLine: { [asked?.lineId ?? '']: 'price-changed' } });
    const address = await caller.export(order);
    await caller.awaiting(address);
    caller.control.setLineFields(other?.lineId ?? '', { statusId: 13 });
    await caller.answer(address, /^Accept/);
    expect(plain(await caller.finished(address))).toContainEqual(`Error: Line ${other?.lineNumber} (${other?.lineId}) cannot be bought in its status`);
    expect(caller.lines(order).map(({ statusId }) => statusId)).toEqual([4, 13]);
  });

  test('buys nothing when another station has left it nothing', async () => {
    const order = caller.order({ lines: 1 });
    plan({ everyLine: 'price-changed' });
    const address = await caller.export(order);
    await caller.awaiting(address);
    caller.control.setLineFields(lineAt(order.lines, 0).lineId, { statusId: 13 });
    await caller.answer(address, /^Accept/);
    expect(plain(await caller.finished(address)).at(-1)).toBe('Error: No line is left to buy, nothing was bought');
  });
});
