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
  /** It began so soon after a scan without a terminator that it is the rest of it. */
  isRest: boolean;
  keys: BurstKey[];
  /** When the last key, or a modifier between keys, moved. */
  lastAt: number;
  /** So many of its keys were given out when it seemed to have ended. */
  given: number;
  /** The text of the scan that was given out then. */
  supersedes: string | null;
}

/** People type longer texts hardly ever faster than this on average; a scanner at full speed always does. */
const fastestTypingMs = 35;
/** Not even two keys rolled under neighbouring fingers come this close together on average. */
const scannerOnlyMs = 15;
/** Fewer keys than this can be regular by chance. */
const regularKeys = 10;
/** So many quick gaps in a row are the scanner's. */
const runGaps = 3;
/** A gap so much longer than those after it is a pause ... */
const pauseFactor = 4;
/** ... unless it is no longer than a busy computer makes it. */
const shortestPauseMs = 60;

export function textOf(keys: readonly BurstKey[]): string {
  return keys.map(({ character }) => character).join('');
}

/** Zero for fewer than two keys. */
export function averageGapMs(keys: readonly BurstKey[]): number {
  return average(gapsOf(keys));
}

/** Whether keys and the terminator right after them came faster than hands can move; for texts of any length. */
export function isScannerOnly(keys: readonly BurstKey[], endedAt: number): boolean {
  const first = keys[0];
  return first !== undefined && (endedAt - first.at) / keys.length <= scannerOnlyMs;
}

/**
 * Whether keys show, though no terminator has come, that a scanner is typing and not a person. One key alone does so if
 * it is a capital letter: most waybills begin with one, and nobody holds Shift for a shortcut.
 */
export function isScannerTyping(keys: readonly BurstKey[], minimumLength: number): boolean {
  if (keys.length >= minimumLength) return scannedTail(keys, minimumLength).length > 0;
  return keys.length > 1 ? averageGapMs(keys) <= scannerOnlyMs : /^[A-Z]$/.test(textOf(keys));
}

/**
 * The keys at the end of a burst in a field that a scanner typed: all of them, or those after the person's last key, or
 * none. A scanner shows by its speed; a slow one by its regularity.
 */
export function scannedTail(keys: readonly BurstKey[], minimumLength: number): readonly BurstKey[] {
  const tail = keys.slice(startOfScan(keys));
  return tail.length >= minimumLength && isTypedByScanner(tail) ? tail : [];
}

function isTypedByScanner(keys: readonly BurstKey[]): boolean {
  if (averageGapMs(keys) <= fastestTypingMs) return keys.length > 1;
  return keys.length >= regularKeys && isRegular(gapsOf(keys));
}

/**
 * Where the scanner took over from the person: after the last pause that is long beside the gaps that follow it. A pause
 * between two runs of quick keys is the scanner's own.
 */
function startOfScan(keys: readonly BurstKey[]): number {
  const gaps = gapsOf(keys);
  for (let index = gaps.length - 1 - runGaps; index >= 0; index -= 1) {
    const pause = Math.max(shortestPauseMs, pauseFactor * average(gaps.slice(index + 1)));
    const before = gaps.slice(Math.max(0, index - runGaps), index);
    const isScannersOwn = before.length === runGaps && before.every((gap) => gap <= pause);
    if ((gaps[index] ?? 0) > pause && !isScannersOwn) return index + 1;
  }
  return 0;
}

/** One gap in eight may be off: the computer is busy now and then. */
function isRegular(gaps: readonly number[]): boolean {
  const usual = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
  return gaps.filter((gap) => Math.abs(gap - usual) > usual / 5).length <= Math.max(1, gaps.length / 8);
}

function gapsOf(keys: readonly BurstKey[]): number[] {
  return keys.slice(1).map((key, index) => Math.max(0, key.at - (keys[index]?.at ?? key.at)));
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
