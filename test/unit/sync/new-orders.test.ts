import { beforeEach, expect, test } from 'vitest';
import { createLineCache, createOrderCache, type LineCache, type OrderCache } from '../../../main/orders/index.ts';
import type { OrderInfo } from '../../../main/otapi/index.ts';
import { createCacheIntake } from '../../../main/sync/cache/intake.ts';
import { createOrderReader, type OrderReader } from '../../../main/sync/cache/orders.ts';
import { noNetwork } from '../ordering/orders-platform.ts';
import { unusedClient } from '../otapi/unused-client.ts';
import { orderInfo } from '../receiving/order-lines.ts';
import { openInMemory } from './journal-in-memory.ts';

const hourMs = 3_600_000;
const { signal } = new AbortController();
let all: OrderInfo[];
/** As many pages OT Platform still gives. */
let pagesLeft: number;
let lineCache: LineCache;
let orderCache: OrderCache;
let reader: OrderReader;

/** The order that is made so many hours after the first. */
function order(hour: number): OrderInfo {
  const createdAt = new Date(Date.UTC(2026, 0, 1) + hour * hourMs).toISOString().slice(0, 19);
  return orderInfo(`ORD-${String(hour + 1).padStart(10, '0')}`, { createdAt });
}

function ordersUntil(hour: number): OrderInfo[] {
  return Array.from({ length: hour }, (_, index) => order(index));
}

beforeEach(() => {
  const database = openInMemory();
  const now = () => Date.UTC(2026, 11, 1);
  lineCache = createLineCache(database, { now });
  orderCache = createOrderCache(database, { now });
  all = [];
  pagesLeft = Infinity;
  const client = {
    ...unusedClient,
    orders: {
      ...unusedClient.orders,
      async search(
        { createdFrom = '', orderIds }: { createdFrom?: string; orderIds?: string[] },
        { position, size }: { position: number; size: number },
      ) {
        if (pagesLeft === 0) throw noNetwork();
        pagesLeft -= 1;
        const wanted = ({ id, createdAt }: OrderInfo) => orderIds?.includes(id) ?? createdAt >= createdFrom;
        const matching = all.filter(wanted).toReversed();
        return { items: matching.slice(position, position + size), total: matching.length };
      },
    },
  };
  const intake = createCacheIntake(lineCache, { onChange: () => {}, onOrders: () => {} });
  reader = createOrderReader({ client, orderCache, intake, now });
});

test('an order that was read on its own hides none of those before it', async () => {
  all = ordersUntil(10);
  await reader.refresh(signal);
  all = ordersUntil(100);
  lineCache.storeOrders([order(99)], 1);
  await reader.refresh(signal);
  expect(orderCache.count({}).count).toBe(100);
});

test('after a long absence all new orders are read, however many there are', async () => {
  all = ordersUntil(1);
  await reader.refresh(signal);
  all = ordersUntil(2_300);
  await reader.refresh(signal);
  expect(all.filter(({ id }) => orderCache.order(id) === null)).toEqual([]);
});

test('a whole reading moves the mark, one that breaks off does not', async () => {
  all = ordersUntil(30);
  await reader.refresh(signal);
  expect(orderCache.wholeUpTo()).toBe(order(29).createdAt);
  all = ordersUntil(200);
  pagesLeft = 1;
  await expect(reader.refresh(signal)).rejects.toMatchObject({ kind: 'network' });
  expect(orderCache.wholeUpTo()).toBe(order(29).createdAt);
  pagesLeft = Infinity;
  await reader.refresh(signal);
  expect(orderCache.wholeUpTo()).toBe(order(199).createdAt);
});
