import type { StartLine } from '../../preload/contract/activity-starts.ts';

/**
 * Lines that are chosen before a person has chosen: all that nothing speaks against; with `wanted`, those of them that
 * the person has brought along.
 */
export function linesAtFirst(lines: readonly StartLine[], wanted?: readonly string[]): string[] {
  const free = lines.filter(({ obstacle }) => obstacle === null).map(({ lineId }) => lineId);
  return wanted === undefined ? free : free.filter((lineId) => wanted.includes(lineId));
}

/** The choice after a click on a line; a blocked line cannot be chosen. */
export function withLineToggled(chosen: readonly string[], line: StartLine): string[] {
  if (chosen.includes(line.lineId)) return chosen.filter((lineId) => lineId !== line.lineId);
  return line.isBlocked ? [...chosen] : [...chosen, line.lineId];
}

/** The choice after a click on the box of the whole order: all that can be chosen without a doubt, or none. */
export function withOrderToggled(chosen: readonly string[], lines: readonly StartLine[]): string[] {
  const free = linesAtFirst(lines);
  return free.every((lineId) => chosen.includes(lineId)) && chosen.length > 0 ? [] : free;
}

/** Line ids for the call: none means the whole order, which OT Platform then takes as it is. */
export function lineIdsToSend(chosen: readonly string[], lines: readonly StartLine[]): string[] {
  const inOrder = lines.map(({ lineId }) => lineId).filter((lineId) => chosen.includes(lineId));
  return inOrder.length === lines.length ? [] : inOrder;
}
