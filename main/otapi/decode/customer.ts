import type { CustomerAccount, CustomerInfo, CustomerProfile } from '../model.ts';
import { profileNameElements } from '../uncertain.ts';
import { field, record, type Field } from './decoder.ts';
import { decimal, flag, id, text } from './values.ts';

/** Section 7.5, FindBaseUserInfoListFrame. */
export const customerInfo: Field<CustomerInfo> = record<CustomerInfo>({
  id: field('Id', id),
  login: field('Login', text),
  email: field('Email', text),
  firstName: field('FirstName', text),
  lastName: field('LastName', text),
  middleName: field('MiddleName', text),
  phone: field('Phone', text),
  isActive: field('IsActive', flag),
});

/** Section 7.5, GetUserProfileInfoListForOperator. */
export const customerProfile: Field<CustomerProfile> = record<CustomerProfile>({
  id: field('Id', id),
  firstName: field(profileNameElements.firstName, text),
  lastName: field(profileNameElements.lastName, text),
  middleName: field(profileNameElements.middleName, text),
  countryCode: field('CountryCode', text),
  region: field('Region', text),
  city: field('City', text),
  address: field('Address', text),
  phone: field('Phone', text),
  postalCode: field('PostalCode', text),
});

/** Section 5.3, GetAccountInfoForOperator: the internal side of it. */
export const customerAccount: Field<CustomerAccount> = record<CustomerAccount>({
  balance: field('BalanceInternal', decimal),
  reserved: field('ReservedInternal', decimal),
  available: field('AvailableInternal', decimal),
  awaitingPayment: field('PaymWaitInternal', decimal),
  currency: field('CurrencyCodeInternal', text),
});
