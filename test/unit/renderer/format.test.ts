import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../renderer/i18n/format.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const before = (seconds: number) => new Date(now - seconds * 1000).toISOString();

describe('ages', () => {
  test.each([
    ['en', 3, 'now'],
    ['en', 45, '45 sec. ago'],
    ['en', 119, '1 min. ago'],
    ['en', 7200, '2 hr. ago'],
    ['ru', 300, '5 мин. назад'],
    ['zh', 300, '5分钟前'],
  ])('in %s, %d seconds are "%s"', (language, seconds, words) => {
    expect(formatOf(language).relative(before(seconds), now)).toBe(words);
  });

  test('of what is to come', () => {
    expect(formatOf('en').relative(before(-30), now)).toBe('in 30 sec.');
  });
});

test('a moment of another day has its date', () => {
  expect(formatOf('en').moment('2020-01-02T10:42:00')).toBe('Jan 2, 10:42');
});

test('numbers are grouped as the language does', () => {
  expect(formatOf('en').number(41208)).toBe('41,208');
});

describe('money', () => {
  test('is written as the language does', () => {
    expect(formatOf('en').money(1520.5, 'CNY')).toBe('CN¥1,520.50');
  });

  test.each(['', '元', 'yuan'])('in the currency "%s", which is no code, keeps the word as it is', (currency) => {
    expect(formatOf('en').money(1520.5, currency)).toBe(`1,520.5 ${currency}`.trim());
  });
});
