import { beforeEach, describe, expect, test } from 'vitest';
import { createLineCache, type LineCache } from '../../../main/orders/index.ts';
import { openDatabase } from '../../../main/storage/index.ts';
import { orderInfo, orderLine, waybill } from '../receiving/order-lines.ts';

let cache: LineCache;

beforeEach(() => {
  cache = createLineCache(openDatabase({ journal: ':memory:', cache: ':memory:' }), { now: () => 1000 });
});

function search(text: string, limit = 50): string[] {
  return cache.search(text, limit).lines.map(({ line, match }) => `${match} ${line.id}`);
}

describe('Look up finds a line', () => {
  beforeEach(() => {
    cache.store(
      [
        orderLine('700501'),
        orderLine('700502', {
          orderId: 'ORD-0000000077',
          lineNumber: 2,
          itemId: '611',
          providerOrderId: '',
          waybill: 'SF-1234 567890123',
        }),
      ],
      1,
    );
  });

  test.each([
    [waybill, ['waybill 700501']],
    [` ${waybill.toLowerCase()} `, ['waybill 700501']],
    ['8901', []],
    ['345678901', ['waybill-ending 700501']],
    ['678 901', ['waybill-ending 700501']],
    ['890-123', ['waybill-ending 700502']],
    ['999678901', []],
    ['2893000111', ['provider-order 700501']],
    ['ORD-0000012345', ['order 700501']],
    ['ord-12345', ['order 700501']],
    ['12345', ['order 700501']],
    ['00012345', ['order 700501']],
    ['77', ['order 700502']],
    ['77-2', ['line 700502']],
    ['77-1', []],
    ['700502', ['line 700502']],
    ['abb-600100', ['item 700501']],
    ['600100', ['item 700501']],
    ['611', ['item 700502']],
    ['nothing like it', []],
  ])('by %j: %j', (text, found) => {
    expect(search(text)).toEqual(found);
  });
});

test("an order is found by the number that people see, when it is not the id's", () => {
  cache.store([orderLine('1', { orderId: 'X77' })], 1);
  cache.storeDetails(
    {
      order: orderInfo('X77', { displayId: '4711' }),
      lines: [orderLine('1', { orderId: 'X77' })],
    },
    2,
  );
  expect(search('4711')).toEqual(['order 1']);
});

test('a line is shown once, by its surest match', () => {
  cache.store([orderLine('1', { providerOrderId: waybill })], 1);
  expect(search(waybill)).toEqual(['waybill 1']);
});

test('more than the limit is said, and the newest come first', () => {
  cache.store([orderLine('1'), orderLine('2'), orderLine('3')], 1);
  expect(search('abb-600100', 2)).toEqual(['item 3', 'item 2']);
  expect(cache.search('abb-600100', 2).more).toBe(true);
  expect(cache.search('abb-600100', 3).more).toBe(false);
});
