import type { TFunction } from 'i18next';
import type { Span } from './session-state.ts';

/** A length of time in words: `21 h`, `40 min`. */
export function spanWords(t: TFunction, { unit, value }: Span): string {
  return t(`accounts.left.${unit}`, { value });
}
