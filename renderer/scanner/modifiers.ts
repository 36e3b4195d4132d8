import type { KeyStroke } from './key-stroke.ts';
import { numpadDigit } from './us-keyboard.ts';

/**
 * Shift as the scanner holds it. A Shift whose key-up got lost would turn the digits of every later scan into signs, so
 * only a Shift that went down with the burst counts.
 */
export class ShiftKey {
  #downAt: number | null = null;

  observe(stroke: KeyStroke): void {
    if (!stroke.code.startsWith('Shift') || stroke.repeat) return;
    this.#downAt = stroke.type === 'down' ? stroke.at : null;
  }

  /** Whether a key is shifted in a burst that cannot have begun before `since`. */
  shifts(stroke: KeyStroke, since: number): boolean {
    return stroke.shift && this.#downAt !== null && this.#downAt >= since;
  }

  release(): void {
    this.#downAt = null;
  }
}

/** Longest code that Alt and the numeric keypad type; one more digit and it is something else. */
const maximumDigits = 5;

/** Characters typed as Alt down, their number on the numeric keypad, Alt up. */
export class AltCode {
  #digits = '';
  #first: KeyStroke | null = null;

  /** Takes a digit of a code; false when the key is none. */
  take(stroke: KeyStroke): boolean {
    const digit = numpadDigit(stroke.code);
    if (digit === null || !stroke.alt || stroke.ctrl || stroke.meta || this.#digits.length >= maximumDigits) return false;
    this.#digits += digit;
    this.#first ??= stroke;
    return true;
  }

  /** The character when Alt goes up, with the first key of its code; null when no code was typed. */
  finish(): { character: string; stroke: KeyStroke } | null {
    const stroke = this.#first;
    const number = Number(this.#digits);
    this.reset();
    return stroke && number > 0 && number <= 0xffff ? { character: String.fromCharCode(number), stroke } : null;
  }

  reset(): void {
    this.#digits = '';
    this.#first = null;
  }
}
