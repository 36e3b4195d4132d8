import { averageGapMs, textOf, type Burst, type BurstKey } from './burst.ts';
import type { Focus, KeyStroke, Terminator } from './key-stroke.ts';

/** A code that the scanner read. */
export interface Scan {
  kind: 'scan';
  /** As typed, with symbology identifier, prefix and suffix, without the terminator. */
  raw: string;
  /** When its first key was pressed. */
  startedAt: number;
  /** When it ended: the time of the terminator, or of the last key where there is none. */
  at: number;
  terminator: Terminator;
  averageGapMs: number;
  keys: number;
  /** So many of its characters went into the field that had the focus, and are to be taken out again. */
  leaked: number;
  /**
   * The text of the scan before, which was the beginning of this one: keys came so late that it was given out too early.
   * Null for nearly all scans.
   */
  supersedes: string | null;
}

/**
 * Too few keys for a code, but typed and ended by a scanner, or the rest of a scan that had stopped too long: the person
 * should scan again.
 */
export interface Fragment {
  kind: 'fragment';
  raw: string;
  at: number;
}

/** A key that a person pressed. */
export interface PersonKey {
  kind: 'key';
  stroke: KeyStroke;
  focus: Focus;
  /** The key was kept back until it was clear that it begins no scan; the page never saw it. */
  held: boolean;
  /** Other keys came with it so fast that it may be part of a code too short to be a scan. */
  inBurst: boolean;
}

export type DecoderOutput = Scan | Fragment | PersonKey;

/** The scan that `keys` of a burst are. */
export function scanOf({ supersedes }: Burst, keys: readonly BurstKey[], terminator: Terminator, at: number, leaked: number): Scan {
  const startedAt = keys[0]?.at ?? at;
  return {
    kind: 'scan',
    raw: textOf(keys),
    startedAt,
    at,
    terminator,
    averageGapMs: averageGapMs(keys),
    keys: keys.length,
    leaked,
    supersedes,
  };
}

export function personKey(stroke: KeyStroke, focus: Focus, held: boolean, inBurst = false): PersonKey {
  return { kind: 'key', stroke, focus, held, inBurst };
}
