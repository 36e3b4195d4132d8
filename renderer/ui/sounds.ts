import type { DeskSound } from '../receive/desk.ts';

/** What can be heard: what the desk says, and that a background activity asks something. */
export type StationSound = DeskSound | 'activity-asks';

/** One tone of a sound. */
export interface Tone {
  /** Seconds from the beginning of the sound. */
  at: number;
  /** Seconds. */
  lasts: number;
  /** Hertz. */
  pitch: number;
}

/**
 * Every result has its own rhythm and its own pitch, so that it is told apart by ear alone, also by people who do not
 * hear high tones. Good results rise, bad ones fall or buzz low.
 */
export const sounds: Record<StationSound, readonly Tone[]> = {
  found: [{ at: 0, lasts: 0.12, pitch: 880 }],
  'partly-received': [
    { at: 0, lasts: 0.1, pitch: 740 },
    { at: 0.16, lasts: 0.1, pitch: 740 },
  ],
  'already-received': [
    { at: 0, lasts: 0.1, pitch: 660 },
    { at: 0.14, lasts: 0.26, pitch: 494 },
  ],
  attention: [
    { at: 0, lasts: 0.09, pitch: 587 },
    { at: 0.13, lasts: 0.09, pitch: 784 },
    { at: 0.26, lasts: 0.09, pitch: 587 },
  ],
  unknown: [
    { at: 0, lasts: 0.22, pitch: 330 },
    { at: 0.3, lasts: 0.34, pitch: 247 },
  ],
  refused: [
    { at: 0, lasts: 0.06, pitch: 220 },
    { at: 0.1, lasts: 0.06, pitch: 220 },
    { at: 0.2, lasts: 0.06, pitch: 220 },
    { at: 0.3, lasts: 0.06, pitch: 220 },
  ],
  failed: [{ at: 0, lasts: 0.7, pitch: 185 }],
  received: [
    { at: 0, lasts: 0.08, pitch: 784 },
    { at: 0.1, lasts: 0.2, pitch: 1175 },
  ],
  undone: [
    { at: 0, lasts: 0.08, pitch: 1047 },
    { at: 0.1, lasts: 0.08, pitch: 784 },
    { at: 0.2, lasts: 0.16, pitch: 523 },
  ],
  question: [
    { at: 0, lasts: 0.07, pitch: 698 },
    { at: 0.22, lasts: 0.07, pitch: 932 },
  ],
  'activity-asks': [
    { at: 0, lasts: 0.1, pitch: 523 },
    { at: 0.15, lasts: 0.1, pitch: 659 },
    { at: 0.3, lasts: 0.1, pitch: 523 },
    { at: 0.45, lasts: 0.2, pitch: 831 },
  ],
  tick: [{ at: 0, lasts: 0.03, pitch: 1400 }],
};
