/**
 * How quickly the cache answers while one types, and what its index of words costs. Run it with
 *
 *   npx node test/bench/search.ts 1000000
 *
 * It stores so many lines of the practice world's goods, five to an order, as a fill does, and asks for each beginning of
 * many texts; then it reads pages of orders. On a machine that does other work besides, look at the medians.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLineCache, createOrderCache, type OrderListQuery } from '../../main/orders/index.ts';
import { keepCheckpoints, openDatabase } from '../../main/storage/index.ts';
import { linesFrom, linesOfOrder, ordersFrom } from './goods.ts';
import { maximum, percentile } from './measurements.ts';
import { asTyped, typedWords } from './typed-texts.ts';

const lines = Number(process.argv[2] ?? 100_000);
const linesAtOnce = 25;
const answersWanted = 50;

/** Each is asked for letter by letter. */
const typed: Record<string, string[]> = {
  ...typedWords,
  numbers: ['YT8800000417', 'ORD-0000000417', '417-2', '28930000417', '600000000417'],
};

/** Lists of orders whose first ten pages are read, and counted. */
const lists: Record<string, OrderListQuery> = {
  all: {},
  'one status': { statusIds: [21] },
  'several statuses': { statusIds: [20, 22, 25, 40] },
  'open and not paid': { isOpen: true, isPaid: false },
  'an old month': { createdFrom: '2024-02-01', createdTo: '2024-02-29' },
  'a provider, paid': { providerType: 'Alibaba1688', isPaid: true },
  'a customer': { customer: 'customer417' },
  'a part of many names': { customer: 'bat' },
  'a part of many names, one status': { customer: 'bat', statusIds: [23] },
  'no such status': { statusIds: [99] },
  'a reference': { text: 'WS-417' },
  'a common word of customers': { text: 'иван' },
  'a common word of goods': { text: 'dress' },
  'a common word of both, not paid': { text: 'fragile', isPaid: false },
};

const folder = mkdtempSync(join(tmpdir(), 'station-bench-'));
const files = { journal: join(folder, 'journal.db'), cache: join(folder, 'cache.db') };
const database = openDatabase(files);
const checkpoints = keepCheckpoints([files.journal, files.cache], (error) => process.stderr.write(String(error)));
try {
  measure();
} finally {
  await checkpoints.stop();
  database.close();
  rmSync(folder, { recursive: true, force: true });
}

function measure(): void {
  const cache = createLineCache(database, { now: () => 1 });
  const orders = createOrderCache(database, { now: () => 1 });
  const stored: Time[] = [];
  for (let from = 0; from < lines; from += linesAtOnce) {
    const chunk = linesFrom(from, Math.min(linesAtOnce, lines - from));
    stored.push(timed(() => cache.store(chunk, 1)));
  }
  const orderTimes: Time[] = [];
  for (let from = 0; from < lines / linesOfOrder; from += linesAtOnce) {
    const chunk = ordersFrom(from, linesAtOnce);
    orderTimes.push(timed(() => cache.storeOrders(chunk, 1)));
  }
  console.table({
    'storing 25 lines': figures(stored),
    'storing 25 orders': figures(orderTimes),
    ...Object.fromEntries(Object.entries(typed).map(([kind, texts]) => [kind, figures(texts.flatMap(search))])),
    ...Object.fromEntries(Object.entries(lists).map(([kind, query]) => [`orders: ${kind}`, figures(pages(query))])),
  });
  console.table({
    'lines': cache.count(),
    'lines per second of work': Math.round((lines * 1000) / stored.reduce((total, { work }) => total + work, 0)),
    ...sizes(),
  });

  function search(text: string): Time[] {
    return asTyped(text).map((beginning) => timed(() => cache.search(beginning, answersWanted)));
  }

  /** Ten pages and the number of all. */
  function pages(query: OrderListQuery): Time[] {
    const times: Time[] = [];
    let after: string | null = null;
    for (let page = 0; page < 10; page += 1) {
      times.push(
        timed(() => {
          const answer = orders.list(query, after, answersWanted);
          after = answer.next;
        }),
      );
      if (after === null) break;
    }
    return [...times, timed(() => orders.count(query))];
  }
}

/** Megabytes of the tables of words, of those of orders, and of the whole file. */
function sizes(): Record<string, number> {
  const megabytes = (pattern: string): number => {
    const size = database.prepare<{ bytes: number | null }>(`SELECT sum(pgsize) AS bytes FROM dbstat('cache', 1) WHERE name GLOB ?`);
    return Math.round((size.get(pattern)?.bytes ?? 0) / 1024 / 1024);
  };
  return {
    'words of lines, MB': megabytes('line_words*'),
    'words of orders, MB': megabytes('order_words*'),
    'orders, MB': megabytes('order_infos*') + megabytes('sqlite_autoindex_order_infos*'),
    'whole cache, MB': megabytes('*'),
  };
}

interface Time {
  /** Milliseconds by the clock. */
  clock: number;
  /** Milliseconds for which the processor worked for this thread. */
  work: number;
}

function timed(work: () => void): Time {
  const before = process.threadCpuUsage();
  const startedAt = performance.now();
  work();
  const clock = performance.now() - startedAt;
  const { user, system } = process.threadCpuUsage(before);
  return { clock, work: (user + system) / 1000 };
}

/** By the clock what other processes take counts; by the processor time it does not. */
function figures(times: readonly Time[]): Record<string, number> {
  const clock = times.map((time) => time.clock);
  const work = times.map((time) => time.work);
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return {
    times: times.length,
    p50: rounded(percentile(clock, 50)),
    p99: rounded(percentile(clock, 99)),
    longest: rounded(maximum(clock)),
    'p50, work': rounded(percentile(work, 50)),
    'p99, work': rounded(percentile(work, 99)),
    'longest, work': rounded(maximum(work)),
  };
}
