import { beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, type LineCache } from '../../../main/orders/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { orderInfo, orderLine } from '../receiving/order-lines.ts';

let database: Database;
let cache: LineCache;

beforeEach(() => {
  database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  cache = createLineCache(database, { now: () => 1000 });
});

const dress = { titleOriginal: '2026新款纯棉连衣裙女', titleTranslated: 'Women cotton dress' };
const sweater = {
  titleOriginal: '男士毛衣',
  titleTranslated: 'Мужской свитер',
  configurationOriginal: '颜色: 藏青色',
  configurationTranslated: 'Цвет: тёмно-синий',
  sellerName: '杭州服饰 Textile House',
};

function search(text: string, limit = 50): string[] {
  return cache.search(text, limit).lines.map(({ line, match }) => `${match} ${line.id}`);
}

/** How many lines have words in the index. */
function indexed(): number {
  return cache.search('cup', 200).lines.length;
}

describe('Look up finds a line by words', () => {
  beforeEach(() => {
    cache.store([orderLine('1', dress), orderLine('2', sweater)], 1);
  });

  test.each([
    ['连衣裙', ['title 1']],
    ['裙', ['title 1']],
    ['毛衣', ['title 2']],
    ['dress cot', ['title 1']],
    ['свит муж', ['title 2']],
    ['темно', ['title 2']],
    ['藏青', ['title 2']],
    ['dress 毛衣', []],
    ['杭州', ['seller 2']],
    ['house text', ['seller 2']],
    ['house 毛衣', ['title 2']],
    ['衣', ['title 2', 'title 1']],
    ['"dress" OR *', []],
    ['"dress"', ['title 1']],
  ])('%j: %j', (text, found) => {
    expect(search(text)).toEqual(found);
  });

  test('after numbers, of which it is the surer match', () => {
    cache.store([orderLine('3', { titleTranslated: 'Model 12345' }), orderLine('4', { orderId: 'ORD-0000000004', titleTranslated: '12345' })], 1);
    expect(search('12345')).toEqual(['order 3', 'order 2', 'order 1', 'title 4']);
  });
});

describe('the words follow the lines', () => {
  test('as titles change, lines go, and orders lose lines', () => {
    cache.store([orderLine('1', dress), orderLine('2', sweater)], 1);
    cache.store([orderLine('1', { ...dress, titleTranslated: 'Summer skirt' })], 2);
    expect([search('cotton'), search('skirt'), search('连衣裙')]).toEqual([[], ['title 1'], ['title 1']]);
    cache.remove('1');
    expect([search('skirt'), search('毛衣')]).toEqual([[], ['title 2']]);
    cache.storeDetails({ order: orderInfo('ORD-0000012345'), lines: [orderLine('5', dress)] }, 3);
    expect([search('毛衣'), search('dress')]).toEqual([[], ['title 5']]);
  });

  test('but are not written when only other things change', () => {
    cache.store([orderLine('1', dress)], 1);
    const pages = () => database.prepare('SELECT count(*) AS pages, max(id) AS last FROM cache.line_words_data').get();
    const before = pages();
    cache.store([orderLine('1', { ...dress, statusId: 9, waybill: 'SF1234567890123', quantity: 7 })], 2);
    expect(pages()).toEqual(before);
    expect(search('dress')).toEqual(['title 1']);
  });

  test('nothing remains of a page that fails', () => {
    expect(() => cache.store([orderLine('1', dress), orderLine('2', { quantity: 1.5 })], 1)).toThrow(/INTEGER/);
    cache.store([orderLine('3')], 1);
    expect([search('dress'), search('cup')]).toEqual([[], ['title 3']]);
  });

  test('are found after thousands of writings, each line once', () => {
    const numbers = Array.from({ length: 3000 }, (_, index) => index);
    for (let from = 0; from < numbers.length; from += 25) {
      cache.store(numbers.slice(from, from + 25).map((number) => orderLine(String(number), { titleTranslated: `Cup ${number % 7}` })), 1);
    }
    for (const number of numbers.slice(0, 500)) cache.store([orderLine(String(number), { titleTranslated: 'Plate' })], 2);
    expect(search('cup', 200).slice(0, 2)).toEqual(['title 2999', 'title 2998']);
    const found = cache.search('cup', 5000).lines.map(({ line }) => line.id);
    expect([found.length, new Set(found).size]).toEqual([2500, 2500]);
    expect(cache.search('plate', 5000).lines).toHaveLength(500);
  });
});

describe('lines of an older cache', () => {
  beforeEach(() => {
    const lines = Array.from({ length: 60 }, (_, index) => orderLine(String(index)));
    cache.store(lines, 1);
    database.prepare(`INSERT INTO cache.line_words (line_words) VALUES ('delete-all')`).run();
    database.prepare(`INSERT INTO cache.progress SELECT 'orders.words-below', max(number) + 1 FROM cache.order_lines`).run();
  });

  test('are taken in bit by bit, the last ones first, whatever is written meanwhile', () => {
    cache.wordBacklog.takeIn(25);
    expect([indexed(), search('cup')[0], cache.wordBacklog.isEmpty()]).toEqual([25, 'title 59', false]);
    cache.store([orderLine('3', { titleTranslated: 'Plate' }), orderLine('new')], 2);
    cache.remove('59');
    cache.remove('0');
    while (!cache.wordBacklog.isEmpty()) cache.wordBacklog.takeIn(25);
    expect([indexed(), search('plate'), search('杯子', 200).length]).toEqual([58, ['title 3'], 59]);
    expect(search('cup')[0]).toBe('title new');
  });
});
