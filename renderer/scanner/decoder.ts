import type { ScannerSettings } from '../../preload/contract/settings.ts';
import { averageGapMs, isScannerOnly, scannedTail, textOf, type Burst, type BurstKey } from './burst.ts';
import type { Focus, KeyStroke, Terminator } from './key-stroke.ts';
import { AltCode, ShiftKey } from './modifiers.ts';
import * as keyboard from './us-keyboard.ts';

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
}

export type DecoderOutput = Scan | Fragment | PersonKey;

export interface Fed {
  /** The page must not see this event, and must not act on it. */
  consume: boolean;
  outputs: DecoderOutput[];
}

export interface Decoder {
  feed(stroke: KeyStroke, focus: Focus): Fed;
  /** When `tick` is due if no key comes before, in the time of the strokes; null when nothing waits. */
  deadline(): number | null;
  /** Ends what the quiet up to `now` has ended. */
  tick(now: number): DecoderOutput[];
  /** Ends a waiting burst at once, as when the window loses the focus. */
  flush(): DecoderOutput[];
}

/**
 * A decoder of one keyboard's strokes.
 *
 * Whether a key begins a scan is known only when the next one comes, but whether the page may see it must be said at
 * once. So it depends on the focus:
 * - On the page, a key that types a character is consumed and held. If no other follows within `maximumGapMs`, it comes
 *   out as a person's key. Keys that no scan begins with (Enter, Tab, Space, arrows, chords) come out at once.
 * - In a field, keys pass. A burst that only a scanner can have typed is still a scan; it tells how many of its
 *   characters must be taken out of the field. Only its terminator is consumed.
 * The terminator of a scan is always consumed, also a second one (CR and LF) and one that comes late.
 */
export function createDecoder(settings: ScannerSettings): Decoder {
  return new KeyDecoder(settings);
}

const pass: Fed = { consume: false, outputs: [] };
const swallow: Fed = { consume: true, outputs: [] };

class KeyDecoder implements Decoder {
  readonly #settings: ScannerSettings;
  /** Quiet after which no terminator is awaited any more. */
  readonly #endMs: number;
  readonly #shift = new ShiftKey();
  readonly #altCode = new AltCode();
  readonly #consumedKeys = new Set<string>();
  #burst: Burst | null = null;
  /** Until then a terminator belongs to the scan that has ended. */
  #terminatorsUntil = -Infinity;
  /** Until then other keys do so too, for the scan has ended without a terminator. */
  #restUntil = -Infinity;

  constructor(settings: ScannerSettings) {
    this.#settings = settings;
    this.#endMs = Math.max(settings.quietMs, settings.maximumGapMs);
  }

  feed(stroke: KeyStroke, focus: Focus): Fed {
    const overdue = this.#endOverdue(stroke);
    const fed = stroke.type === 'up' ? this.#keyUp(stroke, focus) : this.#keyDown(stroke, focus);
    if (stroke.type === 'down') this.#remember(stroke.code, fed.consume);
    return { consume: fed.consume, outputs: [...overdue, ...fed.outputs] };
  }

  deadline(): number | null {
    return this.#burst && this.#burst.lastAt + this.#patience(this.#burst);
  }

  tick(now: number): DecoderOutput[] {
    const deadline = this.deadline();
    return deadline !== null && now >= deadline ? this.flush() : [];
  }

  flush(): DecoderOutput[] {
    return this.#end('none', this.#burst?.lastAt ?? 0);
  }

  /** How long a burst waits: a possible scan for its terminator or a key that is late, anything shorter for its next key. */
  #patience(burst: Burst): number {
    return burst.keys.length >= this.#settings.minimumLength ? this.#endMs : this.#settings.maximumGapMs;
  }

  #endOverdue(stroke: KeyStroke): DecoderOutput[] {
    if (!this.#burst || stroke.repeat) return [];
    return stroke.at - this.#burst.lastAt > this.#patience(this.#burst) ? this.flush() : [];
  }

  #keyUp(stroke: KeyStroke, focus: Focus): Fed {
    this.#shift.observe(stroke);
    if (keyboard.isModifier(stroke.code)) this.#touch(stroke.at);
    const typed = stroke.code.startsWith('Alt') ? this.#altCode.finish() : null;
    if (typed) return this.#character(typed.character, typed.stroke, focus, stroke.at);
    return this.#consumedKeys.delete(stroke.code) ? swallow : pass;
  }

  #keyDown(stroke: KeyStroke, focus: Focus): Fed {
    if (keyboard.isModifier(stroke.code)) {
      this.#shift.observe(stroke);
      this.#touch(stroke.at);
      return pass;
    }
    if (stroke.repeat) return this.#repeated(stroke, focus);
    if (this.#altCode.take(stroke)) {
      this.#touch(stroke.at);
      return this.#focus(focus) === 'page' ? swallow : pass;
    }
    this.#altCode.reset();
    const character = this.#read(stroke);
    if (character !== null) return this.#character(character, stroke, focus);
    const terminator = stroke.ctrl || stroke.alt || stroke.meta ? null : keyboard.terminatorOfKey(stroke.code);
    return terminator ? this.#terminator(terminator, stroke, focus) : this.#personKey(stroke, focus);
  }

  /** The character that a stroke adds to a scan; null for a key that is a person's or a terminator. */
  #read(stroke: KeyStroke): string | null {
    if (stroke.alt || stroke.meta) return null;
    if (stroke.ctrl) return keyboard.controlSignOf(stroke.code) ?? this.#readControlLetter(stroke);
    const since = (this.#burst?.keys[0]?.at ?? stroke.at) - this.#settings.maximumGapMs;
    const character = keyboard.characterOf(stroke, this.#shift.shifts(stroke, since));
    // No code begins with a blank, but Space presses the button that has the focus.
    return character === ' ' && !this.#burst ? null : character;
  }

  /** Control and a letter is a person's chord, unless it comes inside a scan, or as the second half of its CR and LF. */
  #readControlLetter(stroke: KeyStroke): string | null {
    const character = keyboard.controlLetterOf(stroke.code);
    if (character === null || this.#burst) return character;
    const endsScan = stroke.at <= this.#terminatorsUntil && keyboard.terminatorOfCharacter(character) !== null;
    return endsScan ? character : null;
  }

  /** `stroke` began the character, which was there at `typedAt`. */
  #character(character: string, stroke: KeyStroke, focus: Focus, typedAt = stroke.at): Fed {
    const terminator = keyboard.terminatorOfCharacter(character);
    if (terminator) return this.#terminator(terminator, { ...stroke, at: typedAt }, focus);
    this.#burst ??= { focus, isRest: stroke.at <= this.#restUntil, keys: [], lastAt: typedAt };
    this.#burst.keys.push({ character, at: stroke.at, stroke });
    this.#burst.lastAt = typedAt;
    return this.#burst.focus === 'page' ? swallow : pass;
  }

  #terminator(terminator: Terminator, stroke: KeyStroke, focus: Focus): Fed {
    if (!this.#burst && stroke.at <= this.#terminatorsUntil) return swallow;
    const outputs = this.#end(terminator, stroke.at);
    if (outputs.some(({ kind }) => kind !== 'key')) return { consume: true, outputs };
    return { consume: false, outputs: [...outputs, personKey(stroke, focus, false)] };
  }

  #personKey(stroke: KeyStroke, focus: Focus): Fed {
    const outputs = [...this.flush(), personKey(stroke, focus, false)];
    this.#restUntil = -Infinity;
    return { consume: false, outputs };
  }

  /** A held key moves a person through a list; it neither types codes nor presses buttons again and again. */
  #repeated(stroke: KeyStroke, focus: Focus): Fed {
    if (this.#consumedKeys.has(stroke.code)) return swallow;
    if (this.#focus(focus) === 'field') return pass;
    if (keyboard.terminatorOfKey(stroke.code) === 'enter') return swallow;
    const isText = !stroke.ctrl && !stroke.alt && !stroke.meta && keyboard.characterOf(stroke, false) !== null;
    return isText ? swallow : { consume: false, outputs: [personKey(stroke, focus, false)] };
  }

  /** The page must not see a key go up that it has not seen go down. */
  #remember(code: string, consumed: boolean): void {
    if (consumed) this.#consumedKeys.add(code);
    else this.#consumedKeys.delete(code);
  }

  #touch(at: number): void {
    if (this.#burst) this.#burst.lastAt = Math.max(this.#burst.lastAt, at);
  }

  #focus(focus: Focus): Focus {
    return this.#burst?.focus ?? focus;
  }

  /** Ends the waiting burst and says what it was. */
  #end(terminator: Terminator, at: number): DecoderOutput[] {
    const burst = this.#burst;
    if (!burst) return [];
    this.#burst = null;
    const outputs = burst.focus === 'page' ? this.#judgeOnPage(burst, terminator, at) : this.#judgeInField(burst, terminator, at);
    if (outputs.some(({ kind }) => kind !== 'key')) {
      this.#shift.release();
      this.#awaitRest(terminator, at);
    }
    return outputs;
  }

  /** What may still come of a scan: the other half of its terminator, or all that a busy computer held up. */
  #awaitRest(terminator: Terminator, at: number): void {
    const isEnded = terminator !== 'none';
    this.#restUntil = isEnded ? -Infinity : at + 2 * this.#endMs;
    this.#terminatorsUntil = isEnded ? at + this.#settings.maximumGapMs : this.#restUntil;
  }

  #judgeOnPage({ keys, isRest }: Burst, terminator: Terminator, at: number): DecoderOutput[] {
    if (keys.length >= this.#settings.minimumLength) return [scan(keys, terminator, at, 0)];
    const isFragment = isRest || (terminator !== 'none' && isScannerOnly(keys, at));
    if (isFragment) return [{ kind: 'fragment', raw: textOf(keys), at }];
    return keys.map(({ stroke }) => personKey(stroke, 'page', true));
  }

  #judgeInField({ keys }: Burst, terminator: Terminator, at: number): DecoderOutput[] {
    const scanned = scannedTail(keys, this.#settings.minimumLength);
    return scanned.length === 0 ? [] : [scan(scanned, terminator, at, scanned.length)];
  }
}

function scan(keys: readonly BurstKey[], terminator: Terminator, at: number, leaked: number): Scan {
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
  };
}

function personKey(stroke: KeyStroke, focus: Focus, held: boolean): PersonKey {
  return { kind: 'key', stroke, focus, held };
}
