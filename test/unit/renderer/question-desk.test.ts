import { describe, expect, test, vi } from 'vitest';
import type { AnswerResult, Question } from '../../../preload/contract/activities.ts';
import { createQuestionDesk } from '../../../renderer/questions/question-desk.ts';
import { chosenQuestions, entryInHand, groupAfter, isUnderWay } from '../../../renderer/questions/question-desk-state.ts';
import { answersDone, choiceOfKey, questionEntries } from '../../../renderer/questions/question-entries.ts';
import { choicesOf, sharedChoices } from '../../../renderer/questions/shared-answers.ts';
import { sampleAnswers, sampleQuestion } from './sample-activities.ts';

const alike = [sampleQuestion('q1', 9), sampleQuestion('q2', 5), sampleQuestion('q3', 2)];
const stock = sampleQuestion('q9', 7, { group: 'stock' });

/** A desk whose main answers when the test says so. */
function openDesk(questions: readonly Question[]) {
  const calls: { questionIds: string[]; action: number }[] = [];
  let settle: (answer: { ok: true; value: { results: AnswerResult[] } } | { ok: false; error: { code: 'network' } }) => void = () => {};
  const desk = createQuestionDesk({
    answer: (argument) => {
      calls.push(argument);
      return new Promise((resolve) => {
        settle = resolve;
      });
    },
  });
  desk.told(questions);
  const result = (questionId: string, outcome: AnswerResult['outcome'] = 'taken'): AnswerResult => ({ questionId, outcome, error: null });
  return {
    desk,
    calls,
    state: desk.state,
    result,
    answers: (...results: AnswerResult[]) => settle({ ok: true, value: { results } }),
    fails: () => settle({ ok: false, error: { code: 'network' } }),
  };
}

describe('the queue', () => {
  test('has alike questions as one entry, and what has waited longest first', () => {
    const entries = questionEntries([sampleQuestion('q2', 5), stock, sampleQuestion('q1', 9)]);
    expect(entries.map(({ group, questions }) => [group, questions.map(({ id }) => id)])).toEqual([
      ['price', ['q1', 'q2']],
      ['stock', ['q9']],
    ]);
  });

  test('counts an answer as through when its question is off the queue, or says why it stays', () => {
    const stays = { ...alike[1]!, error: { code: 'network' as const } };
    expect(answersDone(alike, alike)).toBe(0);
    expect(answersDone(alike, [stays, alike[2]!])).toBe(2);
    expect(answersDone(alike, [{ ...stays, isSending: true }])).toBe(2);
  });

  test('has the answers on keys from 1 to 9', () => {
    const choices = choicesOf({ actions: sampleAnswers });
    expect(choiceOfKey(choices, 2)).toEqual({ action: sampleAnswers[1], number: 1 });
    expect(choiceOfKey(choices, 5)).toBeNull();
    expect(choiceOfKey(choicesOf({ actions: Array.from({ length: 12 }, () => sampleAnswers[0]!) }), 10)).toBeNull();
  });
});

describe('the answers of questions that are alike', () => {
  const priced = (id: string, ...labels: string[]): Question =>
    sampleQuestion(id, 1, { actions: labels.map((label) => ({ kind: 'answer', label, address: null })) });
  const labels = (...questions: [Question, ...Question[]]) => sharedChoices(questions).map(({ action }) => action.label);

  test('leave out the numbers in which they differ, and keep those that they share', () => {
    expect(labels(priced('a', 'Pay 12.50 in 3 parts', 'Stop'), priced('b', 'Pay 1,208 in 3 parts', 'Stop'))).toEqual(['Pay … in 3 parts', 'Stop']);
    expect(labels(priced('a', 'Pay 1'), priced('b', 'Pay 1'), priced('c', 'Pay 2'))).toEqual(['Pay …']);
    expect(labels(priced('a', '1 of 3'), priced('b', '2 of 3'), priced('c', '3 of 4'))).toEqual(['… of …']);
  });

  test('stay as they are where they differ in more than numbers', () => {
    expect(labels(priced('a', 'Take red 1'), priced('b', 'Take blue 1'))).toEqual(['Take red 1']);
  });

  test('are without links, and keep their numbers', () => {
    const numbers = sharedChoices([sampleQuestion('a', 1), sampleQuestion('b', 1)]).map(({ number }) => number);
    expect(numbers).toEqual([0, 1, 3]);
  });
});

describe('a question in hand', () => {
  test('is the one that has waited longest, with all that are alike chosen', () => {
    const { desk, state } = openDesk([stock, ...alike]);
    expect(desk.open()).toBe(true);
    expect(entryInHand(state())?.group).toBe('price');
    expect(chosenQuestions(state()).map(({ id }) => id)).toEqual(['q1', 'q2', 'q3']);
  });

  test('is none when nothing waits', () => {
    const { desk, state } = openDesk([]);
    expect(desk.open()).toBe(false);
    expect(state().isOpen).toBe(false);
  });

  test('takes in what comes up later without choosing it', async () => {
    const { desk, state, calls } = openDesk([alike[0]!]);
    desk.open();
    desk.told(alike);
    expect(entryInHand(state())?.questions).toHaveLength(3);
    void desk.answer(0);
    expect(calls).toEqual([{ questionIds: ['q1'], action: 0 }]);
  });

  test('stays in hand when it is gone, so that its answer meets no other question', async () => {
    const { desk, state, calls } = openDesk([alike[0]!, stock]);
    desk.open();
    desk.told([stock]);
    expect(entryInHand(state())).toBeNull();
    await desk.answer(0);
    expect(calls).toEqual([]);
    desk.next();
    expect(entryInHand(state())?.group).toBe('stock');
  });

  test('leaves out what the person has taken off, and what is on its way already', () => {
    const { desk, calls } = openDesk([alike[0]!, { ...alike[1]!, isSending: true }, alike[2]!]);
    desk.open();
    desk.toggle('q3');
    void desk.answer(1);
    expect(calls).toEqual([{ questionIds: ['q1'], action: 1 }]);
  });

  test('gives neither a link nor what the station does not know to OT Platform', async () => {
    const { desk, calls } = openDesk(alike);
    desk.open();
    await desk.answer(2);
    await desk.answer(3);
    await desk.answer(8);
    expect(calls).toEqual([]);
  });

  test('gives nothing when nothing is chosen', async () => {
    const { desk, calls } = openDesk([alike[0]!]);
    desk.open();
    desk.toggle('q1');
    await desk.answer(0);
    expect(calls).toEqual([]);
  });

  test('changes places with its neighbours, round and round', () => {
    const { desk, state } = openDesk([...alike, stock]);
    desk.open();
    desk.move(1);
    expect(state().group).toBe('stock');
    desk.move(1);
    expect(state().group).toBe('price');
    desk.move(-1);
    expect(state().group).toBe('stock');
  });
});

describe('an answer', () => {
  test('is on its way alone: the next one waits', async () => {
    const { desk, state, calls, answers, result } = openDesk([...alike, stock]);
    desk.open();
    const first = desk.answer(0);
    expect(isUnderWay(state())).toBe(true);
    await desk.answer(0);
    desk.move(1);
    await desk.answerOne('q9', 0);
    expect(calls).toHaveLength(1);
    expect(state().group).toBe('price');
    answers(result('q1'), result('q2'), result('q3'));
    await first;
    expect(isUnderWay(state())).toBe(false);
  });

  test('that was given is told, and no key answers again before the person goes on', async () => {
    const { desk, state, calls, answers, result } = openDesk([alike[0]!, stock]);
    desk.open();
    const given = desk.answer(0);
    answers(result('q1'));
    await given;
    await desk.answer(0);
    expect(calls).toHaveLength(1);
    expect(state().sent?.results).toEqual([result('q1')]);
    // Main has not told of the queue since.
    expect(groupAfter(state())).toBe('stock');
    desk.next();
    expect(state()).toMatchObject({ isOpen: true, group: 'stock', sent: null });
  });

  test('that did not get through leads back to its question', async () => {
    const { desk, state, answers, result } = openDesk([...alike, stock]);
    desk.open();
    const given = desk.answer(0);
    answers(result('q1'), result('q2', 'unknown'), result('q3', 'refused'));
    await given;
    desk.told([alike[1]!, alike[2]!, stock]);
    expect(groupAfter(state())).toBe('price');
    desk.next();
    expect(chosenQuestions(state()).map(({ id }) => id)).toEqual(['q2', 'q3']);
  });

  test('to the last question closes the queue when the person goes on', async () => {
    const { desk, state, answers, result } = openDesk([stock]);
    desk.open();
    const given = desk.answer(0);
    answers(result('q9'));
    await given;
    expect(groupAfter(state())).toBeNull();
    desk.next();
    expect(state().isOpen).toBe(false);
  });

  test('to the last question closes the queue also when main tells late that it is gone', async () => {
    const { desk, state, answers, result } = openDesk([stock]);
    desk.open();
    const sending = desk.answer(0);
    answers(result('q9'));
    await sending;
    // A view that was on its way when the answer was taken.
    desk.told([stock]);
    desk.next();
    expect(state().isOpen).toBe(false);
  });

  test('that never went out can be given again at once', async () => {
    const { desk, state, calls, fails } = openDesk([stock]);
    desk.open();
    const given = desk.answer(0);
    fails();
    await given;
    expect(state().sent?.error).toEqual({ code: 'network' });
    void desk.answer(0);
    expect(calls).toHaveLength(2);
  });

  test('survives that a scan closes the question, and tells what did not go through', async () => {
    const { desk, state, answers, result } = openDesk([stock]);
    desk.open();
    const given = desk.answer(0);
    desk.close();
    expect(isUnderWay(state())).toBe(true);
    answers(result('q9', 'too-late'));
    await given;
    expect(state()).toMatchObject({ isOpen: false, sent: { results: [result('q9', 'too-late')] } });
    desk.open();
    expect(state().group).toBe('stock');
  });

  test('where a question stands is quiet when it is taken, and opens the question when it is not', async () => {
    const quiet = openDesk([stock]);
    const taken = quiet.desk.answerOne('q9', 0);
    quiet.answers(quiet.result('q9'));
    await taken;
    expect(quiet.state()).toMatchObject({ isOpen: false, sent: null });

    const loud = openDesk([stock]);
    const late = loud.desk.answerOne('q9', 0);
    loud.answers(loud.result('q9', 'too-late'));
    await late;
    expect(loud.state()).toMatchObject({ isOpen: true, group: 'stock' });
  });
});

test('whoever draws the queue hears of every change until they end it', () => {
  const { desk } = openDesk([stock]);
  const heard = vi.fn();
  const end = desk.subscribe(heard);
  desk.open();
  expect(heard).toHaveBeenCalledTimes(1);
  end();
  desk.close();
  expect(heard).toHaveBeenCalledTimes(1);
});
