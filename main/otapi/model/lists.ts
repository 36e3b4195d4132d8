/** Part of a longer list: `position` is the offset of the first item (section 1.6, paging parameters). */
export interface Frame {
  position: number;
  /** At most 100. */
  size: number;
}

export interface Page<T> {
  items: T[];
  total: number;
}

/** A status by its number; names change with language and installation (section 7). */
export interface StatusName {
  id: number;
  name: string;
}

/** Section 2, GetOperatorInfo. */
export interface OperatorInfo {
  operatorId: string;
  firstName: string;
  middleName: string;
  lastName: string;
}

/** Section 7.3. */
export interface ProviderInfo {
  type: string;
  displayName: string;
  currencyCode: string;
  isEnabled: boolean;
  ordersIntegration: { isAvailable: boolean; isEnabled: boolean; isSessionRequired: boolean; allowCancelOrders: boolean };
}

/** Section 7.4, GetExternalDeliveryTypeList. */
export interface DeliveryType {
  /** Usable as `deliveryModeId` of an order. */
  id: string;
  name: string;
  description: string;
  formula: string;
  currencyCode: string;
  /** Its place in a list. */
  order: number | null;
  /** The providers whose goods it carries; empty where the answer does not tell. */
  providerTypes: string[];
}
