import type { ScannerSettings } from '../../preload/contract/settings.ts';
import { averageGapMs, isScannerOnly, isScannerTyping, scannedTail, textOf, type Burst } from './burst.ts';
import { personKey, scanOf, type DecoderOutput } from './decoder-output.ts';
import type { Focus, KeyStroke, Terminator } from './key-stroke.ts';
import { AltCode, ShiftKey } from './modifiers.ts';
import { TerminatorHabit } from './terminator-habit.ts';
import * as keyboard from './us-keyboard.ts';

export interface Fed {
  /** The page must not see this event, and must not act on it. */
  consume: boolean;
  outputs: DecoderOutput[];
}

export interface Decoder {
  feed(stroke: KeyStroke, focus: Focus): Fed;
  /**
   * When `tick` is due if no key comes before, in the time of the strokes; null when nothing waits. Keys may be on their
   * way for long, so it may lie later than the longest gap that the times of two keys may have.
   */
  deadline(): number | null;
  /** Ends what the quiet up to `now` has ended, until a key comes that was pressed before. */
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
 *
 * Which keys belong together is said by the times at which they were pressed. Quiet only says that no key has come, and
 * on a busy computer keys come late: what a scanner is typing waits longer, for its terminator, and a burst that was
 * ended too early goes on when a key comes that was pressed in time.
 */
export function createDecoder(settings: ScannerSettings): Decoder {
  return new KeyDecoder(settings);
}

/**
 * Without a terminator, what a scanner has typed waits so long: a computer with ten busy programs for two processors
 * held keys back for 200 ms and more. A scanner that sends none answers so late until `TerminatorHabit` knows it, for
 * its first two scans; then after `quietMs`.
 */
const terminatorWaitMs = 700;
/** A computer that has held keys back longer than that may do so again; then even a scanner without terminator waits. */
const starvedWaitMs = 2000;
/** The second half of CR and LF follows the first as a scanner's keys do. A person's Enter takes 150 ms and more ... */
const secondHalfMs = 60;
/** ... but the keys of a slow scanner are further apart. */
const secondHalfGaps = 4;

const pass: Fed = { consume: false, outputs: [] };
const swallow: Fed = { consume: true, outputs: [] };

class KeyDecoder implements Decoder {
  readonly #settings: ScannerSettings;
  /** The longest gap in a burst that may be a scan. */
  readonly #endMs: number;
  readonly #shift = new ShiftKey();
  readonly #altCode = new AltCode();
  readonly #habit = new TerminatorHabit();
  readonly #consumedKeys = new Set<string>();
  #burst: Burst | null = null;
  /** The last burst, when only quiet has ended it. */
  #ended: Burst | null = null;
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
    this.#resume(stroke);
    const fed = stroke.type === 'up' ? this.#keyUp(stroke, focus) : this.#keyDown(stroke, focus);
    if (stroke.type === 'down') this.#remember(stroke.code, fed.consume);
    return { consume: fed.consume, outputs: [...overdue, ...fed.outputs] };
  }

  deadline(): number | null {
    return this.#burst && this.#burst.lastAt + this.#patience(this.#burst);
  }

  tick(now: number): DecoderOutput[] {
    const burst = this.#burst;
    if (!burst || now < burst.lastAt + this.#patience(burst)) return [];
    const outputs = this.flush();
    this.#ended = burst;
    return outputs;
  }

  flush(): DecoderOutput[] {
    this.#ended = null;
    return this.#end('none', this.#burst?.lastAt ?? 0);
  }

  /** How long the next key of a burst may take: in a possible scan one key may be late, anything shorter is a person's. */
  #longestGap(burst: Burst): number {
    return burst.keys.length >= this.#settings.minimumLength ? this.#endMs : this.#settings.maximumGapMs;
  }

  /** How long to wait for a key to come: longer where a scanner is typing whose terminator must be on its way. */
  #patience(burst: Burst): number {
    const gap = this.#longestGap(burst);
    if (!isScannerTyping(burst.keys, this.#settings.minimumLength)) return gap;
    if (burst.given > 0) return Math.max(gap, starvedWaitMs);
    return this.#habit.awaitsTerminator ? Math.max(gap, terminatorWaitMs) : gap;
  }

  #endOverdue(stroke: KeyStroke): DecoderOutput[] {
    if (!this.#burst || stroke.repeat) return [];
    return stroke.at - this.#burst.lastAt > this.#longestGap(this.#burst) ? this.flush() : [];
  }

  /** Goes on with a burst that the quiet ended too early: the stroke was made in time and only came late. */
  #resume(stroke: KeyStroke): void {
    const ended = this.#ended;
    if (!ended || stroke.repeat) return;
    this.#ended = null;
    if (stroke.at - ended.lastAt <= this.#longestGap(ended)) this.#burst = ended;
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
    this.#burst ??= this.#begin(stroke, focus);
    this.#burst.keys.push({ character, at: stroke.at, stroke });
    this.#burst.lastAt = typedAt;
    return this.#burst.focus === 'page' ? swallow : pass;
  }

  #terminator(terminator: Terminator, stroke: KeyStroke, focus: Focus): Fed {
    const isLate = this.#burst ? isScanGiven(this.#burst) : stroke.at <= this.#terminatorsUntil;
    if (isLate) return this.#lateTerminator(terminator, stroke.at);
    const outputs = this.#end(terminator, stroke.at);
    if (outputs.some(({ kind }) => kind !== 'key')) return { consume: true, outputs };
    return { consume: false, outputs: [...outputs, personKey(stroke, focus, false, outputs.length > 0)] };
  }

  /** The terminator of a scan that has been given out, or its second half. */
  #lateTerminator(terminator: Terminator, at: number): Fed {
    this.#habit.note(terminator);
    if (this.#burst) this.#awaitRest(this.#burst, terminator, at);
    this.#burst = null;
    return swallow;
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

  #begin(stroke: KeyStroke, focus: Focus): Burst {
    return { focus, isRest: stroke.at <= this.#restUntil, keys: [], lastAt: stroke.at, given: 0, supersedes: null };
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
    if (outputs.some(({ kind }) => kind !== 'key')) this.#awaitRest(burst, terminator, at);
    if (outputs.length > 0) this.#give(burst, terminator, outputs);
    return outputs;
  }

  /** Remembers what has come of a burst, for the case that it goes on. */
  #give(burst: Burst, terminator: Terminator, outputs: readonly DecoderOutput[]): void {
    burst.given = burst.keys.length;
    const scan = outputs.find((output) => output.kind === 'scan');
    if (!scan) return;
    burst.supersedes = scan.raw;
    if (terminator !== 'none' || isScannerTyping(burst.keys, this.#settings.minimumLength)) this.#habit.note(terminator);
  }

  /** What may still come of a scan: the other half of its terminator, or all that a busy computer held up. */
  #awaitRest({ keys }: Burst, terminator: Terminator, at: number): void {
    if (terminator === 'none') {
      this.#restUntil = at + 2 * this.#endMs;
      this.#terminatorsUntil = this.#restUntil;
      return;
    }
    const secondHalf = Math.max(secondHalfMs, secondHalfGaps * averageGapMs(keys));
    this.#restUntil = -Infinity;
    this.#terminatorsUntil = at + Math.min(secondHalf, this.#settings.maximumGapMs);
    this.#shift.release();
  }

  #judgeOnPage(burst: Burst, terminator: Terminator, at: number): DecoderOutput[] {
    const { keys, isRest, given } = burst;
    if (isScanGiven(burst)) return [];
    if (keys.length >= this.#settings.minimumLength) return [scanOf(burst, keys, terminator, at, 0)];
    const isRestToTell = isRest && (keys.length > given || terminator !== 'none');
    if (isRestToTell || (terminator !== 'none' && isScannerOnly(keys, at))) return [{ kind: 'fragment', raw: textOf(keys), at }];
    const inBurst = keys.length > 1 || terminator !== 'none';
    return keys.slice(given).map(({ stroke }) => personKey(stroke, 'page', true, inBurst));
  }

  #judgeInField(burst: Burst, terminator: Terminator, at: number): DecoderOutput[] {
    if (isScanGiven(burst)) return [];
    const scanned = scannedTail(burst.keys, this.#settings.minimumLength);
    if (scanned.length === 0) return [];
    const leaked = Math.min(scanned.length, burst.keys.length - burst.given);
    return [scanOf(burst, scanned, terminator, at, leaked)];
  }
}

/** Whether a burst that goes on has had all its keys given out as a scan. */
function isScanGiven({ keys, given, supersedes }: Burst): boolean {
  return supersedes !== null && given === keys.length;
}
