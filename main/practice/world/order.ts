import type { Translated } from './language.ts';
import type { Customer } from './people.ts';
import type { ProviderType } from './providers.ts';

/** An order as it stands now, in no particular language. */
export interface Order {
  readonly index: number;
  readonly id: string;
  readonly createdAt: Date;
  readonly statusId: number;
  readonly customer: Customer;
  readonly provider: ProviderType;
  readonly deliveryMode: { readonly id: string; readonly name: Translated };
  readonly customerComment: string;
  readonly additionalInfo: string;
}

/** Order numbers begin here. */
const FIRST_ORDER_NUMBER = 12_001;

/** `ORD-` and the number padded to 10 digits (otapi.md 1.6). */
export function orderIdAt(index: number): string {
  return `ORD-${String(FIRST_ORDER_NUMBER + index).padStart(10, '0')}`;
}

/**
 * The place for an order id, or for the bare number that people type, or null when the text is neither.
 * Whether an order is there is another question.
 */
export function orderIndexOf(text: string): number | null {
  const digits = /^(?:ORD-)?(\d{1,10})$/.exec(text.trim())?.[1];
  if (digits === undefined) return null;
  const index = Number(digits) - FIRST_ORDER_NUMBER;
  return index >= 0 ? index : null;
}
