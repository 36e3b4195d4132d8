import type { Configuration, Item } from './goods.ts';
import type { Seller } from './people.ts';

/** What can change in an order line. */
export interface LineFields {
  statusId: number;
  qty: number;
  /** Kg for one piece. */
  weight: number;
  operatorComment: string;
  /** Provider order id. */
  vendPurchId: string;
  /** Waybill of the seller's parcel, as it stands in the field. */
  vendPurchWaybill: string;
  /** The provider account that bought the line; empty before it was bought. */
  accountId: string;
  /** Status at the provider, one of UNKNOWN_FACTS.purchaseStatus; empty while it is not known. */
  purchaseStatus: string;
  /** Unit price that was really paid, CNY; 0 before it was bought. */
  purchasePrice: number;
  /** Delivery for one piece that was really paid, CNY. */
  purchaseDelivery: number;
  /** The configuration that was really bought; empty before it was bought. */
  purchaseConfigId: string;
  customDescription: string;
  customDescriptionInEnglish: string;
  /** A new unit price that awaits the customer's confirmation, internal currency; 0 = none. */
  newInternalPrice: number;
  configId: string;
  /** Unit price at the provider after discount, CNY. */
  providerPriceWithDiscount: number;
  /** Delivery for one piece inside the provider's country, CNY. */
  providerDelivery: number;
  priceSetByVendor: boolean;
  deliverySetByVendor: boolean;
}

/** An order line as it stands now, in no particular language. */
export interface OrderLine extends LineFields {
  /** Place of the line in the world; its id is made from it. */
  readonly slot: number;
  readonly id: string;
  readonly orderIndex: number;
  readonly orderId: string;
  readonly lineNum: number;
  readonly qtyOrig: number;
  readonly item: Item;
  readonly configuration: Configuration;
  readonly seller: Seller;
  readonly customerComment: string;
  /** Unit price at the provider before discount, CNY. */
  readonly providerPrice: number;
  readonly promotionId: string;
  /** Kg for one piece as it was ordered. */
  readonly weightOrdered: number;
  readonly orderedAt: Date;
}

/** Line ids begin here. */
const FIRST_LINE_ID = 500_001;

/** The id of the line at this place. */
export function lineIdAt(slot: number): string {
  return String(FIRST_LINE_ID + slot);
}

/** The place for a line id, or null when the text is not a line id. Whether a line is there is another question. */
export function slotOfLineId(lineId: string): number | null {
  if (!/^\d{1,12}$/.test(lineId)) return null;
  const slot = Number(lineId) - FIRST_LINE_ID;
  return slot >= 0 ? slot : null;
}
