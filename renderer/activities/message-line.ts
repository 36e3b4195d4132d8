import type { MessagePiece } from '../../preload/contract/activities.ts';

/** A message on one line, for lists. */
export function messageLine(message: readonly MessagePiece[]): string {
  return linesOf(message).join(' – ');
}

/**
 * The end of a message, as many of its lines as fit into so many characters, and at least the last one: where there is
 * little room, what is asked counts more than what it is about.
 */
export function messageEnd(message: readonly MessagePiece[], room: number): string {
  const lines = linesOf(message);
  let taken = lines.at(-1) ?? '';
  for (const line of lines.slice(0, -1).toReversed()) {
    if (taken.length + line.length > room) break;
    taken = `${line}\n${taken}`;
  }
  return taken;
}

function linesOf(message: readonly MessagePiece[]): string[] {
  return message
    .map(({ text }) => text)
    .join('')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
