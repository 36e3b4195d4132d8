import type { KeyboardEvent } from 'react';

/** Escape in a field clears it, and leaves it when it is empty: the next Escape belongs to the screen. */
export function leaveField(event: KeyboardEvent<HTMLInputElement>, text: string, onText: (text: string) => void): void {
  if (event.key !== 'Escape') return;
  if (text === '') event.currentTarget.blur();
  else onText('');
}
