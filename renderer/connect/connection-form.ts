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
  Record<keyof ConnectionFields, `connect.form.${'addressInvalid' | 'keyRequired' | 'loginRequired' | 'passwordRequired'}`>
>;

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
  if (!isHttpAddress(fields.apiAddress)) faults.apiAddress = 'connect.form.addressInvalid';
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

function isHttpAddress(text: string): boolean {
  const address = URL.parse(text.trim());
  return address !== null && /^https?:$/.test(address.protocol) && address.hostname !== '';
}
