import { describe, expect, test } from 'vitest';
import { canBeSplit, LINE_STATUSES, statusesAfter } from '../../../main/practice/world/line-status.ts';
import { ORDER_STATUSES, orderStatusFor } from '../../../main/practice/world/order-status.ts';
import { languageOf } from '../../../main/practice/world/language.ts';

describe('line statuses', () => {
  test('lead only to statuses that exist, and never to themselves', () => {
    for (const id of LINE_STATUSES.keys()) {
      for (const next of statusesAfter(id)) expect(LINE_STATUSES.has(next)).toBe(true);
      expect(statusesAfter(id)).not.toContain(id);
    }
  });

  test('let a receipt be taken back until the line is packed', () => {
    expect(statusesAfter(4)).toContain(6);
    expect(statusesAfter(6)).toEqual(expect.arrayContaining([4, 7]));
    for (const packed of [7, 8, 9, 10]) expect(Math.min(99, ...statusesAfter(packed))).toBeGreaterThan(packed);
  });

  test('allow a split until the line is packed', () => {
    expect([4, 6, 7, 13].map(canBeSplit)).toEqual([true, true, false, false]);
  });
});

describe('the status of an order', () => {
  test.each([
    [[1, 1], 10],
    [[3, 4], 11],
    [[2, 2], 20],
    [[2, 4], 30],
    [[4, 4], 30],
    [[4, 6], 32],
    [[6, 6], 37],
    [[7, 8], 38],
    [[9, 10], 39],
    [[10, 10], 40],
    [[13, 12], 50],
    [[13, 6], 37],
  ])('with lines in %j is %i', (lines, status) => {
    expect(orderStatusFor(lines)).toBe(status);
    expect(ORDER_STATUSES.has(status)).toBe(true);
  });
});

test.each([
  ['ru', 'ru'],
  ['zh-chs', 'zh'],
  ['EN', 'en'],
  ['khk', 'en'],
  [undefined, 'en'],
])('the language %s is answered in %s', (parameter, language) => {
  expect(languageOf(parameter, 'en')).toBe(language);
});
