import { randomInt } from 'node:crypto';
import { markCharacters, markLength } from '../../../preload/contract/index.ts';

/** A mark that no other sending has. */
export function newMark(): string {
  return Array.from({ length: markLength }, () => markCharacters[randomInt(markCharacters.length)] ?? '').join('');
}
