/** Key codes of X's evdev numbering: the kernel's plus eight. Rows are those of a US keyboard. */
const rows: readonly [first: number, plain: string, shifted: string][] = [
  [10, '1234567890-=', '!@#$%^&*()_+'],
  [24, 'qwertyuiop[]', 'QWERTYUIOP{}'],
  [38, "asdfghjkl;'`", 'ASDFGHJKL:"~'],
  [51, '\\zxcvbnm,./', '|ZXCVBNM<>?'],
  [65, ' ', ''],
];

/** Keys that type nothing, and the modifiers. */
export const keyCodes = {
  escape: 9,
  backspace: 22,
  up: 111,
  left: 113,
  right: 114,
  down: 116,
  delete: 119,
  enter: 36,
  tab: 23,
  shift: 50,
  alt: 64,
  capsLock: 66,
  control: 37,
} as const;

const numpadDigits = [90, 87, 88, 89, 83, 84, 85, 79, 80, 81];

/** The key that types a character on a US keyboard, and whether with Shift. */
export function usKeyOf(character: string): { keycode: number; shifted: boolean } {
  for (const [first, plain, shifted] of rows) {
    if (plain.includes(character)) return { keycode: first + plain.indexOf(character), shifted: false };
    if (shifted.includes(character)) return { keycode: first + shifted.indexOf(character), shifted: true };
  }
  throw new Error(`A US keyboard has no key for ${JSON.stringify(character)}`);
}

export function numpadKeyOf(digit: string): number {
  const keycode = numpadDigits[Number(digit)];
  if (keycode === undefined) throw new Error(`Not a digit: ${digit}`);
  return keycode;
}
