import type { OrderLine } from './lines.ts';
import type { StatusName } from './lists.ts';

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
  /** The operator's note. */
  additionalInfo: string;
  operatorName: string;
  providerType: string;
  deliveryModeId: string;
  deliveryModeName: string;
  /** Null where the answer has none. */
  deliveryAddress: DeliveryAddress | null;
  /** Kilograms. */
  weight: number | null;
  /** This and the other amounts are in `currency`, the internal one. */
  goodsAmount: number | null;
  deliveryAmount: number | null;
  totalAmount: number | null;
  /** What is still to be paid. */
  remainAmount: number | null;
  currency: string;
  itemsCount: number | null;
  isPaid: boolean;
  isCancelled: boolean;
  isCompleted: boolean;
  createdAt: string;
  can: OrderRights;
  /** `UserAccountAvailableAmount`: the customer's free balance. */
  customerAvailable: number | null;
}

/** Section 5.4: to whom an order goes. */
export interface DeliveryAddress {
  lastName: string;
  firstName: string;
  middleName: string;
  /** Its name, or its code where the answer has no name. */
  country: string;
  region: string;
  city: string;
  address: string;
  postalCode: string;
  phone: string;
}

/** Section 5.4, the `Can…` flags: what OT Platform allows to be done with the order now. */
export interface OrderRights {
  cancel: boolean;
  restore: boolean;
  close: boolean;
  confirmShipment: boolean;
  changeAddress: boolean;
  purchaseItems: boolean;
}

export interface OrderDetails {
  order: OrderInfo;
  lines: OrderLine[];
}

/** Section 5.2, GetSalesProcessLog and GetSaleLineProcessLog: one change of an order or of a line. */
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

/** Section 5.1, `OrderAddData`. Texts that are empty are not sent. */
export interface OrderAddition {
  /** The id of a `DeliveryType`. */
  deliveryModeId: string;
  comment?: string;
  /** The id of a `CustomerProfile`. */
  profileId?: string;
  lines: readonly OrderLineAddition[];
}

export interface OrderLineAddition {
  itemId: string;
  /** Needed when the item has configurations. */
  configurationId?: string;
  quantity: number;
  /** Kilograms. */
  weight?: number;
  comment?: string;
  promotionId?: string;
}

/** Section 5.2, `OrderUpdateData`; what is left out stays. */
export interface OrderUpdate {
  /** Kilograms. */
  weight?: number;
  deliveryModeId?: string;
  /** The operator's note; an empty one clears it. */
  additionalInfo?: string;
}
