import { apiAddressFault, type ApiAddressFault } from '../../preload/contract/api-address.ts';
import type { ConnectionInput, ConnectionView } from '../../preload/contract/connection.ts';

/** What stands in the fields of the form. */
export interface ConnectionFields {
  apiAddress: string;
  instanceKey: string;
  secret: string;
  operatorLogin: string;
  operatorPassword: string;
}

/** Fields with something wrong, each with the key of its words. */
export type FieldFaults = Partial<
  Record<keyof ConnectionFields, `connect.form.${'addressInvalid' | 'addressNotSecure' | 'keyRequired' | 'loginRequired' | 'passwordRequired'}`>
>;

const addressFaults = {
  'not-an-address': 'connect.form.addressInvalid',
  'not-secure': 'connect.form.addressNotSecure',
} as const satisfies Record<ApiAddressFault, FieldFaults['apiAddress']>;

export function startFields(connection: ConnectionView): ConnectionFields {
  return {
    apiAddress: connection.apiAddress,
    instanceKey: '',
    secret: '',
    operatorLogin: connection.operatorLogin,
    operatorPassword: '',
  };
}

/** What must be put right before it makes sense to ask OT Platform. What is kept in the keychain may stay empty. */
export function fieldFaults(fields: ConnectionFields, connection: ConnectionView): FieldFaults {
  const faults: FieldFaults = {};
  const addressFault = apiAddressFault(fields.apiAddress);
  if (addressFault !== null) faults.apiAddress = addressFaults[addressFault];
  if (fields.instanceKey.trim() === '' && !connection.hasInstanceKey) faults.instanceKey = 'connect.form.keyRequired';
  if (fields.operatorLogin.trim() === '') faults.operatorLogin = 'connect.form.loginRequired';
  if (fields.operatorPassword === '' && !connection.hasPassword) {
    faults.operatorPassword = 'connect.form.passwordRequired';
  }
  return faults;
}

export function toInput(fields: ConnectionFields, connection: ConnectionView): ConnectionInput {
  return {
    ...fields,
    apiAddress: fields.apiAddress.trim(),
    keepSecret: fields.secret === '' && connection.hasSecret,
  };
}
