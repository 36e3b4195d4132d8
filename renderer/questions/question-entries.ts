import type { AnswerResult, Question } from '../../preload/contract/activities.ts';
import type { Choice } from './shared-answers.ts';

/** Questions that are alike and can be answered together. */
export interface QuestionEntry {
  group: string;
  /** Never empty; those that have waited longest first. */
  questions: readonly [Question, ...Question[]];
}

/** Questions as the queue shows them: alike ones are one entry, and the entry that has waited longest comes first. */
export function questionEntries(questions: readonly Question[]): QuestionEntry[] {
  const groups = new Map<string, [Question, ...Question[]]>();
  for (const question of questions.toSorted((one, other) => Date.parse(one.askedAt) - Date.parse(other.askedAt))) {
    const group = groups.get(question.group);
    if (group) group.push(question);
    else groups.set(question.group, [question]);
  }
  return [...groups].map(([group, alike]) => ({ group, questions: alike }));
}

/** What the number key of a choice does; keys count from 1, and there are nine. */
export function choiceOfKey(choices: readonly Choice[], digit: number): Choice | null {
  return choices.find(({ number }) => number === digit - 1 && digit <= 9) ?? null;
}

/** How far answers on their way have come: main takes a question off the queue, or says why it stays. */
export function answersDone(sent: readonly Question[], open: readonly Question[]): number {
  return sent.filter(({ id }) => {
    const still = open.find((question) => question.id === id);
    return still === undefined || (still.error !== null && !still.isSending);
  }).length;
}

/** Whether every answer was taken, so that there is nothing to tell. */
export function areAllTaken(results: readonly AnswerResult[]): boolean {
  return results.every(({ outcome }) => outcome === 'taken');
}
