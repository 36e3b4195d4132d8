import { expect, test } from 'vitest';
import { createLineCache, createOrderCache } from '../../../main/orders/index.ts';
import { openDatabase } from '../../../main/storage/index.ts';
import { createCacheIntake } from '../../../main/sync/cache/intake.ts';
import { createOrderReader } from '../../../main/sync/cache/orders.ts';
import { noNetwork } from '../ordering/orders-platform.ts';
import { unusedClient } from '../otapi/unused-client.ts';
import { orderInfo } from '../receiving/order-lines.ts';

test('a reading of new orders that breaks off leaves no gap for ever', async () => {
  const database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  const now = () => Date.UTC(2026, 10, 23);
  const lineCache = createLineCache(database, { now });
  // One order an hour: 200 of them are eight days.
  const all = Array.from({ length: 200 }, (_, index) =>
    orderInfo(`ORD-${String(index + 1).padStart(10, '0')}`, {
      createdAt: new Date(Date.UTC(2026, 10, 1) + index * 3_600_000).toISOString().slice(0, 19),
    }),
  );
  let pagesUntilCut = 1;
  const client = {
    ...unusedClient,
    orders: {
      ...unusedClient.orders,
      async search({ createdFrom = '' }: { createdFrom?: string }, { position, size }: { position: number; size: number }) {
        if (pagesUntilCut === 0) throw noNetwork();
        pagesUntilCut -= 1;
        const matching = all.filter(({ createdAt }) => createdAt >= createdFrom).toReversed();
        return { items: matching.slice(position, position + size), total: matching.length };
      },
    },
  };
  const intake = createCacheIntake(lineCache, { onChange: () => {}, onOrders: () => {} });
  const orderCache = createOrderCache(database, { now });
  lineCache.storeOrders(all.slice(0, 1), now());
  const reader = createOrderReader({ client, orderCache, intake, now });
  const { signal } = new AbortController();
  await expect(reader.refresh(signal)).rejects.toThrow(/network|any|cut/);
  pagesUntilCut = 1_000;
  await reader.refresh(signal);
  expect(orderCache.count({}).count).toBe(200);
});
