import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { columnValues, lineColumnNames } from '../../../main/orders/cached-line.ts';
import { createLineCache, createOrderCache } from '../../../main/orders/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { migrate } from '../../../main/storage/migrate.ts';
import { cacheMigrations } from '../../../main/storage/migrations/cache.ts';
import { orderInfo, orderLine } from '../../unit/receiving/order-lines.ts';

const lines = 2_000;
const filled = { stage: 'complete', at: { position: 400, total: 400, lastIds: ['ORD-1'], stepsBack: 2 }, lines, orders: 400, walk: 1, paused: false };

let folder: string;
let database: Database;

/** A cache as the version before orders and words left it, filled. */
function writeOlderCache(file: string, progress: object): void {
  const connection = new DatabaseSync(':memory:');
  connection.prepare('ATTACH DATABASE ? AS cache').run(file);
  migrate(connection, 'cache', cacheMigrations.slice(0, 2));
  const insert = connection.prepare(`
    INSERT INTO cache.order_lines (${lineColumnNames.join(', ')}, read_at) VALUES (${lineColumnNames.map(() => '?').join(', ')}, 1)`);
  connection.exec('BEGIN');
  for (let number = 0; number < lines; number += 1) {
    insert.run(...columnValues(orderLine(String(number), { titleOriginal: '新款连衣裙', titleTranslated: `Dress ${number}` })));
  }
  connection.exec(`INSERT INTO cache.orders VALUES ('ORD-0000012345', '12345', 'Bat', 'fragile', 30, 'Open', '2026-11-20', 1)`);
  connection.prepare(`INSERT INTO cache.progress VALUES ('sync.fill', ?)`).run(JSON.stringify(progress));
  connection.exec('COMMIT');
  connection.close();
}

function open(progress: object): Database {
  const files = { journal: join(folder, 'journal.db'), cache: join(folder, 'cache.db') };
  writeOlderCache(files.cache, progress);
  database = openDatabase(files);
  return database;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'older-cache-'));
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

describe('a filled cache of version 2', () => {
  test('keeps its lines, and their words are taken in afterwards, also over a restart', () => {
    const cache = createLineCache(open(filled), { now: () => 5 });
    expect(database.opened.cacheRebuilt).toBe(false);
    expect([cache.count(), cache.search('dress', 10).lines, cache.wordBacklog.isEmpty()]).toEqual([lines, [], false]);
    cache.wordBacklog.takeIn(25);
    expect(cache.search('dress', 100).lines.map(({ line }) => line.id)).toEqual(
      Array.from({ length: 25 }, (_, index) => String(lines - 1 - index)),
    );
    const { files } = database;
    database.close();
    database = openDatabase(files);
    const again = createLineCache(database, { now: () => 5 });
    while (!again.wordBacklog.isEmpty()) again.wordBacklog.takeIn(25);
    expect(again.search('连衣裙', lines).lines).toHaveLength(lines);
    expect(again.search('dress 7', lines).lines.map(({ line }) => line.titleTranslated)).toContain('Dress 7');
    expect(database.prepare(`INSERT INTO cache.line_words (line_words) VALUES ('integrity-check')`).run()).toBeDefined();
  });

  test('still names the customers of its lines, and lists no order before it is read again', () => {
    const cache = createLineCache(open(filled), { now: () => 5 });
    const orders = createOrderCache(database, { now: () => 5 });
    expect(cache.find(['3'])[0]?.order).toMatchObject({ customerName: 'Bat', customerComment: 'fragile' });
    expect([orders.list({}, null, 5).orders, orders.order('ORD-0000012345')]).toEqual([[], null]);
    cache.storeOrders([orderInfo('ORD-0000012345')], 2);
    expect(orders.order('ORD-0000012345')?.lines).toHaveLength(lines);
  });

  test.each(['complete', 'orders'])('reads its orders again when its fill was at %j', (stage) => {
    const cache = createLineCache(open({ ...filled, stage }), { now: () => 5 });
    expect(JSON.parse(cache.progress.read('sync.fill') ?? '')).toEqual({
      ...filled,
      stage: 'orders',
      at: { position: 0, total: null, lastIds: [], stepsBack: 0 },
    });
  });

  test('goes on with the lines when its fill was among them', () => {
    const progress = { ...filled, stage: 'lines', paused: true };
    const cache = createLineCache(open(progress), { now: () => 5 });
    expect(JSON.parse(cache.progress.read('sync.fill') ?? '')).toEqual(progress);
  });
});
