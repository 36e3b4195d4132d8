/** Section 7.5, FindBaseUserInfoListFrame. */
export interface CustomerInfo {
  id: string;
  login: string;
  email: string;
  firstName: string;
  lastName: string;
  middleName: string;
  phone: string;
  isActive: boolean;
}

/** Section 7.5, GetUserProfileInfoListForOperator: where and to whom a customer has goods sent. */
export interface CustomerProfile {
  id: string;
  firstName: string;
  lastName: string;
  middleName: string;
  countryCode: string;
  region: string;
  city: string;
  address: string;
  phone: string;
  postalCode: string;
}

/** Section 5.3, GetAccountInfoForOperator; amounts in the internal currency. */
export interface CustomerAccount {
  balance: number | null;
  reserved: number | null;
  available: number | null;
  awaitingPayment: number | null;
  currency: string;
}

/** Section 5.3: money that is put on a customer's account. */
export interface Deposit {
  customerId: string;
  /** In the internal currency, more than 0; rounded to 2 decimal places. */
  amount: number;
  comment: string;
  at: Date;
}

/** Section 5.3, `SalesPaymentInfo`. */
export interface OrderPayment {
  orderId: string;
  customerId: string;
  /** The customer's free balance. */
  available: number | null;
  /** What the order costs. */
  amount: number | null;
  paid: number | null;
  currency: string;
}
