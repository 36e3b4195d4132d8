import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { PracticePlatform } from '../../../main/practice/index.ts';
import { itemOf, OrderingCaller } from './ordering-caller.ts';
import type { Fields } from './ordering-caller.ts';

const NOW = new Date('2026-11-23T08:00:00.500Z');

let platform: PracticePlatform;
let caller: OrderingCaller;

beforeEach(async () => {
  platform = await startPracticePlatform({ lines: 300, seed: 3, now: () => NOW, activityStepMs: 0 });
  caller = new OrderingCaller(platform);
  await caller.signIn();
  await caller.signInAsCustomer();
});

afterEach(() => platform.close());

async function available(): Promise<number> {
  return Number((await caller.account())['AvailableInternal']);
}

async function paymentInfo(salesId: string): Promise<Fields> {
  return (await caller.call('GetSalesPaymentInfo', { salesId })).root['Result'] as Fields;
}

async function transactions(limits = ''): Promise<Fields[]> {
  const parameters = { xmlSearchParameters: `<TransactionSearchParameters>${limits}</TransactionSearchParameters>`, framePosition: '0', frameSize: '50' };
  const { root } = await caller.call('SearchTransactions', parameters);
  const { Content } = root['Result'] as { Content: '' | { Item: Fields[] } };
  return Content === '' ? [] : Content.Item;
}

describe('PostTransaction', () => {
  test('deposits with isDebit true and withdraws with false, each time it is called', async () => {
    const before = await available();
    expect(await caller.deposit('100.10')).toBe('Ok');
    expect(await caller.deposit('100.10')).toBe('Ok');
    expect(await available()).toBeCloseTo(before + 200.2, 2);
    expect(await caller.deposit('0.20', { isDebit: 'false' })).toBe('Ok');
    expect(await available()).toBeCloseTo(before + 200, 2);
    expect(platform.control.madeCounts()).toMatchObject({ deposits: 2, withdrawals: 1, transactions: 3 });
  });

  test('adds up hundredths without drift', async () => {
    const before = (await caller.account())['AvailableInternal'];
    for (let times = 0; times < 30; times += 1) expect(await caller.deposit('0.1')).toBe('Ok');
    for (let times = 0; times < 10; times += 1) expect(await caller.deposit('0.3', { isDebit: 'false' })).toBe('Ok');
    expect((await caller.account())['AvailableInternal']).toBe(before);
  });

  test('withdraws no more than there is', async () => {
    const all = (await caller.account())['AvailableInternal'] ?? '';
    await caller.deposit('1');
    expect(await caller.deposit(String(Number(all) + 1.01), { isDebit: 'false' })).toBe('ContractViolation/InvalidInputValue');
    expect(await caller.deposit(String(Number(all) + 1), { isDebit: 'false' })).toBe('Ok');
    expect(await available()).toBe(0);
  });

  test.each([
    ['2026-11-20T10:20:30', '2026-11-20T10:20:30.000'],
    ['2026-11-20 10-20-30', '2026-11-20T10:20:30.000'],
    ['2026-11-20 10:20:30', '2026-11-20T10:20:30.000'],
    ['2026-11-20', '2026-11-20T00:00:00.000'],
    ['', '2026-11-23T08:00:00.500'],
  ])('takes the date %j', async (transactionDate, date) => {
    expect(await caller.deposit('5', { transactionDate })).toBe('Ok');
    expect((await transactions())[0]).toMatchObject({ TransactionDate: date });
  });

  test.each<[string, Fields]>([
    ['a date in words', { transactionDate: 'yesterday' }],
    ['a day that is none', { transactionDate: '2026-02-30T10:00:00' }],
    ['an hour that is none', { transactionDate: '2026-11-20T25:00:00' }],
    ['an amount with a comma', { amount: '1,5' }],
    ['an amount of nothing', { amount: '0.00' }],
    ['an amount below 0', { amount: '-5' }],
    ['parts of a hundredth', { amount: '1.005' }],
    ['no amount', { amount: '' }],
    ['a direction that is none', { isDebit: 'yes' }],
  ])('with %s moves nothing', async (_, parameters) => {
    expect(await caller.deposit('5', parameters)).toBe('ValidationError');
    expect(platform.control.madeCounts().transactions).toBe(0);
  });

  test('knows only customers of the instance', async () => {
    for (const customerId of ['1', 'x', '999999']) expect(await caller.deposit('5', { customerId })).toBe('NotFound');
  });
});

describe('SalesPaymentReserve', () => {
  test('pays the rest, and then the lines can be exported', async () => {
    const { Id: salesId = '', TotalAmount = '' } = await caller.simpleOrder();
    const before = await available();
    expect(await caller.deposit(TotalAmount)).toBe('Ok');
    const { root } = await caller.call('SalesPaymentReserve', { salesId, amount: TotalAmount });
    const info = { SalesId: salesId, CustId: caller.customer().id, SalesAmount: TotalAmount, SalesPaid: TotalAmount, CurrencyCode: 'KZT' };
    expect(root['Result']).toMatchObject(info);
    expect(await paymentInfo(salesId)).toMatchObject({ ...info, CustBalanceAvail: String(before) });
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '20', RemainAmount: '0', PaidAmount: TotalAmount, IsPaid: 'true', CanAccept: '1', CanPurchaseItems: '1' });
    const [line] = await caller.linesOfOrder(salesId);
    expect(line).toMatchObject({ StatusId: '2', StatusName: 'Paid', CanBePurchased: 'true', IsPaid: 'true' });
    expect((await caller.searchLines(`<OrderSearchParameters><Id>${salesId}</Id></OrderSearchParameters><CanBePurchased>1</CanBePurchased>`)).total).toBe(1);
  });

  test.each([
    ['goods with configurations', 'clean', true],
    ['goods without them, which miss none', 'configuration-missing', false],
  ] as const)('leads to an export that buys %s', async (_, everyLine, hasConfigurations) => {
    const [goods] = platform.control.goods({ state: 'fine', providerType: 'Taobao', hasConfigurations, limit: 1 });
    if (goods === undefined) throw new Error('the world has no such goods');
    const { Id: salesId = '' } = await caller.madeOrder(itemOf(goods, 1));
    await caller.payInFull(salesId);
    const session = platform.control.addProviderSession({ providerType: 'Taobao', name: 'wang_01' });
    platform.control.nextActivity({ kind: 'export', everyLine, providerFails: false });
    const xmlParameters = `<Parameters><OrderId>${salesId}</OrderId></Parameters>`;
    expect(await caller.codesOf('RunOrderExportingToProvider', { providerType: 'Taobao', providerSessionId: session.id, xmlParameters })).toBe('Ok');
    await expect.poll(() => platform.control.purchaseLines(salesId)[0]?.statusId).toBe(4);
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '30', RemainAmount: '0', IsPaid: 'true' });
  });

  test('in parts leaves the lines waiting until the last one', async () => {
    const { Id: salesId = '', TotalAmount = '' } = await caller.simpleOrder();
    await caller.deposit(TotalAmount);
    expect(await caller.reserve(salesId, '0.01')).toBe('Ok');
    const rest = (Number(TotalAmount) - 0.01).toFixed(2);
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '10', PaidAmount: '0.01', RemainAmount: String(Number(rest)), IsPaid: 'false' });
    expect(await caller.reserve(salesId, rest)).toBe('Ok');
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '20', RemainAmount: '0' });
  });

  test('takes neither more than the account has nor more than the order needs', async () => {
    const { Id: salesId = '', TotalAmount = '' } = await caller.simpleOrder(90);
    const free = await available();
    expect(free).toBeLessThan(Number(TotalAmount));
    expect(await caller.reserve(salesId, (free + 0.01).toFixed(2))).toBe('ContractViolation/InvalidInputValue');
    await caller.deposit(TotalAmount);
    expect(await caller.reserve(salesId, (Number(TotalAmount) + 0.01).toFixed(2))).toBe('ContractViolation/InvalidInputValue');
    expect(await caller.reserve(salesId, 'all')).toBe('ValidationError');
    expect(await caller.reserve('ORD-0000099999', '1')).toBe('NotFound');
    expect(platform.control.madeCounts().payments).toBe(0);
    expect(await caller.reserve(salesId, TotalAmount)).toBe('Ok');
    expect(await caller.reserve(salesId, '0.01')).toBe('ContractViolation/InvalidInputValue');
  });

  test('pays orders of the world that await it', async () => {
    const { items } = await caller.searchOrders('<StatusIdList><Id>10</Id></StatusIdList>');
    const { Id: salesId = '', RemainAmount = '', CustId = '' } = items[0] ?? {};
    expect(await caller.deposit(RemainAmount, { customerId: CustId })).toBe('Ok');
    expect(await caller.reserve(salesId, RemainAmount)).toBe('Ok');
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '20', RemainAmount: '0' });
  });
});

describe('PaymentPersonalAccount', () => {
  test("pays a customer's own order and no other", async () => {
    const { Id: salesId = '', TotalAmount = '' } = await caller.simpleOrder();
    await caller.deposit(TotalAmount);
    const pay = (amount: string): Promise<string> => caller.codesAsCustomer('PaymentPersonalAccount', { salesId, amount });
    await caller.signInAsCustomer(1);
    expect(await pay('1')).toBe('NotFound');
    await caller.signInAsCustomer();
    expect(await pay((Number(TotalAmount) + 1).toFixed(2))).toBe('ContractViolation/InvalidInputValue');
    expect(await pay(TotalAmount)).toBe('Ok');
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '20', PaidAmount: TotalAmount });
  });
});

describe("a customer's account", () => {
  test('tells what is free, reserved and awaited, in both currencies', async () => {
    const before = await caller.account();
    const { Id: first = '', TotalAmount = '' } = await caller.simpleOrder();
    await caller.madeOrder(itemOf(caller.fineGoods(1), 1));
    await caller.deposit(String(Number(TotalAmount) + 50));
    await caller.reserve(first, TotalAmount);
    const account = await caller.account();
    const number = (name: string): number => Number(account[name]);
    expect(number('AvailableInternal')).toBeCloseTo(Number(before['AvailableInternal']) + 50, 2);
    expect(number('ReservedInternal')).toBeCloseTo(Number(before['ReservedInternal']) + Number(TotalAmount), 2);
    expect(number('BalanceInternal')).toBeCloseTo(number('AvailableInternal') + number('ReservedInternal'), 2);
    expect(number('PaymWaitInternal')).toBeGreaterThan(Number(before['PaymWaitInternal']));
    for (const name of ['Balance', 'Reserved', 'Available', 'PaymWait', 'CurrencyCode', 'CurrencySign']) expect(account[`${name}Cust`]).toBe(account[`${name}Internal`]);
    expect(account).toMatchObject({ CurrencyCodeInternal: 'KZT', Id: account['Num'] });
    expect((await caller.orderInfo(first))['UserAccountAvailableAmount']).toBe(account['AvailableInternal']);
    expect(await caller.codesOf('GetAccountInfoForOperator', { customerId: '1' })).toBe('NotFound');
  });
});

describe('SearchTransactions', () => {
  test('lists what moved on accounts, newest first, within the limits', async () => {
    const { Id: salesId = '', TotalAmount = '' } = await caller.simpleOrder();
    await caller.deposit('7', { transactionDate: '2026-11-20T10:00:00', comment: 'cash & card' });
    await caller.deposit('2', { transactionDate: '2026-11-21T23:59:59', isDebit: 'false' });
    await caller.deposit(TotalAmount, { transactionDate: '2026-11-22T00:00:00' });
    await caller.reserve(salesId, TotalAmount);
    await caller.codesOf('CancelSalesOrderForOperator', { salesId });
    const all = await transactions();
    expect(all.map(({ IsDebit, Amount, SalesId }) => [IsDebit, Amount, SalesId])).toEqual([
      ['true', TotalAmount, salesId],
      ['false', TotalAmount, salesId],
      ['true', TotalAmount, undefined],
      ['false', '2', undefined],
      ['true', '7', undefined],
    ]);
    expect(all[4]).toMatchObject({ Comment: 'cash & card', CustomerId: caller.customer().id, OperatorId: '17', CurrencyCode: 'KZT', CreatedDateTime: '2026-11-23T08:00:00.500' });
    expect((await transactions('<DateFrom>2026-11-21T00:00:00</DateFrom><DateTo>2026-11-21T23:59:59</DateTo>')).map(({ Amount }) => Amount)).toEqual(['2']);
    const page = await caller.call('SearchTransactions', { xmlSearchParameters: '<TransactionSearchParameters/>', framePosition: '1', frameSize: '2' });
    expect(page.root['Result']).toMatchObject({ TotalCount: '5', Content: { Item: all.slice(1, 3) } });
    expect(await caller.codesOf('SearchTransactions', { xmlSearchParameters: '<TransactionSearchParameters><DateTo>today</DateTo></TransactionSearchParameters>', framePosition: '0', frameSize: '1' })).toBe('ValidationError');
  });
});
