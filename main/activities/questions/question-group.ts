import type { ActivityAddress } from '../../../preload/contract/index.ts';
import type { MessagePiece } from '../../../preload/contract/index.ts';

export interface GroupedQuestion {
  activity: ActivityAddress;
  message: readonly MessagePiece[];
  /** The words on its buttons. */
  labels: readonly string[];
  /** Names of the goods that the message may hold. */
  names: readonly string[];
}

/**
 * Questions with the same text here are alike and may be answered together: the same activity, the same buttons, and a
 * message that is equal but for numbers and names. Names are links, what stands in quotation marks, and the goods'.
 */
export function groupOf({ activity, message, labels, names }: GroupedQuestion): string {
  const words = message.map(({ text, address }) => (address === null ? withoutNames(text, names) : '@')).join('');
  return JSON.stringify([activity.type, activity.id, withoutNumbers(words), labels.map(withoutNumbers)]);
}

const quoted = /"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|『[^』\n]*』|「[^」\n]*」|《[^》\n]*》|【[^】\n]*】/g;

function withoutNames(text: string, names: readonly string[]): string {
  const longestFirst = names.filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, name) => rest.replaceAll(name, '@'), text).replaceAll(quoted, '@');
}

/** Numbers with their signs, points and thousands; also those inside ids. */
function withoutNumbers(text: string): string {
  return text.replaceAll(/[+−-]?\d+(?:[.,  ]\d+)*/g, '#').replaceAll(/\s+/g, ' ');
}
