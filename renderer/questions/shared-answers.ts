import type { Question, StepAction } from '../../preload/contract/activities.ts';

/** An action with its number in the question, counted from 0. */
export interface Choice {
  action: StepAction;
  number: number;
}

/** All that a question offers. */
export function choicesOf({ actions }: Pick<Question, 'actions'>): Choice[] {
  return actions.map((action, number) => ({ action, number }));
}

/**
 * What questions that are alike offer together: where their words differ in numbers, the numbers are left out, since each
 * question means its own. Links are no part of it: each leads elsewhere.
 */
export function sharedChoices(questions: readonly [Question, ...Question[]]): Choice[] {
  const [first, ...others] = questions;
  return choicesOf(first)
    .filter(({ action }) => action.kind !== 'link')
    .map(({ action, number }) => {
      const labels = others.map(({ actions }) => actions[number]?.label ?? action.label);
      return { number, action: { ...action, label: sharedWords(action.label, labels) } };
    });
}

const numbers = /\d[\d.,]*\d|\d/g;

/** A label with an ellipsis for each number that is another one in the others. Where they differ in more it stays. */
function sharedWords(label: string, others: readonly string[]): string {
  const isAlike = others.every((other) => other.replaceAll(numbers, '0') === label.replaceAll(numbers, '0'));
  if (!isAlike) return label;
  const theirs = others.map((other) => other.match(numbers) ?? []);
  let place = -1;
  return label.replaceAll(numbers, (number) => {
    place += 1;
    return theirs.every((each) => each[place] === number) ? number : '…';
  });
}
