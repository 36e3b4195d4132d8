import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { keyCodes, numpadKeyOf, usKeyOf } from './us-key-codes.ts';
import { XKeyboard, type KeyMove } from './x-keyboard.ts';

export { startDisplay, type VirtualDisplay } from './display.ts';

/** How the scanner is set. */
export interface ScannerTyping {
  /** Between one character and the next, in milliseconds; 2 by default. */
  gapMs?: number;
  /** `enter` by default. */
  terminator?: 'enter' | 'tab' | 'none';
  /** Keys of a US keyboard by default; else every character as its Alt code. */
  mode?: 'keys' | 'alt-codes';
}

/**
 * Types codes into a display as a USB scanner does: key codes at a steady pace, whatever the keyboard layout. Several
 * codes follow each other with the same gap. Resolves when the last key is up.
 */
export async function typeBarcode(display: string, text: string | readonly string[], typing: ScannerTyping = {}): Promise<void> {
  const { gapMs = 2, terminator = 'enter', mode = 'keys' } = typing;
  const typeCharacter = mode === 'keys' ? characterMoves : altCodeMoves;
  const codes = typeof text === 'string' ? [text] : text;
  const moves = codes.flatMap((code) => {
    const characters = Array.from(code, (character) => typeCharacter(character, gapMs));
    return [...characters.flat(), ...(terminator === 'none' ? [] : press(keyCodes[terminator], gapMs))];
  });
  await play(display, moves);
}

export type NamedKey = keyof typeof keyCodes;

/** Presses and releases a key as a person does: a named one, or the one that types a character on a US keyboard. */
export async function pressKey(display: string, key: NamedKey | (string & {})): Promise<void> {
  const keycode = isNamedKey(key) ? keyCodes[key] : usKeyOf(key).keycode;
  await play(display, press(keycode, 0));
}

/** Sets the keyboard layout of a display, such as `us`, `ru`, `fr` (setxkbmap, Debian package x11-xkb-utils). */
export async function setLayout(display: string, layout: string): Promise<void> {
  await promisify(execFile)('setxkbmap', ['-display', display, layout]);
}

async function play(display: string, moves: readonly KeyMove[]): Promise<void> {
  const keyboard = await XKeyboard.connect(display);
  try {
    await keyboard.play(moves);
  } finally {
    keyboard.close();
  }
}

function characterMoves(character: string, gapMs: number): KeyMove[] {
  const { keycode, shifted } = usKeyOf(character);
  return shifted ? around(keyCodes.shift, press(keycode, 0), gapMs) : press(keycode, gapMs);
}

function altCodeMoves(character: string, gapMs: number): KeyMove[] {
  const digits = Array.from(String(character.charCodeAt(0)).padStart(3, '0'), numpadKeyOf);
  return around(
    keyCodes.alt,
    digits.flatMap((keycode) => press(keycode, 0)),
    gapMs,
  );
}

/** Moves while a modifier is held down. */
function around(modifier: number, moves: readonly KeyMove[], afterMs: number): KeyMove[] {
  const [down, up] = press(modifier, afterMs);
  return [down, ...moves, up];
}

function press(keycode: number, afterMs: number): [down: KeyMove, up: KeyMove] {
  return [
    { keycode, pressed: true, afterMs },
    { keycode, pressed: false, afterMs: 0 },
  ];
}

function isNamedKey(key: string): key is NamedKey {
  return key in keyCodes;
}
