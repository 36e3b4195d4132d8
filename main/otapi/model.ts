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
  /** Told in order details only; false in a line search. */
  isPaid: boolean;
  /** `VendPurchStatus`, whose values are not known; in order details only. */
  providerStatus: string;
  /** The check of the price after the purchase; null when it was fine or not made. In order details only. */
  priceWarning: { level: string; message: string } | null;
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

/** Section 3.2: for whom a background activity of Autopurchase is started. */
export interface ProviderRun {
  providerType: string;
  /** The id of a provider session: a secret. */
  providerSessionId: string;
}

/** A background activity is addressed by type and id together (section 4.1). */
export interface ActivityId {
  type: string;
  id: string;
}

/** Section 4.3. */
export interface ActivityInfo extends ActivityId {
  description: string;
  isFinished: boolean;
  isCancelled: boolean;
  /** It stands still until the operator answers. */
  isAwaitingAction: boolean;
  /** 0 to 100. */
  progressPercent: number | null;
  workTimeMs: number | null;
  /** ISO-like, without a zone, as it came (section 1.6). */
  startTime: string;
  /** What can be done with the whole activity now. */
  actions: ActivityAction[];
}

/** Section 4.3: an action of a whole activity. Only `Cancel` is known by its id, so all are taken from the answer. */
export interface ActivityAction {
  id: string;
  name: string;
}

/** Section 4.3: an activity with its steps, in the order of the answer. */
export interface ActivityFullInfo extends ActivityInfo {
  steps: ActivityStep[];
}

/** Section 4.3: one entry in the course of an activity. */
export interface ActivityStep {
  /** As it came; `stepKindOf` tells what it means. */
  type: string;
  /** As it came; may hold HTML. */
  message: string;
  timeFromStartMs: number | null;
  actions: StepAction[];
}

/** Section 4.3: a button of a step. */
export interface StepAction {
  /** Its `Id`, which is a kind (see `stepActionKinds`) and not unique. */
  kind: string;
  name: string;
  /** In the order of the answer. They are sent back as they came. */
  parameters: NamedParameter[];
}

/** What a step means to people. */
export type StepKind = 'info' | 'success' | 'warning' | 'error' | 'question';

/** Section 4.3: names and values mean something to OT Platform only, but for the address of a link. */
export interface NamedParameter {
  name: string;
  value: string;
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
