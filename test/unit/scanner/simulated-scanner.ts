import type { Decoder, DecoderOutput, Focus, KeyStroke } from '../../../renderer/scanner/index.ts';

export type Layout = 'us' | 'ru' | 'fr' | 'zh-ime';
export type Ending = 'enter' | 'tab' | 'numpad-enter' | 'crlf' | 'cr-chord' | 'none';

/** How a scanner is set. */
export interface ScannerModel {
  gapMs: number;
  ending: Ending;
  layout: Layout;
  capsLock: boolean;
  /** Digits from the numeric keypad. */
  numpad: boolean;
  /** Every character as an Alt code. */
  altCodes: boolean;
}

export const plainScanner: ScannerModel = {
  gapMs: 2,
  ending: 'enter',
  layout: 'us',
  capsLock: false,
  numpad: false,
  altCodes: false,
};

const letterKeys = 'QWERTYUIOPASDFGHJKLZXCVBNM';
const russianLetters = 'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ';
const frenchLetters = 'AZERTYUIOPQSDFGHJKLWXCVBN,';
const frenchDigits = 'à&é"\'(-è_ç';
const signKeys: Record<string, [code: string, shifted: boolean]> = {
  '-': ['Minus', false],
  '_': ['Minus', true],
  '/': ['Slash', false],
  '?': ['Slash', true],
  '.': ['Period', false],
  ':': ['Semicolon', true],
  ']': ['BracketRight', false],
  '#': ['Digit3', true],
  '+': ['Equal', true],
  ' ': ['Space', false],
};

interface Modifiers {
  shift?: boolean;
  ctrl?: boolean;
  alt?: boolean;
}

/** Types as a USB scanner does: key codes, each one `gapMs` after the last. */
export class SimulatedScanner {
  readonly #model: ScannerModel;
  #at: number;
  #strokes: KeyStroke[] = [];

  constructor(model: ScannerModel, startedAt = 1000) {
    this.#model = model;
    this.#at = startedAt;
  }

  /** The strokes of one scan; the next one follows after the gap. */
  scan(text: string): KeyStroke[] {
    this.#strokes = [];
    for (const character of Array.from(text)) this.#type(character);
    this.#end();
    return this.#strokes;
  }

  pause(duration: number): void {
    this.#at += duration;
  }

  #type(character: string): void {
    if (this.#model.altCodes) return this.#altCode(character.charCodeAt(0));
    if (character === '\u001D') return this.#chord('BracketRight');
    const [code, shifted] = this.#keyOf(character);
    if (shifted) this.#stroke('down', 'ShiftLeft', { shift: true });
    this.#press(code, { shift: shifted });
    if (shifted) this.#stroke('up', 'ShiftLeft', {});
  }

  #keyOf(character: string): [code: string, shifted: boolean] {
    if (/[A-Z]/.test(character)) return [`Key${character}`, true];
    if (/[a-z]/.test(character)) return [`Key${character.toUpperCase()}`, false];
    if (/\d/.test(character)) return [`${this.#model.numpad ? 'Numpad' : 'Digit'}${character}`, false];
    const key = signKeys[character];
    if (!key) throw new Error(`The simulated scanner has no key for ${character}`);
    return key;
  }

  #altCode(number: number): void {
    this.#stroke('down', 'AltLeft', { alt: true });
    for (const digit of String(number).padStart(3, '0')) this.#press(`Numpad${digit}`, { alt: true });
    this.#stroke('up', 'AltLeft', {});
    this.#at += this.#model.gapMs;
  }

  #chord(code: string): void {
    this.#stroke('down', 'ControlLeft', { ctrl: true });
    this.#press(code, { ctrl: true });
    this.#stroke('up', 'ControlLeft', {});
  }

  #end(): void {
    switch (this.#model.ending) {
      case 'enter':
        return this.#press('Enter', {});
      case 'tab':
        return this.#press('Tab', {});
      case 'numpad-enter':
        return this.#press('NumpadEnter', {});
      case 'crlf':
        this.#press('Enter', {});
        return this.#chord('KeyJ');
      case 'cr-chord':
        return this.#chord('KeyM');
      case 'none':
        return undefined;
    }
  }

  #press(code: string, modifiers: Modifiers): void {
    this.#stroke('down', code, modifiers);
    this.#stroke('up', code, modifiers);
    this.#at += this.#model.gapMs;
  }

  #stroke(type: 'down' | 'up', code: string, modifiers: Modifiers): void {
    this.#strokes.push(stroke(code, this.#at, { type, key: keyUnder(this.#model, code, modifiers.shift === true), ...modifiers }));
  }
}

/** What a layout makes of a key; wrong on purpose for all but the US layout. */
function keyUnder({ layout, capsLock }: ScannerModel, code: string, shifted: boolean): string {
  if (layout === 'zh-ime' && /^(?:Key|Digit|Space|Minus|Period)/.test(code)) return 'Process';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) {
    const letters = { us: letterKeys, ru: russianLetters, fr: frenchLetters, 'zh-ime': letterKeys }[layout];
    const typed = letters[letterKeys.indexOf(letter)] ?? letter;
    return shifted === capsLock ? typed.toLowerCase() : typed;
  }
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return layout === 'fr' && !shifted ? (frenchDigits[Number(digit)] ?? digit) : digit;
  return code === 'NumpadEnter' ? 'Enter' : code;
}

/** One stroke with everything at rest but what is given. */
export function stroke(code: string, at: number, parts: Partial<KeyStroke> = {}): KeyStroke {
  const modifiers = { shift: false, ctrl: false, alt: false, meta: false };
  return { type: 'down', code, key: code, at, repeat: false, ...modifiers, ...parts };
}

export interface Read {
  outputs: DecoderOutput[];
  /** The strokes that the page would have seen. */
  seen: KeyStroke[];
}

/** Feeds strokes as the page's adapter does, with the ticks in time; ends with enough quiet for everything. */
export function read(decoder: Decoder, strokes: readonly KeyStroke[], focus: Focus = 'page'): Read {
  const result: Read = { outputs: [], seen: [] };
  for (const next of strokes) {
    const deadline = decoder.deadline();
    if (deadline !== null && deadline < next.at) result.outputs.push(...decoder.tick(deadline));
    const { consume, outputs } = decoder.feed(next, focus);
    result.outputs.push(...outputs);
    if (!consume) result.seen.push(next);
  }
  const deadline = decoder.deadline();
  if (deadline !== null) result.outputs.push(...decoder.tick(deadline));
  return result;
}

/** A key on its way: what the system says when it was pressed, and when the page hears of it. */
export interface Delivery {
  stroke: KeyStroke;
  arrivesAt: number;
}

/** Strokes of which some come late, each by its own time; all that follow wait behind it and then come at once. */
export function deliverLate(strokes: readonly KeyStroke[], lateMs: readonly number[]): Delivery[] {
  let arrivesAt = -Infinity;
  return strokes.map((each, index) => {
    arrivesAt = Math.max(arrivesAt, each.at) + (lateMs[index] ?? 0);
    return { stroke: each, arrivesAt };
  });
}

/** So much the adapter adds to a wait. */
const deliveryMs = 30;

/** Feeds strokes as they arrive, with a timer that knows only arrivals, as the page's adapter does. */
export function readLate(decoder: Decoder, deliveries: readonly Delivery[], focus: Focus = 'page'): Read {
  const result: Read = { outputs: [], seen: [] };
  let timer: { firesAt: number; deadline: number } | null = null;
  const fireBefore = (time: number) => {
    if (timer && timer.firesAt < time) {
      result.outputs.push(...decoder.tick(timer.deadline));
      timer = null;
    }
  };
  for (const { stroke: next, arrivesAt } of deliveries) {
    fireBefore(arrivesAt);
    const { consume, outputs } = decoder.feed(next, focus);
    result.outputs.push(...outputs);
    if (!consume) result.seen.push(next);
    const deadline = decoder.deadline();
    timer = deadline === null ? null : { deadline, firesAt: arrivesAt + Math.max(0, deadline - next.at) + deliveryMs };
  }
  fireBefore(Infinity);
  return result;
}
