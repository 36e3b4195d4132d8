import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import type { ProviderSessionView } from '../../../preload/contract/accounts.ts';
import {
  accountLamps,
  sessionState,
  tickFor,
  timeLeft,
  worstFirst,
} from '../../../renderer/accounts/session-state.ts';
import { spanWords } from '../../../renderer/accounts/span-words.ts';
import en from '../../../renderer/i18n/en.json' with { type: 'json' };
import ru from '../../../renderer/i18n/ru.json' with { type: 'json' };
import zh from '../../../renderer/i18n/zh.json' with { type: 'json' };
import { sampleAccount } from './sample-accounts.ts';

const now = Date.parse('2026-11-26T08:00:00Z');
const minute = 60_000;
const hour = 60 * minute;

const at = (ms: number) => new Date(now + ms).toISOString();
const session = (left: number): ProviderSessionView => ({ obtainedAt: at(left - 24 * hour), obtainedHere: true, endsAt: at(left) });
const account = (index: number, left?: number) =>
  sampleAccount(index, { session: left === undefined ? null : session(left) });

describe('a session', () => {
  test.each([
    ['live', 2 * hour + 1],
    ['ending', 2 * hour],
    ['ending', 1],
    ['ended', 0],
    ['ended', -hour],
  ])('is %s with %d ms left', (state, left) => {
    expect(sessionState(session(left), now)).toBe(state);
  });

  test('that was never made is none', () => {
    expect(sessionState(null, now)).toBe('none');
  });
});

describe('what is left', () => {
  const cases = [
    [21 * hour + 59 * minute, '21 h', '21 ч', '21 小时'],
    [119 * minute, '1 h', '1 ч', '1 小时'],
    [40 * minute + 59_000, '40 min', '40 мин', '40 分钟'],
    [59_999, '59 s', '59 с', '59 秒'],
    [71 * hour, '71 h', '71 ч', '71 小时'],
    [5 * 24 * hour, '5 d', '5 дн.', '5 天'],
    [-hour, '0 s', '0 с', '0 秒'],
  ] as const;

  test.each(cases)('of %d ms is never said to be more than it is', async (left, ...words) => {
    for (const [index, [lng, translation]] of Object.entries({ en, ru, zh }).entries()) {
      const texts = createInstance();
      await texts.init({ lng, resources: { [lng]: { translation } } });
      expect(spanWords(texts.t, timeLeft(at(left), now))).toBe(words[index]);
    }
  });
});

describe('lamps', () => {
  const ended = account(1, -hour);
  const endsLater = account(2, 90 * minute);
  const endsSoon = account(3, 10 * minute);
  const never = account(4);
  const shortLived = account(5, 5 * hour);
  const longLived = account(6, 20 * hour);
  const all = [longLived, never, endsLater, shortLived, ended, endsSoon];

  test('that need somebody most come first: ended, the nearest end, never logged in, live', () => {
    expect(worstFirst(all, now)).toEqual([ended, endsSoon, endsLater, never, shortLived, longLived]);
  });

  test('stand as in the list when all fit, so that each keeps its place', () => {
    const { shown, more } = accountLamps(all, 6, now);
    expect(shown.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(more).toBe(0);
  });

  test('that do not fit are counted, and the worst are shown', () => {
    const { shown, more } = accountLamps(all, 2, now);
    expect(shown.map(({ id, state }) => [id, state])).toEqual([
      [ended.id, 'ended'],
      [endsSoon.id, 'ending'],
    ]);
    expect(more).toBe(4);
  });

  test('come down to the worst one where there is room for none', () => {
    expect(accountLamps(all, 0, now)).toMatchObject({ shown: [{ id: ended.id }], more: 5 });
    expect(accountLamps([], 0, now)).toEqual({ shown: [], more: 0 });
  });

  test('tell what is left of sessions that live, and of no others', () => {
    const lefts = accountLamps(all, 6, now).shown.map(({ state, left }) => [state, left === null]);
    expect(lefts.every(([state, isNull]) => isNull === (state === 'ended' || state === 'none'))).toBe(true);
  });
});

describe('the clock', () => {
  test.each([
    ['every second in the last minutes', [at(90_000), at(20 * hour)], 1000],
    ['every ten seconds in the last hours', [at(2.5 * hour)], 10_000],
    ['every minute while all is well', [at(20 * hour)], minute],
    ['every minute when all has ended', [at(-1), at(-hour)], minute],
    ['every minute when there is nothing', [], minute],
  ])('ticks %s', (_when, ends, every) => {
    expect(tickFor(ends, now)).toBe(every);
  });
});
