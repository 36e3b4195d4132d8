import { describe, expect, test } from 'vitest';
import { findActivity } from '../../../renderer/activities/activity-key.ts';
import { hasEnded } from '../../../renderer/activities/activity-state.ts';
import { isAtEnd } from '../../../renderer/activities/follow-end.ts';
import { messageEnd, messageLine } from '../../../renderer/activities/message-line.ts';
import {
  boundIds,
  byProviderOrder,
  linesToUnlinkFirst,
  providerOrdersToCancel,
} from '../../../renderer/activities/provider-orders.ts';
import { clockTime, workTimeAt } from '../../../renderer/activities/work-time.ts';
import { writtenMoment } from '../../../renderer/activities/written-moment.ts';
import { formatOf } from '../../../renderer/i18n/format.ts';
import { sampleActivity, sampleActivityLine, sampleDetail, sampleStep } from './sample-activities.ts';

const cancelled = { id: 13, name: 'Cancelled' };
const unable = { id: 12, name: 'Unable to deliver' };

describe('an activity', () => {
  test('is found by type and id together', () => {
    const all = [sampleActivity(), sampleActivity({ type: 'Test' })];
    expect(findActivity(all, { type: 'Test', id: 'A-1' })).toBe(all[1]);
    expect(findActivity(all, { type: 'Test', id: 'A-2' })).toBeUndefined();
  });

  test.each([
    ['running', null, false],
    ['waiting', null, false],
    ['cancelled', null, false],
    ['cancelled', '2026-01-01T10:00:00Z', true],
    ['finished', null, true],
    ['finished-with-errors', null, true],
    ['gone', null, true],
  ] as const)('that is %s and seen ended at %s has ended: %s', (state, endedAt, ended) => {
    expect(hasEnded({ state, endedAt })).toBe(ended);
  });
});

describe('the work time', () => {
  const readAt = '2026-01-01T10:00:00.000Z';
  const later = Date.parse(readAt) + 3000;

  test('goes on between two readings while an activity runs, and only then', () => {
    expect(workTimeAt({ workTimeMs: 5000, state: 'running', readAt }, later)).toBe(8000);
    expect(workTimeAt({ workTimeMs: 5000, state: 'waiting', readAt }, later)).toBe(5000);
    expect(workTimeAt({ workTimeMs: 5000, state: 'finished', readAt }, later)).toBe(5000);
    expect(workTimeAt({ workTimeMs: null, state: 'running', readAt }, later)).toBeNull();
  });

  test('never runs back when the reading is newer than the clock of the page', () => {
    expect(workTimeAt({ workTimeMs: 5000, state: 'running', readAt }, later - 9000)).toBe(5000);
  });

  test.each([
    [-5, '0:00'],
    [5_900, '0:05'],
    [727_000, '12:07'],
    [3_723_000, '1:02:03'],
    [90_000_000, '25:00:00'],
  ])('of %i ms reads %s', (ms, words) => {
    expect(clockTime(ms)).toBe(words);
  });
});

describe('lines', () => {
  const lines = [
    sampleActivityLine(1),
    sampleActivityLine(2, { providerOrderId: '222', status: cancelled }),
    sampleActivityLine(3, { providerOrderId: '333', status: unable }),
    sampleActivityLine(4, { providerOrderId: '222' }),
    sampleActivityLine(5, { status: cancelled }),
  ];

  test('stand by provider order, those without one last', () => {
    const groups = byProviderOrder(lines);
    expect(groups.map(({ providerOrderId, lines: bound }) => [providerOrderId, bound.map(({ lineNumber }) => lineNumber)])).toEqual([
      ['222', [2, 4]],
      ['333', [3]],
      ['', [1, 5]],
    ]);
  });

  test('that are cancelled or cannot be delivered name the provider orders that stay at the provider', () => {
    expect(providerOrdersToCancel(lines)).toEqual(['222', '333']);
    expect(providerOrdersToCancel([sampleActivityLine(1, { providerOrderId: '1', status: { id: 4, name: 'Ordered' } })])).toEqual([]);
  });

  test('name each provider order once', () => {
    expect(boundIds(lines)).toEqual(['222', '333']);
  });
});

describe('before an export is tried again', () => {
  const lines = [sampleActivityLine(1, { providerOrderId: '111' }), sampleActivityLine(2), sampleActivityLine(3, { providerOrderId: '333' })];
  const steps = [
    sampleStep({ kind: 'error', lineId: 'L-1' }),
    sampleStep({ kind: 'error', lineId: 'L-2' }),
    sampleStep({ kind: 'success', lineId: 'L-3' }),
    sampleStep({ kind: 'error', lineId: null }),
  ];
  const failed = sampleDetail({ state: 'finished-with-errors', steps, lines });

  test('lines that failed and are bound have to be unlinked', () => {
    expect(linesToUnlinkFirst(failed).map(({ lineId }) => lineId)).toEqual(['L-1']);
  });

  test('nothing has to be unlinked for another kind, or while it still goes on', () => {
    expect(linesToUnlinkFirst({ ...failed, kind: 'link' })).toEqual([]);
    expect(linesToUnlinkFirst({ ...failed, state: 'running' })).toEqual([]);
  });
});

test('a list follows its end only while the end is in sight', () => {
  expect(isAtEnd({ scrollTop: 600, clientHeight: 400, scrollHeight: 1000 })).toBe(true);
  expect(isAtEnd({ scrollTop: 590, clientHeight: 400, scrollHeight: 1000 })).toBe(true);
  expect(isAtEnd({ scrollTop: 500, clientHeight: 400, scrollHeight: 1000 })).toBe(false);
});

test('a message is one line in a list', () => {
  expect(messageLine([{ text: ' Line 1:\n price ', address: null }, { text: 'here', address: 'https://a.example/' }])).toBe('Line 1: – price here');
});

describe('the end of a message', () => {
  const message = [{ text: 'Line 1, a long name of goods\nin red\n', address: null }, { text: 'Buy it at 12 CNY?', address: null }];

  test.each([
    [0, 'Buy it at 12 CNY?'],
    [30, 'in red\nBuy it at 12 CNY?'],
    [200, 'Line 1, a long name of goods\nin red\nBuy it at 12 CNY?'],
  ])('for %i characters is %j', (room, end) => {
    expect(messageEnd(message, room)).toBe(end);
  });

  test('of nothing is nothing', () => {
    expect(messageEnd([], 50)).toBe('');
  });
});

test('a moment that OT Platform wrote in no known way is shown as it is', () => {
  const format = formatOf('en');
  expect(writtenMoment(format, 'yesterday evening')).toBe('yesterday evening');
  expect(writtenMoment(format, '2024-05-08T10:00:00')).toContain('10:00');
});
