import type { OtapiClient } from '../client.ts';
import { customerAccount, customerInfo, customerProfile } from '../decode/customer.ts';
import { resultList } from '../decode/lists.ts';
import { pageOf } from '../decode/page.ts';
import type { Caller } from '../exchange.ts';
import type { SignedInCaller } from '../signed-in-caller.ts';
import { element, optional, writeXml } from '../xml/write-xml.ts';
import { framed, joinedIfAny, reading, readingList } from './calls.ts';

/** Sections 5.3 and 7.5: customers, as the operator sees them. */
export function customerMethods(call: Caller, signIn: SignedInCaller['signInCustomer']): OtapiClient['customers'] {
  return {
    signIn,

    /** Section 7.5. */
    find({ login, email, phone, ids }, frame, options) {
      const filter = element(
        'UserFilterParameters',
        optional('Login', login),
        optional('Email', email),
        optional('Phone', phone),
        optional('IdList', joinedIfAny(ids)),
      );
      const parameters = { userFilter: writeXml(filter), ...framed(frame) };
      return call(reading('FindBaseUserInfoListFrame', parameters, pageOf(customerInfo)), options);
    },

    /** Section 7.5. */
    profiles(customerId, options) {
      const profiles = resultList('UserProfileInfo', customerProfile);
      return call(readingList('GetUserProfileInfoListForOperator', { userId: customerId }, profiles), options);
    },

    /** Section 5.3. */
    account(customerId, options) {
      return call(reading('GetAccountInfoForOperator', { customerId }, customerAccount), options);
    },
  };
}
