/** What a chord does. Chords are physical keys, so that they work in every keyboard layout: `KeyA`, `Ctrl+Enter`, `F1`. */
export type Bindings = Readonly<Record<string, () => void>>;

/**
 * A pressed key with its modifiers. Shift is no part of a chord, since digits and signs need it in some layouts; only the
 * question mark is known by its sign, wherever a layout has it.
 */
export interface ChordKey {
  code: string;
  key: string;
  ctrl: boolean;
  alt: boolean;
  meta: boolean;
}

/** Keys of screens and the frame; what was added last is asked first. */
export interface Shortcuts {
  /** `alone`: while these bindings are there, no others act. */
  add(bindings: () => Bindings, options?: { alone: boolean }): () => void;
  /** Runs the binding of a chord; false when nobody has one. */
  press(chord: string): boolean;
}

export function createShortcuts(): Shortcuts {
  const layers: { bindings: () => Bindings; alone: boolean }[] = [];
  return {
    add(bindings, { alone } = { alone: false }) {
      const layer = { bindings, alone };
      layers.push(layer);
      return () => {
        const index = layers.lastIndexOf(layer);
        if (index >= 0) layers.splice(index, 1);
      };
    },
    press(chord) {
      const alone = layers.findLastIndex((layer) => layer.alone);
      const action = layers
        .slice(Math.max(0, alone))
        .toReversed()
        .map(({ bindings }) => bindings()[chord])
        .find((candidate) => candidate !== undefined);
      action?.();
      return action !== undefined;
    },
  };
}

/** The name of a pressed key. Keys of the numeric keypad have the names of their twins. */
export function chordOf(key: ChordKey): string {
  if (key.key === '?') return 'QuestionMark';
  const modifiers = `${key.ctrl || key.meta ? 'Ctrl+' : ''}${key.alt ? 'Alt+' : ''}`;
  return `${modifiers}${oneName(key.code)}`;
}

const twins: Readonly<Record<string, string>> = {
  NumpadEnter: 'Enter',
  NumpadAdd: 'Plus',
  Equal: 'Plus',
  NumpadSubtract: 'Minus',
  NumpadDivide: 'Slash',
};

function oneName(code: string): string {
  return twins[code] ?? code.replace(/^Numpad(\d)$/, 'Digit$1');
}

/** Chords that act also while a text field has the focus: those that type nothing and mean nothing in a field. */
export function chordsOfField(chord: string): boolean {
  return /^F\d+$/.test(chord) || chord === 'Ctrl+Enter';
}

const pressedByEnter = 'button, a[href], summary, [role="button"], [role="switch"], [role="tab"]';
const pressedBySpace = `${pressedByEnter}, input:not([readonly])`;
const movedByArrows = 'input:not([readonly]), [role="slider"], [role="tab"]';

/** Whether the focused element itself acts on the chord, as a button does on Enter. */
export function ownsChord(element: Element | null, chord: string): boolean {
  if (!element) return false;
  if (chord === 'Enter') return element.matches(pressedByEnter);
  if (chord === 'Space') return element.matches(pressedBySpace);
  return chord.startsWith('Arrow') && element.matches(movedByArrows);
}
