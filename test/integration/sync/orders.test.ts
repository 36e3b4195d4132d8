import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOrderCache, type OrderCache } from '../../../main/orders/index.ts';
import { openPracticeStation, type PracticeStation } from './practice-station.ts';

let station: PracticeStation;
let orders: OrderCache;

beforeEach(async () => {
  station = await openPracticeStation({ lines: 1_000, seed: 11 });
  orders = createOrderCache(station.database, { now: () => Date.now() });
});

afterEach(() => station.close());

describe('reading orders', () => {
  test('brings the newest of a search, page by page, up to the limit', async () => {
    const total = station.platform.world.orderCount;
    const pages: number[] = [];
    const answer = await station.sync.readOrders({}, { limit: 120, onPage: ({ read }) => pages.push(read) });
    expect(answer.total).toBe(total);
    expect(pages).toEqual([100, answer.read]);
    expect(answer.read).toBeLessThan(total);
    const newest = await station.client.orders.search(
      { orderBy: [{ field: 'CreationDate', direction: 'DESC' }] },
      { position: 0, size: 60 },
    );
    expect(orders.list({}, null, 60).orders).toEqual(newest.items.map((order) => ({ ...order, readAt: expect.any(Number) })));
  });

  test('brings all when there are no more, and ends at once with nothing to read', async () => {
    const total = station.platform.world.orderCount;
    expect(await station.sync.readOrders({})).toEqual({ read: total, total });
    expect(orders.count({})).toEqual({ count: total, more: false });
    expect(await station.sync.readOrders({ createdFrom: '2099-01-01T00:00:00' })).toEqual({ read: 0, total: 0 });
  });

  test('ends when it is given up', async () => {
    const giving = new AbortController();
    const reading = station.sync.readOrders({}, { signal: giving.signal, onPage: () => giving.abort() });
    await expect(reading).rejects.toMatchObject({ kind: 'aborted' });
    expect(orders.count({}).count).toBe(100);
  });
});

describe('a refresh', () => {
  test('brings new orders without lines that are awaited, and open ones that were not read for long', async () => {
    const { client, sync, lineCache } = station;
    sync.start();
    await station.until(() => sync.cache().freshAt !== null && sync.cache().fill === null);
    const [newest] = orders.list({}, null, 1).orders;
    const old = orders.list({ isOpen: true }, null, 1_000).orders.at(-1);
    if (!newest || !old) throw new Error('too few orders');
    lineCache.removeOrder(newest.id);
    station.database.prepare('UPDATE cache.order_infos SET read_at = 1, status_name = ? WHERE order_id = ?').run('stale', old.id);
    expect(await sync.refreshCache()).toBe(true);
    expect(orders.order(newest.id)?.order.customerName).toBe(newest.customerName);
    const [there] = (await client.orders.search({ orderIds: [old.id] }, { position: 0, size: 1 })).items;
    expect(orders.order(old.id)?.order.status).toEqual(there?.status);
  });
});

test('the words of an older cache are taken in by themselves', async () => {
  await station.sync.readOrders({}, { limit: 1 });
  const page = await station.client.lines.search({}, { position: 0, size: 60 });
  station.lineCache.store(page.items, 1);
  station.database.prepare(`INSERT INTO cache.line_words (line_words) VALUES ('delete-all')`).run();
  station.database.prepare(`INSERT INTO cache.progress SELECT 'orders.words-below', max(number) + 1 FROM cache.order_lines`).run();
  const [first] = page.items;
  const word = first?.titleTranslated.split(' ')[0] ?? '';
  expect(station.lineCache.search(word, 200).lines).toEqual([]);
  station.sync.start();
  await station.until(() => station.lineCache.wordBacklog.isEmpty());
  expect(station.lineCache.search(word, 200).lines.map(({ line }) => line.id)).toContain(first?.id);
});
