import type { ActivityLine } from '../../../preload/contract/index.ts';
import type { NamedParameter } from '../../otapi/index.ts';

/** The lines of an activity by what a message can name them with. */
interface LineNames {
  byNumber: Map<string, ActivityLine>;
  byId: Map<string, ActivityLine>;
}

const namesOf = new WeakMap<readonly ActivityLine[], LineNames>();

/**
 * The line that a step is about, or null when that cannot be told. A step names none in a field of its own (reference
 * 4.3), so its words are read: the number of the order with that of the line, as OT Platform shows lines to people
 * (reference 6.1), or a line's id in the message or in the parameters of its actions. More than one line is none.
 */
export function concernedLine(
  { text, parameters }: { text: string; parameters: readonly NamedParameter[] },
  lines: readonly ActivityLine[],
): ActivityLine | null {
  const { byNumber, byId } = namesIn(lines);
  const numbered = [...text.matchAll(/(\d+) ?[-–—] ?(\d+)(?!\d)/g)].map(([, order, line]) => byNumber.get(`${order}-${line}`));
  const words = [...parameters.map(({ value }) => value.trim()), ...(text.match(/\d+/g) ?? [])];
  return only(numbered) ?? (numbered.some(isLine) ? null : only(words.map((word) => byId.get(word))));
}

function namesIn(lines: readonly ActivityLine[]): LineNames {
  const known = namesOf.get(lines);
  if (known !== undefined) return known;
  const names = {
    byNumber: new Map(lines.map((line) => [`${line.orderNumber}-${line.lineNumber}`, line])),
    byId: new Map(lines.map((line) => [line.lineId, line])),
  };
  namesOf.set(lines, names);
  return names;
}

function only(named: readonly (ActivityLine | undefined)[]): ActivityLine | null {
  const lines = new Set(named.filter(isLine));
  const [line] = lines;
  return lines.size === 1 && line !== undefined ? line : null;
}

function isLine(line: ActivityLine | undefined): line is ActivityLine {
  return line !== undefined;
}
