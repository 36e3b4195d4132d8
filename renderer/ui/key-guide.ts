import type { PlaceName } from './places.ts';

/** One line of the overview of keys: the caps, and the text under `keys.<name>` that says what they do. */
interface KeyLine {
  keys: readonly KeyName[];
  does: KeyAction;
}

/** Names of keys that the locale files translate; all others are written as they stand on the key. */
export const namedKeys = ['enter', 'esc', 'arrows', 'backspace'] as const;
type KeyName = (typeof namedKeys)[number] | 'A' | 'M' | 'N' | 'R' | 'S' | 'U' | 'F' | '/' | '0–9' | '1–9' | '+' | '−' | 'Ctrl' | 'F1–F7' | 'F9' | '?';
type KeyAction =
  | 'accept'
  | 'acceptAll'
  | 'receiveEntered'
  | 'quantity'
  | 'erase'
  | 'onePiece'
  | 'line'
  | 'undo'
  | 'number'
  | 'clear'
  | 'field'
  | 'askOnline'
  | 'choose'
  | 'open'
  | 'clearText'
  | 'startChosen'
  | 'startActivity'
  | 'searchOrders'
  | 'chooseOrder'
  | 'openOrder'
  | 'newOrder'
  | 'readOrders'
  | 'startForOrder'
  | 'ordersBack'
  | 'readActivities'
  | 'chooseActivity'
  | 'openActivity'
  | 'back'
  | 'round'
  | 'readAccounts'
  | 'addAccount'
  | 'questions'
  | 'answer'
  | 'places'
  | 'guide';

/** The keys of each screen. */
export const keysOfPlace: Record<PlaceName, readonly KeyLine[]> = {
  receive: [
    { keys: ['enter'], does: 'accept' },
    { keys: ['0–9'], does: 'quantity' },
    { keys: ['+', '−'], does: 'onePiece' },
    { keys: ['arrows'], does: 'line' },
    { keys: ['backspace'], does: 'erase' },
    { keys: ['R'], does: 'receiveEntered' },
    { keys: ['A'], does: 'acceptAll' },
    { keys: ['U'], does: 'undo' },
    { keys: ['esc'], does: 'clear' },
    { keys: ['F', '/'], does: 'number' },
  ],
  lookup: [
    { keys: ['F', '/'], does: 'field' },
    { keys: ['arrows'], does: 'choose' },
    { keys: ['enter'], does: 'open' },
    { keys: ['Ctrl', 'enter'], does: 'askOnline' },
    { keys: ['S'], does: 'startChosen' },
    { keys: ['esc'], does: 'clearText' },
  ],
  orders: [
    { keys: ['F', '/'], does: 'searchOrders' },
    { keys: ['arrows'], does: 'chooseOrder' },
    { keys: ['enter'], does: 'openOrder' },
    { keys: ['N'], does: 'newOrder' },
    { keys: ['R'], does: 'readOrders' },
    { keys: ['S'], does: 'startForOrder' },
    { keys: ['esc'], does: 'ordersBack' },
  ],
  activities: [
    { keys: ['N'], does: 'startActivity' },
    { keys: ['R'], does: 'readActivities' },
    { keys: ['arrows'], does: 'chooseActivity' },
    { keys: ['enter'], does: 'openActivity' },
    { keys: ['esc'], does: 'back' },
  ],
  accounts: [
    { keys: ['M'], does: 'round' },
    { keys: ['R'], does: 'readAccounts' },
    { keys: ['N'], does: 'addAccount' },
  ],
  outbox: [],
  settings: [],
};

/** The keys of every screen. */
export const keysEverywhere: readonly KeyLine[] = [
  { keys: ['F9'], does: 'questions' },
  { keys: ['1–9'], does: 'answer' },
  { keys: ['F1–F7'], does: 'places' },
  { keys: ['?'], does: 'guide' },
];
