import type { StatusName } from './lists.ts';

/** Section 6.1: the fields that order details and line search have in common, and those of either. */
export interface OrderLine {
  id: string;
  orderId: string;
  lineNumber: number;
  itemId: string;
  configurationId: string;
  configurationTranslated: string;
  configurationOriginal: string;
  titleTranslated: string;
  titleOriginal: string;
  quantity: number;
  /** `QtyOrig`, as it came: how many were ordered at first; empty where the answer does not tell. */
  quantityOrdered: string;
  status: StatusName;
  /** `AvailableStatusList`; empty where the answer has none. */
  availableStatuses: StatusName[];
  pictureUrl: string;
  itemUrl: string;
  providerType: string;
  sellerName: string;
  sellerId: string;
  customerComment: string;
  operatorComment: string;
  /** `VendPurchId`. */
  providerOrderId: string;
  /** `VendPurchWaybill` as it stands there: may hold blanks, words or several numbers. */
  waybill: string;
  /** Kilograms per piece. */
  weight: number | null;
  price: number | null;
  /** Per piece, without the delivery inside the provider's country. */
  priceWithoutDelivery: number | null;
  amount: number | null;
  currency: string;
  /** ISO-like, without a zone, as it came (section 1.6). */
  orderedAt: string;
  canBePurchased: boolean;
  canMoveToPackage: boolean;
  /** Told in order details only, as the next two; false in a line search. */
  isPaid: boolean;
  isCancelled: boolean;
  canBeClosed: boolean;
  /** `VendPurchStatus`, whose values are not known; in order details only. */
  providerStatus: string;
  /** The check of the price after the purchase; null when it was fine or not made. In order details only. */
  priceWarning: { level: string; message: string } | null;
}

/** Section 6.3, `OrderLineUpdateData`. */
export interface OrderLineUpdate {
  statusId?: number;
  weight?: number;
}

/** Section 6.3: what was bought by hand for a line. */
export interface LinePurchase {
  providerOrderId: string;
  waybill: string;
}
