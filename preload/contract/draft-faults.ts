import { itemFaults } from './item-link.ts';

/** Where a fault can be; `lines` is the list as a whole, `comment` the line's when the fault has a line. */
export const draftFields = [
  'reference',
  'comment',
  'deliveryModeId',
  'profileId',
  'lines',
  'item',
  'configurationId',
  'quantity',
  'weight',
  'awaitedPrice',
  'promotionId',
] as const;
export type DraftField = (typeof draftFields)[number];

/** The last three come of files: what rows that are put together to an order can have, and orders beside each other. */
export const draftFaultCodes = [
  'reference-too-long',
  'reference-characters',
  'reference-used',
  'delivery-mode-missing',
  'delivery-mode-unknown',
  'profile-not-number',
  'profile-unknown',
  'no-lines',
  'too-many-lines',
  ...itemFaults,
  'two-providers',
  'same-goods',
  'configuration-differs',
  'id-characters',
  'quantity-empty',
  'quantity-not-whole',
  'quantity-out-of-range',
  'weight-not-number',
  'weight-out-of-range',
  'price-not-number',
  'price-out-of-range',
  'text-too-long',
  'text-characters',
  'order-cells-differ',
  'number-rounded',
  'reference-repeated',
] as const;
export type DraftFaultCode = (typeof draftFaultCodes)[number];

export interface DraftFault {
  /** An order with an error is not sent; a warning is for the person to look at. */
  level: 'error' | 'warning';
  /** Position in `lines`, from 0; null: of the order. */
  line: number | null;
  field: DraftField;
  fault: DraftFaultCode;
  /** For the words; numbers of lines among them count from 1. */
  details: Record<string, string | number>;
}
