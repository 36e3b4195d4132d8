/** What a chord does. Chords are physical keys, so that they work in every keyboard layout: `KeyA`, `Ctrl+Enter`, `F1`. */
export type Bindings = Readonly<Record<string, () => void>>;

/**
 * A pressed key with its modifiers. Shift is no part of a chord, since digits and signs need it in some layouts; only the
 * question mark is known by its sign, wherever a layout has it.
 */
interface ChordKey {
  code: string;
  key: string;
  ctrl: boolean;
  alt: boolean;
  meta: boolean;
}

/** A person's key, as the scanner's decoder gives it out. */
interface PressedKey {
  stroke: ChordKey;
  focus: 'page' | 'field';
  /** Other keys came with it, as those of a code do. */
  inBurst: boolean;
}

export interface LayerOptions {
  /** While these bindings are there, no others act. */
  alone?: boolean;
  /** Keys that came together, as those of a code do, do nothing: each has to be pressed for itself. */
  oneByOne?: boolean;
}

/** Keys of screens and the frame; what was added last is asked first. */
export interface Shortcuts {
  add(bindings: () => Bindings, options?: LayerOptions): () => void;
  /** Runs the binding of a chord; false when nobody has one. `inBurst`: other keys came with it. */
  press(chord: string, inBurst?: boolean): boolean;
}

export function createShortcuts(): Shortcuts {
  const layers: (LayerOptions & { bindings: () => Bindings })[] = [];
  return {
    add(bindings, options = {}) {
      const layer = { bindings, ...options };
      layers.push(layer);
      return () => {
        const index = layers.lastIndexOf(layer);
        if (index >= 0) layers.splice(index, 1);
      };
    },
    press(chord, inBurst = false) {
      const alone = layers.findLastIndex((layer) => layer.alone === true);
      const layer = layers
        .slice(Math.max(0, alone))
        .findLast(({ bindings }) => bindings()[chord] !== undefined);
      if (layer && !(inBurst && layer.oneByOne === true)) layer.bindings()[chord]?.();
      return layer !== undefined;
    },
  };
}

/**
 * Does what a person's key is bound to. Answers whether it was acted on, so that the page must not act on it too; what the
 * element with the focus does itself is left to it.
 */
export function pressKey(shortcuts: Shortcuts, { stroke, focus, inBurst }: PressedKey, focused: Element | null): boolean {
  const chord = chordOf(stroke);
  if (focus === 'field' && !chordsOfField(chord)) return false;
  // The Enter at the end of a code that is too short for a scan presses no button either.
  if (ownsChord(focused, chord)) return inBurst;
  return shortcuts.press(chord, inBurst);
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
function ownsChord(element: Element | null, chord: string): boolean {
  if (!element) return false;
  if (chord === 'Enter') return element.matches(pressedByEnter);
  if (chord === 'Space') return element.matches(pressedBySpace);
  return chord.startsWith('Arrow') && element.matches(movedByArrows);
}
