import { describe, expect, it } from 'vitest';
import { apiAddressFault } from '../../../preload/contract/api-address.ts';
import { connectionInput } from '../../../preload/contract/index.ts';

const isTaken = (apiAddress: string): boolean =>
  connectionInput.safeParse({ apiAddress, instanceKey: 'key', operatorLogin: 'olga', operatorPassword: 'password' }).success;

describe('an address of OT Platform', () => {
  it.each([
    'https://otapi.net/service/',
    'HTTPS://OTAPI.NET',
    'https://192.168.0.5:8443/service/',
    'http://127.0.0.1:8080/service/',
    'http://[::1]:8080/service/',
    'http://localhost:8080/service/',
    'http://LOCALHOST/',
    'http://0x7f.1/',
  ])('%s is taken', (address) => {
    expect([apiAddressFault(address), isTaken(address)]).toEqual([null, true]);
  });

  it.each([
    'http://otapi.net/service/',
    'HTTP://otapi.net/service/',
    'http://192.168.0.5/service/',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'http://localhost@otapi.net/',
    'http://[::2]/',
    'http://0.0.0.0/',
  ])('%s is refused, since it leads into a network without TLS', (address) => {
    expect([apiAddressFault(address), isTaken(address)]).toEqual(['not-secure', false]);
  });

  it.each(['', 'otapi.net', 'otapi.net:443', 'ftp://127.0.0.1/', 'file:///etc/passwd', 'javascript:1', 'https://', 'ws://localhost/'])(
    '"%s" is none',
    (address) => {
      expect([apiAddressFault(address), isTaken(address)]).toEqual(['not-an-address', false]);
    },
  );
});
