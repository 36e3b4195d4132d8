import { describe, expect, test } from 'vitest';
import type { ConnectionView } from '../../../preload/contract/connection.ts';
import { connectionInput } from '../../../preload/contract/connection.ts';
import { fieldFaults, startFields, toInput } from '../../../renderer/connect/connection-form.ts';

const nothingKept: ConnectionView = {
  mode: 'none',
  apiAddress: 'https://otapi.net/service/',
  operatorLogin: '',
  operatorName: '',
  hasInstanceKey: false,
  hasSecret: false,
  hasPassword: false,
  secretsKeptIn: 'keychain',
  keychainProblem: null,
};
const allKept = { ...nothingKept, operatorLogin: 'warehouse', hasInstanceKey: true, hasSecret: true, hasPassword: true };

describe('fields of the connection', () => {
  test('of a first start must be filled in, but for the address', () => {
    expect(Object.keys(fieldFaults(startFields(nothingKept), nothingKept)).sort()).toEqual([
      'instanceKey',
      'operatorLogin',
      'operatorPassword',
    ]);
  });

  test('may stay empty for what is kept, and the secret is kept then', () => {
    const fields = startFields(allKept);
    expect(fieldFaults(fields, allKept)).toEqual({});
    expect(toInput(fields, allKept).keepSecret).toBe(true);
    expect(toInput({ ...fields, secret: 'new' }, allKept).keepSecret).toBe(false);
  });

  test.each(['', 'otapi.net', 'ftp://otapi.net/', 'javascript:alert(1)', 'https://'])('refuse the address "%s"', (apiAddress) => {
    expect(fieldFaults({ ...startFields(allKept), apiAddress }, allKept)).toHaveProperty('apiAddress');
  });

  test('say why an address without TLS is refused', () => {
    const faultsOf = (apiAddress: string) => fieldFaults({ ...startFields(allKept), apiAddress }, allKept);
    expect(faultsOf(' http://otapi.net/service/ ')).toEqual({ apiAddress: 'connect.form.addressNotSecure' });
    expect(faultsOf('ftp://otapi.net/')).toEqual({ apiAddress: 'connect.form.addressInvalid' });
  });

  test.each([' https://otapi.net/service/ ', ' http://127.0.0.1:8080/service/ '])('without faults are what the contract takes: "%s"', (apiAddress) => {
    const fields = { ...startFields(allKept), apiAddress };
    expect(fieldFaults(fields, allKept)).toEqual({});
    expect(connectionInput.safeParse(toInput(fields, allKept)).success).toBe(true);
  });
});
