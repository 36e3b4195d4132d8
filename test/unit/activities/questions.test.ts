import { describe, expect, it } from 'vitest';
import { concernedLine } from '../../../main/activities/questions/concerned-line.ts';
import { openQuestions } from '../../../main/activities/questions/open-questions.ts';
import { plainMessage, textOf } from '../../../main/activities/questions/plain-message.ts';
import { groupOf } from '../../../main/activities/questions/question-group.ts';
import type { ActivityFullInfo } from '../../../main/otapi/index.ts';
import { activityInfo, activityLine, answer, priceQuestion, step } from './activity-facts.ts';

const questionsOf = (told: Partial<ActivityFullInfo>, isGone = false) => openQuestions({ told: activityInfo('a1', told), isGone, stepsRead: true });
const waiting = { isAwaitingAction: true };

describe('the questions of an activity', () => {
  it('are its steps with answers, while it waits', () => {
    const steps = [step('Info', 'Checking'), priceQuestion('501'), priceQuestion('502')];
    expect(questionsOf({ ...waiting, steps }).map(({ step: number }) => number)).toEqual([1, 2]);
    expect(questionsOf({ steps })).toEqual([]);
    expect(questionsOf({ ...waiting, steps, isFinished: true })).toEqual([]);
    expect(questionsOf({ ...waiting, steps }, true)).toEqual([]);
  });

  it('do not hang on how a step’s type is spelled, nor on kinds that are not known', () => {
    const link = { kind: 'Link', name: 'Item', parameters: [{ name: 'url', value: 'https://item.taobao.com/' }] };
    const steps = [step('Frage', 'Which?', [answer('This', '1'), { kind: 'Other', name: 'x', parameters: [] }]), step('Info', 'See', [link])];
    expect(questionsOf({ ...waiting, steps })).toMatchObject([{ step: 0, actions: [{ of: 'step' }, { of: 'step' }] }]);
  });

  it('are one of the activity’s own when it waits and no step offers an answer', () => {
    const actions = [
      { id: 'Continue', name: 'Place the order' },
      { id: 'Cancel', name: 'Cancel' },
    ];
    expect(questionsOf({ ...waiting, actions, steps: [step('Info', 'Checked'), step('Question', 'Place the order now?')] })).toMatchObject([
      { step: null, message: 'Place the order now?', actions: [{ of: 'activity', action: { id: 'Continue' } }] },
    ]);
    const onlyCancel = questionsOf({ ...waiting, actions: actions.slice(1), steps: [step('Question', 'Place the order now?')] });
    expect(onlyCancel).toMatchObject([{ actions: [{ action: { id: 'Cancel' } }] }]);
    expect(questionsOf({ ...waiting, steps: [] })).toMatchObject([{ step: null, message: 'Export of order ORD-0000012345' }]);
    expect(openQuestions({ told: activityInfo('a1', { ...waiting, steps: [] }), isGone: false, stepsRead: false })).toEqual([]);
  });

  it('keep their ids while they stand, whatever else happens', () => {
    const [first] = questionsOf({ ...waiting, steps: [priceQuestion('501'), priceQuestion('502')] });
    const later = questionsOf({ ...waiting, progressPercent: 70, steps: [step('Info', 'New'), priceQuestion('501')] });
    expect(later.map(({ id }) => id)).toEqual([first?.id]);
    expect(questionsOf({ ...waiting, steps: [priceQuestion('501', 11)] })[0]?.id).not.toBe(first?.id);
    expect(openQuestions({ told: activityInfo('a2', { ...waiting, steps: [priceQuestion('501')] }), isGone: false, stepsRead: true })[0]?.id).not.toBe(first?.id);
  });

  it('have ids of their own when the same is asked twice', () => {
    const twice = questionsOf({ ...waiting, steps: [priceQuestion('501'), priceQuestion('501')] });
    expect(new Set(twice.map(({ id }) => id)).size).toBe(2);
  });
});

describe('questions that are alike', () => {
  const group = (message: string, change: { id?: string; labels?: string[]; names?: string[] } = {}): string =>
    groupOf({
      activity: { type: 'Exporting', id: change.id ?? 'a1' },
      text: textOf(plainMessage(message)),
      actions: (change.labels ?? ['Accept', 'Leave out']).map((label) => ({ kind: 'answer', label, address: null })),
      names: change.names ?? ['Red sweater', '红色毛衣', 'Blue sweater'],
    });

  it('differ in numbers and names only', () => {
    const first = group('Line 12345 - 1 (501), Red sweater: price changed from 10.50 to 12 CNY');
    expect(group('Line 12345 - 2 (502), Blue sweater: price changed from 1 234,00 to 1 300 CNY')).toBe(first);
    expect(group('Line 12345 - 2 (502), Blue sweater: configuration is gone 10 12')).not.toBe(first);
    expect(group('<a href="https://a.x/1">Red sweater</a> is gone')).toBe(group('<a href="https://a.x/2">Blue sweater</a> is gone'));
    expect(group('Item “sold out”')).not.toBe(group('Item “dearer”'));
  });

  it('have the same answers and the same activity', () => {
    expect(group('Price 1')).not.toBe(group('Price 1', { id: 'a2' }));
    expect(group('Price 1')).not.toBe(group('Price 1', { labels: ['Accept'] }));
    expect(group('Price 1', { labels: ['Accept 12 CNY'] })).toBe(group('Price 2', { labels: ['Accept 13 CNY'] }));
  });

  it('are not made alike by a name of one letter', () => {
    expect(group('Size M is gone', { names: ['M'] })).not.toBe(group('Size L is gone', { names: ['M'] }));
  });
});

describe('the line that a step is about', () => {
  const lines = [activityLine('501', 1), activityLine('502', 2), activityLine('510', 12)];
  const about = (text: string, ...values: string[]): string | undefined =>
    concernedLine({ text, parameters: values.map((value) => ({ name: 'p', value })) }, lines)?.lineId;

  it('is told by the parameters of its answers, by its id, or by the numbers of order and line', () => {
    expect(about('Which one?', '502')).toBe('502');
    expect(about('Line 501: gone')).toBe('501');
    expect(about('12345 - 2: gone')).toBe('502');
    expect(about('12345-12: gone')).toBe('510');
  });

  it('is none when no line or several are named', () => {
    expect(about('Checking goods')).toBeUndefined();
    expect(about('Lines 501 and 502 are gone')).toBeUndefined();
    expect(about('5010 pieces of 12345 - 123')).toBeUndefined();
  });
});
