/**
 * What OT Platform's answers become inside the station. Ids, waybills and enum values are text exactly as they came;
 * an absent element becomes an empty text, null, or an empty list. Sections name the reference of OTAPI's facts.
 */

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
  amount: number | null;
  currency: string;
  /** ISO-like, without a zone, as it came (section 1.6). */
  orderedAt: string;
  canBePurchased: boolean;
  canMoveToPackage: boolean;
}

/** Section 5.4. */
export interface OrderInfo {
  id: string;
  /** What people see: the server's `DisplayId`, else the id; `ORD-` and the zeros after it are left out. */
  displayId: string;
  status: StatusName;
  customerId: string;
  customerName: string;
  customerLogin: string;
  customerComment: string;
  additionalInfo: string;
  providerType: string;
  totalAmount: number | null;
  remainAmount: number | null;
  currency: string;
  itemsCount: number | null;
  isPaid: boolean;
  isCancelled: boolean;
  isCompleted: boolean;
  createdAt: string;
}

export interface OrderDetails {
  order: OrderInfo;
  lines: OrderLine[];
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

/** Section 3.1. No field tells when it was got or ends. */
export interface ProviderSession {
  /** `providerSessionId` of the Run methods: a secret. */
  id: string;
  /** The account's nickname at the provider. */
  name: string;
  balance: { amount: number; currency: string } | null;
}

/** Section 5.2, GetSaleLineProcessLog: one change of a line. */
export interface ProcessLogRecord {
  date: string;
  time: string;
  operatorName: string;
  customerName: string;
  fieldName: string;
  previousValue: string;
  newValue: string;
  previousStatus: string;
  newStatus: string;
}

/** Section 5.5; what is left out does not limit. */
export interface OrderSearch {
  number?: string;
  orderIds?: string[];
  /** `yyyy-MM-ddTHH:mm:ss`. */
  createdFrom?: string;
  createdTo?: string;
  statusIds?: number[];
  customerIds?: string[];
  recipientLastName?: string;
  recipientCity?: string;
  deliveryModeIds?: string[];
  providerType?: string;
  orderBy?: { field: 'CreationDate' | 'StatusId'; direction: 'ASC' | 'DESC' }[];
}

/** Section 6.2; what is left out does not limit. */
export interface OrderLineSearch {
  order?: OrderSearch;
  statusIds?: number[];
  canBePurchased?: boolean;
  providerOrderIds?: string[];
  waybills?: string[];
}

/** Section 6.3, `OrderLineUpdateData`. */
export interface OrderLineUpdate {
  statusId?: number;
  weight?: number;
}
