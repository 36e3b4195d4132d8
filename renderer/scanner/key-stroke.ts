/** One key event, as the decoder needs it. */
export interface KeyStroke {
  type: 'down' | 'up';
  /** The physical key, `KeyboardEvent.code`; the same under every keyboard layout and input method. */
  code: string;
  /** What the layout makes of it; read only where the system names no physical key. */
  key: string;
  /** When the system received the key, in milliseconds; only differences count. */
  at: number;
  /** Typed by the system because the key is held down. */
  repeat: boolean;
  shift: boolean;
  ctrl: boolean;
  alt: boolean;
  meta: boolean;
}

/** Where keys go by themselves: into an editable field, or to the page with its buttons and shortcuts. */
export type Focus = 'page' | 'field';

/** The key that ends a scan. */
export type Terminator = 'enter' | 'tab' | 'none';
