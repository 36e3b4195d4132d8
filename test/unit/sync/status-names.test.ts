import { beforeEach, expect, test } from 'vitest';
import { createLineCache, createOrderCache, createStatusNames, type LineCache, type OrderCache, type StatusNames } from '../../../main/orders/index.ts';
import type { StatusName } from '../../../main/otapi/index.ts';
import { createStatusNameReader, type StatusNameReader } from '../../../main/sync/cache/status-names.ts';
import { unusedClient } from '../otapi/unused-client.ts';
import { orderInfo, orderLine } from '../receiving/order-lines.ts';
import { openInMemory } from './journal-in-memory.ts';
import { failure } from './world-in-memory.ts';

const words = {
  en: { orders: [{ id: 20, name: 'Paid' }], lines: [{ id: 4, name: 'Ordered' }] },
  ru: { orders: [{ id: 20, name: 'Оплачен' }], lines: [{ id: 4, name: 'Заказан' }] },
};

let lineCache: LineCache;
let orderCache: OrderCache;
let statusNames: StatusNames;
let reader: StatusNameReader;
let language: keyof typeof words;
let isOnline: boolean;
let told: boolean[];
let calls: string[];
let unexpected: unknown[];
let answer: (names: StatusName[]) => Promise<StatusName[]>;

beforeEach(() => {
  const database = openInMemory();
  lineCache = createLineCache(database, { now: () => 10 });
  orderCache = createOrderCache(database, { now: () => 10 });
  statusNames = createStatusNames(database);
  language = 'en';
  isOnline = true;
  told = [];
  calls = [];
  unexpected = [];
  answer = async (names) => names;
  function list(of: 'orders' | 'lines'): Promise<StatusName[]> {
    calls.push(`${of} ${language}`);
    return answer(words[language][of]);
  }
  reader = createStatusNameReader({
    client: { lists: { ...unusedClient.lists, orderStatuses: () => list('orders'), lineStatuses: () => list('lines') } },
    statusNames,
    language: () => language,
    isOnline: () => isOnline,
    onNames: (isTranslated) => told.push(isTranslated),
    onUnexpected: (error) => unexpected.push(error),
  });
  lineCache.storeOrders([orderInfo('ORD-0000000001', { status: { id: 20, name: 'Paid, as it was read' } })], 1);
  lineCache.store([{ ...orderLine('1', { orderId: 'ORD-0000000001' }), status: { id: 4, name: 'Ordered, as it was read' } }], 1);
});

/** The names of the order's status: in the list, in the choices, on its own, of its line, and of its line on its own. */
function names(): (string | undefined)[] {
  const known = orderCache.order('ORD-0000000001');
  return [
    orderCache.list({}, null, 10).orders[0]?.status.name,
    orderCache.statuses()[0]?.name,
    known?.order.status.name,
    known?.lines[0]?.status.name,
    lineCache.find(['1'])[0]?.status.name,
  ];
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test('statuses have the names with which they were read until the names of the language are known', async () => {
  expect(names()).toEqual(['Paid, as it was read', 'Paid, as it was read', 'Paid, as it was read', 'Ordered, as it was read', 'Ordered, as it was read']);
  reader.look();
  await settled();
  expect(names()).toEqual(['Paid', 'Paid', 'Paid', 'Ordered', 'Ordered']);
  expect(told).toEqual([false]);
});

test('another language gives every order and line its names, without reading them again', async () => {
  reader.look();
  await settled();
  language = 'ru';
  reader.look();
  await settled();
  expect(names()).toEqual(['Оплачен', 'Оплачен', 'Оплачен', 'Заказан', 'Заказан']);
  expect(told).toEqual([false, true]);
});

test('a status that the list does not name keeps its own', async () => {
  lineCache.storeOrders([orderInfo('ORD-0000000001', { status: { id: 77, name: 'Own status' } })], 2);
  reader.look();
  await settled();
  expect(names().slice(0, 3)).toEqual(['Own status', 'Own status', 'Own status']);
});

test('nothing is asked while the names are in the language, or without a network', async () => {
  isOnline = false;
  reader.look();
  await settled();
  expect(calls).toEqual([]);
  isOnline = true;
  reader.look();
  await settled();
  reader.look();
  await settled();
  expect(calls).toEqual(['orders en', 'lines en']);
});

test('a language that is changed while the names are on their way is read, too', async () => {
  const held: (() => void)[] = [];
  answer = (list) => new Promise((resolve) => held.push(() => resolve(list)));
  reader.look();
  language = 'ru';
  reader.look();
  answer = async (list) => list;
  for (const arrive of held) arrive();
  await settled();
  expect(calls).toEqual(['orders en', 'lines en', 'orders ru', 'lines ru']);
  expect([statusNames.language(), names()[0]]).toEqual(['ru', 'Оплачен']);
});

test('a refusal leaves the names as they are, and the next look asks again', async () => {
  answer = async () => Promise.reject(failure('api', { errorCode: 'AccessDenied' }));
  reader.look();
  await settled();
  expect([names()[0], unexpected]).toEqual(['Paid, as it was read', []]);
  answer = async (list) => list;
  reader.look();
  await settled();
  expect(names()[0]).toBe('Paid');
});
