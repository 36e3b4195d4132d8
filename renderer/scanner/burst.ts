import type { Focus, KeyStroke } from './key-stroke.ts';

export interface BurstKey {
  character: string;
  at: number;
  stroke: KeyStroke;
}

/** Keys that follow each other fast enough to belong together. */
export interface Burst {
  /** Where the first key went; the others follow it even if the focus moves meanwhile. */
  focus: Focus;
  keys: BurstKey[];
  /** When the last key, or a modifier between keys, moved. */
  lastAt: number;
}

/** People type longer texts hardly ever faster than this on average; a scanner at full speed always does. */
const fastestTypingMs = 35;
/** Not even two keys rolled under neighbouring fingers come this close together on average. */
const scannerOnlyMs = 15;
/** Fewer keys than this can be regular by chance. */
const regularKeys = 10;

export function textOf(keys: readonly BurstKey[]): string {
  return keys.map(({ character }) => character).join('');
}

/** Zero for fewer than two keys. */
export function averageGapMs(keys: readonly BurstKey[]): number {
  const gaps = gapsOf(keys);
  return gaps.length === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}

/** Whether keys and the terminator right after them came faster than hands can move; for texts of any length. */
export function isScannerOnly(keys: readonly BurstKey[], endedAt: number): boolean {
  const first = keys[0];
  return first !== undefined && (endedAt - first.at) / keys.length <= scannerOnlyMs;
}

/**
 * The keys at the end of a burst in a field that a scanner typed: all of them, or those after the person's last key, or
 * none. A scanner shows by its speed; a slow one by its regularity.
 */
export function scannedTail(keys: readonly BurstKey[], minimumLength: number): readonly BurstKey[] {
  const tails = [keys, keys.slice(startOfFastTail(keys))];
  return tails.find((tail) => tail.length >= minimumLength && isTypedByScanner(tail)) ?? [];
}

function isTypedByScanner(keys: readonly BurstKey[]): boolean {
  if (averageGapMs(keys) <= fastestTypingMs) return keys.length > 1 && Math.max(...gapsOf(keys)) <= 3 * fastestTypingMs;
  return keys.length >= regularKeys && isRegular(gapsOf(keys));
}

function isRegular(gaps: readonly number[]): boolean {
  const average = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return gaps.every((gap) => Math.abs(gap - average) <= average / 5);
}

function startOfFastTail(keys: readonly BurstKey[]): number {
  return gapsOf(keys).findLastIndex((gap) => gap > fastestTypingMs) + 1;
}

function gapsOf(keys: readonly BurstKey[]): number[] {
  return keys.slice(1).map((key, index) => Math.max(0, key.at - (keys[index]?.at ?? key.at)));
}
