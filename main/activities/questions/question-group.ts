import type { ActivityAddress, StepAction } from '../../../preload/contract/index.ts';

export interface GroupedQuestion {
  activity: ActivityAddress;
  /** The message as plain text. */
  text: string;
  actions: readonly StepAction[];
  /** Names of the goods that the message may hold. */
  names: readonly string[];
}

/**
 * Questions with the same text here are alike and may be answered together: the same activity, the same buttons, and a
 * message that is equal but for numbers and the names of goods. In doubt they are not alike: that costs a press, while the
 * contrary would answer something that nobody has read.
 */
export function groupOf({ activity, text, actions, names }: GroupedQuestion): string {
  return JSON.stringify([activity.type, activity.id, withoutNumbers(withoutNames(text, names)), buttons(actions)]);
}

/** Buttons that only their numbers tell apart are compared with their numbers. */
function buttons(actions: readonly StepAction[]): string[] {
  const words = actions.map(({ label }) => withoutNumbers(label));
  const isTold = new Set(words).size === words.length;
  return actions.map(({ kind, label }) => `${kind} ${isTold ? withoutNumbers(label) : label}`);
}

function withoutNames(text: string, names: readonly string[]): string {
  const longestFirst = [...new Set(names)].filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, name) => rest.replaceAll(name, '@'), text);
}

/** Numbers with their points and thousands, not their signs; also those inside ids. */
function withoutNumbers(text: string): string {
  return text.replaceAll(/\d+(?:[.,\u00A0\u202F ]\d+)*/g, '#').replaceAll(/\s+/g, ' ');
}
