import type { KeyStroke } from '../../../renderer/scanner/index.ts';

/** A key event of a page, without a page: what the adapter reads of it, and what it does to it. */
export class FakeKeyEvent extends Event {
  readonly code: string;
  readonly key: string;
  readonly repeat: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly #at: number;
  readonly #focused: EventTarget;

  constructor(stroke: KeyStroke, focused: EventTarget, isComposing = false) {
    super(stroke.type === 'down' ? 'keydown' : 'keyup', { cancelable: true, bubbles: true });
    this.code = stroke.code;
    this.key = stroke.key;
    this.repeat = stroke.repeat;
    this.shiftKey = stroke.shift;
    this.ctrlKey = stroke.ctrl;
    this.altKey = stroke.alt;
    this.metaKey = stroke.meta;
    this.isComposing = isComposing;
    this.#at = stroke.at;
    this.#focused = focused;
  }

  override get timeStamp(): number {
    return this.#at;
  }

  override composedPath(): EventTarget[] {
    return [this.#focused];
  }
}

/** A text field whose value, as React's, is an accessor of the prototype. */
export class FakeField extends EventTarget {
  readonly tagName: string = 'INPUT';
  type = 'text';
  readOnly = false;
  disabled = false;
  selectionStart: number | null = 0;
  selectionEnd: number | null = 0;
  blurs = 0;
  #value = '';

  get value(): string {
    return this.#value;
  }

  set value(value: string) {
    this.#value = value;
    this.setSelectionRange(value.length, value.length);
  }

  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start;
    this.selectionEnd = end;
  }

  blur(): void {
    this.blurs += 1;
  }

  focus(): void {}

  /** What the browser does with a key that nobody prevented. */
  insert(character: string): void {
    this.value += character;
  }
}
