import type { KeyStroke, Terminator } from './key-stroke.ts';

/**
 * What a USB scanner set to the US keyboard, the factory setting, means by each physical key. Names of keys: W3C UI
 * Events KeyboardEvent code Values.
 */
const characters: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  IntlBackslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadDecimal: ['.', '.'],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
};
const shiftedDigits = ')!@#$%^&*(';

const groupSeparator = '\u001D';
/** Control characters that scanners type as Control and a key, besides the letters. */
const controlCharacters: Readonly<Record<string, string>> = {
  BracketLeft: '\u001B',
  Backslash: '\u001C',
  BracketRight: groupSeparator,
  Digit6: '\u001E',
  Minus: '\u001F',
};

const terminators: Readonly<Record<string, Terminator>> = { Enter: 'enter', NumpadEnter: 'enter', Tab: 'tab' };

/**
 * The character of a key without Control or Alt; null for keys that type none. CapsLock does not count: most scanners
 * send the same keys with and without it, so key and Shift alone say what is on the label.
 */
export function characterOf(stroke: Pick<KeyStroke, 'code' | 'key'>, shifted: boolean): string | null {
  const { code, key } = stroke;
  if (code === '' || code === 'Unidentified') return key.length === 1 ? key : null;
  if (/^Key[A-Z]$/.test(code)) return shifted ? code.slice(3) : code.slice(3).toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return shifted ? (shiftedDigits[Number(digit)] ?? digit) : digit;
  return numpadDigit(code) ?? characters[code]?.[shifted ? 1 : 0] ?? functionKeyCharacter(code);
}

/** The digit of a numeric keypad's key, whether NumLock is on or not; null for other keys. */
export function numpadDigit(code: string): string | null {
  return /^Numpad(\d)$/.exec(code)?.[1] ?? null;
}

/** The control character of Control and a letter, such as 0x01 for A; null for other keys. */
export function controlLetterOf(code: string): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter === undefined ? null : String.fromCharCode(letter.charCodeAt(0) - 64);
}

/** The control character of Control and a key that is no letter; nothing else in a browser uses these chords. */
export function controlSignOf(code: string): string | null {
  return controlCharacters[code] ?? null;
}

/** What a key without a character ends a scan with, or null. */
export function terminatorOfKey(code: string): Terminator | null {
  return terminators[code] ?? null;
}

/** What a control character ends a scan with, or null: scanners can type CR, LF and TAB as chords or Alt codes. */
export function terminatorOfCharacter(character: string): Terminator | null {
  if (character === '\r' || character === '\n') return 'enter';
  return character === '\t' ? 'tab' : null;
}

export function isModifier(code: string): boolean {
  return /^(?:Shift|Control|Alt|Meta)(?:Left|Right)$|^(?:CapsLock|NumLock|Fn)$/.test(code);
}

/** F8 is what many scanners type for GS1's FNC1. */
function functionKeyCharacter(code: string): string | null {
  return code === 'F8' ? groupSeparator : null;
}
