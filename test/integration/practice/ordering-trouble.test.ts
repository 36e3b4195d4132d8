import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { FaultEffect, PracticePlatform } from '../../../main/practice/index.ts';
import { OrderingCaller } from './ordering-caller.ts';

let folder: string;
let platform: PracticePlatform;
let caller: OrderingCaller;

const worldFile = (): string => join(folder, 'world.json');

async function start(): Promise<void> {
  platform = await startPracticePlatform({ lines: 300, seed: 3, worldFile: worldFile() });
  caller = new OrderingCaller(platform);
  await caller.signIn();
  await caller.signInAsCustomer();
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'practice-orders-'));
  await start();
});

afterEach(async () => {
  await platform.close();
  await rm(folder, { recursive: true });
});

/** What the file holds at this moment: what a power cut would leave. */
async function kept(): Promise<{ kind: string; what?: string }[]> {
  return (JSON.parse(await readFile(worldFile(), 'utf8')) as { changes: { kind: string; what?: string }[] }).changes;
}

const addFault = (method: string, effect: FaultEffect): void => platform.control.addFault({ method, times: 1, effect });

/** Each of the calls that must not be repeated blindly, and how often it has been done. */
async function calls(): Promise<Record<string, { call: () => Promise<unknown>; done: () => number }>> {
  const { Id: salesId = '' } = await caller.simpleOrder();
  await caller.deposit('20');
  const made = platform.control.madeCounts();
  return {
    AddOrder: { call: () => caller.simpleOrder(), done: () => platform.control.madeCounts().orders - made.orders },
    PostTransaction: { call: () => caller.deposit('5'), done: () => platform.control.madeCounts().deposits - made.deposits },
    SalesPaymentReserve: { call: () => caller.reserve(salesId, '5'), done: () => platform.control.madeCounts().payments },
  };
}

const METHODS = ['AddOrder', 'PostTransaction', 'SalesPaymentReserve'];

describe.each(METHODS)('%s', (method) => {
  test.each(['lost-answer', 'truncated-body'] as const)('with the fault %s is done, and done again when it is repeated', async (kind) => {
    const { call, done } = (await calls())[method] ?? {};
    addFault(method, { kind });
    await expect(call?.()).rejects.toThrow(/fetch failed|terminated/);
    expect(done?.()).toBe(1);
    await call?.();
    expect(done?.()).toBe(2);
    expect(platform.control.requests().at(-2)).toMatchObject({ methodName: method, outcome: kind });
  });

  test('that never arrives is not done', async () => {
    const { call, done } = (await calls())[method] ?? {};
    addFault(method, { kind: 'reset' });
    await expect(call?.()).rejects.toThrow('fetch failed');
    expect(done?.()).toBe(0);
    const counts = () => platform.control.counts();
    const before = counts()[method] ?? 0;
    await call?.();
    expect([done?.(), counts()[method]]).toEqual([1, before + 1]);
  });
});

describe('the world file', () => {
  test('has every order and every movement of money before it is answered', async () => {
    const { Id: salesId = '', TotalAmount = '' } = await caller.simpleOrder();
    expect((await kept()).map(({ kind }) => kind)).toEqual(['order-added']);
    await caller.deposit(TotalAmount);
    expect((await kept()).at(-1)).toMatchObject({ kind: 'money-moved', what: 'deposit' });
    await caller.reserve(salesId, TotalAmount);
    expect((await kept()).map(({ kind, what }) => what ?? kind)).toEqual(['order-added', 'deposit', 'payment', 'line-changed']);
    await caller.codesOf('UpdateOrderForOperator', { orderId: salesId, xmlUpdateData: '<OrderUpdateData><AdditionalInfo>x</AdditionalInfo></OrderUpdateData>' });
    expect((await kept()).at(-1)).toMatchObject({ kind: 'order-changed' });
    const { Id: unpaid = '' } = await caller.simpleOrder();
    await caller.codesOf('CancelSalesOrderForOperator', { salesId: unpaid });
    expect((await kept()).slice(-2).map(({ kind }) => kind)).toEqual(['order-added', 'line-changed']);
  });

  test('has an order whose answer was lost', async () => {
    addFault('AddOrder', { kind: 'lost-answer' });
    await expect(caller.simpleOrder()).rejects.toThrow('fetch failed');
    expect((await kept()).map(({ kind }) => kind)).toEqual(['order-added']);
  });

  test('brings orders, money, goods and histories back as they were', async () => {
    const { Id: salesId = '' } = await caller.simpleOrder();
    await caller.payInFull(salesId);
    const [line] = await caller.linesOfOrder(salesId);
    const xmlSplitData = '<OrderLineSplitData><SeparatedItemsCount>1</SeparatedItemsCount></OrderLineSplitData>';
    expect(await caller.codesOf('SplitOrderLineForOperator', { orderId: salesId, orderLineId: line?.['Id'] ?? '', xmlSplitData })).toBe('Ok');
    const { Id: second = '' } = await caller.simpleOrder(1);
    await caller.codesOf('CancelSalesOrderForOperator', { salesId: second });
    await caller.codesOf('CloseSalesOrderForOperator', { salesId: second });
    platform.control.setGoodsState(caller.fineGoods(3).itemId, { kind: 'short-stock', stock: 7 });
    // Pictures have another address after every start.
    const withoutOrigin = (value: unknown): string => JSON.stringify(value).replaceAll(platform.origin, '');
    const seen = async (): Promise<unknown[]> => [
      withoutOrigin(await Promise.all([salesId, second].flatMap((id) => [caller.orderInfo(id), caller.linesOfOrder(id)]))),
      (await caller.call('GetSalesProcessLog', { salesId })).root['Result'],
      await caller.account(),
      platform.control.goods({ limit: 1000 }),
      platform.control.madeCounts(),
    ];
    const before = await seen();
    await platform.close();
    await start();
    expect(await seen()).toEqual(before);
    expect(await caller.linesOfOrder(salesId)).toHaveLength(2);
    const third = await caller.simpleOrder();
    expect(Number(third['Id']?.slice(4))).toBe(Number(second.slice(4)) + 1);
  });
});
