type TextField = HTMLInputElement | HTMLTextAreaElement;

interface FieldState {
  at: number;
  field: TextField;
  value: string;
  selection: [start: number, end: number] | null;
}

/** Longer than any code; what lies further back is not asked for. */
const maximumStates = 600;

/** Input types into which text is typed; the others act on keys as buttons do. */
const textTypes = new Set(['', 'text', 'search', 'tel', 'url', 'email', 'password', 'number', 'date', 'time', 'datetime-local', 'month', 'week']);

/** Whether keys write into this element. A field that is read-only or disabled takes no text. */
export function isEditable(target: unknown): boolean {
  if (typeof target !== 'object' || target === null) return false;
  const element = target as Partial<HTMLElement>;
  return isTextField(target) || element.isContentEditable === true;
}

/** What fields held before each of the last keys, so that a scan that strayed into one can be taken out again. */
export class FieldMemory {
  #states: FieldState[] = [];
  #composing = false;

  /** Notes what a field holds before the key that is about to change it; `composing` by an input method. */
  note(target: unknown, at: number, composing: boolean): void {
    if (!isTextField(target)) return;
    this.#composing ||= composing;
    this.#states.push({ at, field: target, value: target.value, selection: selectionOf(target) });
    if (this.#states.length > maximumStates) this.#states.shift();
  }

  /** Puts the field back to what it held before the key pressed at a time. */
  restore(startedAt: number): void {
    // The first of them: a scanner at full speed presses several keys within one tick of the clock.
    const state = this.#states.find(({ at }) => at >= startedAt);
    const composing = this.#composing;
    this.forget();
    if (!state) return;
    const { field, value, selection } = state;
    if (composing) endComposition(field);
    if (field.value !== value) setValue(field, value);
    if (selection) field.setSelectionRange(...selection);
  }

  forget(): void {
    this.#states = [];
    this.#composing = false;
  }
}

function isTextField(target: unknown): target is TextField {
  if (typeof target !== 'object' || target === null) return false;
  const { tagName, type, readOnly, disabled } = target as Partial<HTMLInputElement>;
  if (readOnly === true || disabled === true) return false;
  return tagName === 'TEXTAREA' || (tagName === 'INPUT' && textTypes.has(type ?? ''));
}

/** Null for the input types that know no selection, such as numbers. */
function selectionOf(field: TextField): FieldState['selection'] {
  const { selectionStart, selectionEnd } = field;
  return selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd];
}

/** An input method would write its unfinished text again; losing the focus ends it. */
function endComposition(field: TextField): void {
  field.blur();
  field.focus();
}

/** Through the prototype's setter, past the one with which React watches the value, so that React sees the change. */
function setValue(field: TextField, value: string): void {
  Reflect.set(Object.getPrototypeOf(field) as object, 'value', value, field);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
