import { beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, createOrderCache, type LineCache, type OrderCache, type OrderListQuery } from '../../../main/orders/index.ts';
import type { OrderInfo } from '../../../main/otapi/index.ts';
import { openDatabase } from '../../../main/storage/index.ts';
import { orderInfo, orderLine, waybill } from '../receiving/order-lines.ts';

let cache: LineCache;
let orders: OrderCache;
let now: number;

beforeEach(() => {
  now = 1_000_000;
  const database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  cache = createLineCache(database, { now: () => now });
  orders = createOrderCache(database, { now: () => now });
});

function idOf(number: number): string {
  return `ORD-${String(number).padStart(10, '0')}`;
}

function put(number: number, values: Partial<OrderInfo> = {}, readAt = 1): void {
  cache.storeOrders([orderInfo(idOf(number), { createdAt: `2026-11-${String(number).padStart(2, '0')}T10:00:00.5`, ...values })], readAt);
}

function numbers(query: OrderListQuery = {}): number[] {
  return orders.list(query, null, 100).orders.map(({ displayId }) => Number(displayId));
}

describe('a list of orders', () => {
  test('is by the time of creation, then by number, the newest first', () => {
    for (const number of [3, 1, 2]) put(number);
    put(9, { createdAt: '2026-11-02T10:00:00.5' });
    expect(numbers()).toEqual([3, 9, 2, 1]);
  });

  test.each<[string, OrderListQuery]>([
    ['everything', {}],
    ['several statuses', { statusIds: [20, 30] }],
    ['a customer', { customer: 'customer' }],
    ['a text', { text: 'customer' }],
  ])('of %s repeats and leaves out nothing when it is read page by page while orders come', (_name, query) => {
    for (let number = 1; number <= 25; number += 1) {
      put(number, { status: { id: number % 2 === 0 ? 20 : 30, name: '' }, createdAt: `2026-11-${10 + Math.floor(number / 5)}` });
    }
    const read: number[] = [];
    let after: string | null = null;
    let newer = 26;
    do {
      const page = orders.list(query, after, 4);
      read.push(...page.orders.map(({ displayId }) => Number(displayId)));
      put(newer, { status: { id: 20, name: '' }, createdAt: '2026-11-28' });
      newer += 1;
      after = page.next;
    } while (after !== null);
    expect(read).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
  });

  test('says a wrong place', () => {
    expect(() => orders.list({}, 'nowhere', 5)).toThrow(RangeError);
    expect(() => orders.list({}, '[1,"2"]', 5)).toThrow(RangeError);
  });

  test('is limited by what a person asks for', () => {
    put(1, { status: { id: 20, name: 'New' }, isPaid: false, providerType: 'Alibaba1688' });
    put(2, { status: { id: 40, name: 'Done' }, isCompleted: true, customerId: '77', customerName: 'Ёлкин Иван', customerLogin: 'Ivan' });
    put(3, { status: { id: 50, name: 'Cancelled' }, isCancelled: true });
    const found = (query: OrderListQuery) => numbers(query).join(' ');
    expect([found({ statusIds: [20] }), found({ statusIds: [20, 50] }), found({ statusIds: [99] })]).toEqual(['1', '3 1', '']);
    expect([found({ isPaid: true }), found({ isPaid: false })]).toEqual(['3 2', '1']);
    expect([found({ isOpen: true }), found({ isOpen: false })]).toEqual(['1', '3 2']);
    expect(found({ providerType: 'Taobao' })).toBe('3 2');
    expect(['77', 'ivan', 'елкин', 'nobody'].map((customer) => found({ customer }))).toEqual(['2', '2', '2', '']);
    expect(found({ createdFrom: '2026-11-02', createdTo: '2026-11-02' })).toBe('2');
    expect(found({ createdTo: '2026-11-02', isOpen: true })).toBe('1');
    expect(found({ statusIds: [40, 50], customer: '77', isPaid: true, createdFrom: '2026-11-01' })).toBe('2');
  });

  test('is found by numbers and words of orders and of their lines', () => {
    put(1, { customerComment: '[ref:WS-417/b ws:8k2m4q7x] fragile' });
    put(2, { customerName: '王芳' });
    put(3, { additionalInfo: 'urgent' });
    cache.store(
      [
        orderLine('501', { orderId: idOf(2), waybill, providerOrderId: '2893000111', itemId: 'abb-77', titleTranslated: 'Red lamp' }),
        orderLine('502', { orderId: idOf(3), waybill: '', providerOrderId: '', itemId: '78' }),
      ],
      1,
    );
    const found = (text: string) => numbers({ text }).join(' ');
    expect(['ORD-1', idOf(1), '417', 'ws-417', 'FRAG', '8k2m4q7x'].map(found)).toEqual(Array(6).fill('1'));
    expect(found('1')).toBe('3 1');
    expect([waybill, '2893000111', 'abb-77', '77', '芳', 'lamp red', '501'].map(found)).toEqual(Array(7).fill('2'));
    expect(['urg', '78', '杯'].map(found)).toEqual(['3', '3', '3 2']);
    expect([found('1042'), numbers({ text: '1042', isPaid: false })]).toEqual(['3 1', []]);
  });

  test('is found alone by its own reference, also when that begins those of others', () => {
    put(1, { customerComment: '[ref:SHOP-1 ws:8k2m4q7x]' });
    put(2, { customerComment: '[ref:SHOP-12 ws:8k2m4q7y]' });
    put(3, { customerComment: '[ref:SHOP-1 ws:8k2m4q7z] a copy' });
    expect([numbers({ text: 'SHOP-1' }), numbers({ text: ' SHOP-12 ' }), numbers({ text: 'shop' })]).toEqual([[3, 1], [2], [3, 2, 1]]);
  });

  test('is found by a part of its customer’s name or login', () => {
    put(1, { customerId: '5', customerName: 'Bat Erdene', customerLogin: 'bat_1042' });
    expect([numbers({ customer: '1042' }), numbers({ customer: 'erd' }), numbers({ customer: 'x' })]).toEqual([[1], [1], []]);
  });
});

describe('what occurs in the cache', () => {
  test('is counted, up to a number', () => {
    cache.storeOrders(Array.from({ length: 10_001 }, (_, index) => orderInfo(idOf(index))), 1);
    expect(orders.count({})).toEqual({ count: 10_000, more: true });
    expect(orders.count({ isPaid: false })).toEqual({ count: 0, more: false });
    expect(orders.count({ text: 'customer' })).toEqual({ count: 2_000, more: true });
  });

  test('are statuses with their latest names, providers and customers', () => {
    put(1, { status: { id: 30, name: 'old name' }, customerId: '5', customerName: 'Bat', customerLogin: 'b' });
    put(2, { status: { id: 30, name: 'Ordered' }, providerType: 'Alibaba1688', customerId: '6', customerName: 'Älva', customerLogin: 'x' });
    put(3, { status: { id: 20, name: 'New' }, providerType: '' });
    expect(orders.statuses()).toEqual([
      { id: 20, name: 'New' },
      { id: 30, name: 'Ordered' },
    ]);
    expect(orders.providers()).toEqual([
      { type: 'Alibaba1688', name: 'Alibaba1688' },
      { type: 'Taobao', name: 'Taobao' },
    ]);
    expect(orders.customers('alv')).toEqual([{ id: '6', name: 'Älva', login: 'x' }]);
    expect(orders.customers('').map(({ id }) => id)).toEqual(['5', '1042', '6']);
    put(1, { customerId: '5', customerName: 'Bold', customerLogin: 'b' }, 2);
    expect([orders.customers('bat'), orders.customers('bold').length]).toEqual([[], 1]);
  });

  test('is empty at first', () => {
    expect([orders.statuses(), orders.providers(), orders.customers(''), orders.newestCreatedAt()]).toEqual([[], [], [], null]);
    expect([orders.count({}), orders.list({}, null, 5)]).toEqual([
      { count: 0, more: false },
      { orders: [], next: null },
    ]);
  });
});

describe('an order', () => {
  const whole = orderInfo(idOf(7), {
    totalAmount: 12.5,
    remainAmount: 2,
    itemsCount: 3,
    weight: null,
    deliveryAddress: {
      lastName: 'Bat',
      firstName: 'Anna',
      middleName: '',
      country: 'Mongolia',
      region: '',
      city: 'Ulaanbaatar',
      address: '1',
      postalCode: '',
      phone: '',
    },
  });

  test('is kept with all that OT Platform tells, and with its lines', () => {
    cache.store([orderLine('2', { orderId: idOf(7), lineNumber: 2 }), orderLine('1', { orderId: idOf(7) })], 4);
    cache.storeOrders([whole], 5);
    expect(orders.order(idOf(7))).toMatchObject({ order: { ...whole, readAt: 5 }, lines: [{ id: '1' }, { id: '2' }], whole: null });
    expect(orders.order(idOf(8))).toBeNull();
  });

  test('that was read on its own has the whole lines of that reading', () => {
    const lines = [orderLine('1', { orderId: idOf(7), price: 9.5 })];
    cache.storeDetails({ order: whole, lines }, 5);
    cache.storeDetails({ order: { ...whole, itemsCount: 9 }, lines: [] }, 4);
    expect(orders.order(idOf(7))).toMatchObject({ order: { itemsCount: 3 }, whole: { lines, readAt: 5 } });
  });

  test('is replaced by a later reading, and by no earlier one', () => {
    cache.storeOrders([whole], 5);
    cache.storeOrders([{ ...whole, customerName: 'earlier' }], 4);
    expect([orders.order(idOf(7))?.order.customerName, numbers({ text: 'earlier' })]).toEqual(['customer 1042', []]);
    cache.storeOrders([{ ...whole, customerName: 'later', status: { id: 40, name: 'Done' } }], 6);
    expect(orders.order(idOf(7))?.order).toMatchObject({ customerName: 'later', readAt: 6 });
    expect([numbers({ text: 'later' }), numbers({ text: '1042' }), numbers({ statusIds: [30] })]).toEqual([[7], [], []]);
  });

  test('without a number of its own, or with that of another, is kept beside it', () => {
    cache.storeOrders([whole, { ...whole, id: 'X-7', displayId: 'X-7' }, { ...whole, id: 'gift', displayId: 'gift' }], 5);
    expect(['X-7', 'gift', idOf(7)].map((id) => orders.order(id)?.order.id)).toEqual(['X-7', 'gift', idOf(7)]);
    expect(orders.list({}, null, 10).orders).toHaveLength(3);
  });

  test('that is gone is forgotten', () => {
    cache.storeDetails({ order: whole, lines: [] }, 5);
    cache.removeOrder(idOf(7));
    expect([orders.order(idOf(7)), numbers(), numbers({ text: 'customer' })]).toEqual([null, [], []]);
  });

  test('that is open and was not read for long is told, the longest unread first', () => {
    put(1, {}, now - 500);
    put(2, {}, now - 900);
    put(3, { isCompleted: true }, now - 900);
    put(4, {}, now - 10);
    expect(orders.openIdsUnreadFor(100, 10)).toEqual([idOf(2), idOf(1)]);
    expect(orders.openIdsUnreadFor(100, 1)).toEqual([idOf(2)]);
    expect(orders.newestCreatedAt()).toBe('2026-11-04T10:00:00.5');
  });
});
