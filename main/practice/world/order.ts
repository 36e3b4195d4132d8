import type { DeliveryMode } from './delivery-modes.ts';
import type { Customer } from './people.ts';
import type { ProviderType } from './providers.ts';

/** Where an order goes, and to whom (otapi.md 5.4). */
export interface DeliveryAddress {
  /** The id of the customer's profile from which it was taken. */
  readonly id: string;
  readonly familyName: string;
  readonly name: string;
  readonly middleName: string;
  readonly countryCode: string;
  readonly country: string;
  readonly region: string;
  readonly city: string;
  readonly cityCode: string;
  readonly address: string;
  readonly postalCode: string;
  readonly phone: string;
  readonly passportNumber: string;
  readonly registrationAddress: string;
  readonly inn: string;
  readonly pickupPointCode: string;
}

/** What can change in an order itself; everything else follows from its lines and from the money. */
export interface OrderFields {
  deliveryModeId: string;
  additionalInfo: string;
  /** Kg, as an operator has set it; null = the weight of its lines. */
  weight: number | null;
  address: DeliveryAddress;
  /** A cancelled order that was closed: nothing in it can be restored. */
  closed: boolean;
}

/** An order as it stands now, in no particular language. */
export interface Order {
  readonly index: number;
  readonly id: string;
  readonly createdAt: Date;
  readonly statusId: number;
  readonly customer: Customer;
  readonly provider: ProviderType;
  readonly deliveryMode: DeliveryMode;
  readonly customerComment: string;
  readonly additionalInfo: string;
  readonly weight: number | null;
  readonly address: DeliveryAddress;
  readonly closed: boolean;
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
