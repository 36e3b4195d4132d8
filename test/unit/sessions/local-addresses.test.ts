import { describe, expect, it } from 'vitest';
import { isLocalAddress } from '../../../main/sessions/login/local-addresses.ts';

/** As the app has it: from the parsed address. */
function hostnameOf(address: string): string {
  return new URL(address).hostname;
}

describe('a local address', () => {
  it.each([
    ['loopback', 'http://127.0.0.1/'],
    ['loopback, elsewhere in its net', 'http://127.8.9.10/'],
    ['loopback as one number', 'http://2130706433/'],
    ['loopback in octal', 'http://0177.0.0.1/'],
    ['loopback in hexadecimal', 'http://0x7f.1/'],
    ['unspecified', 'http://0.0.0.0/'],
    ['zero', 'http://0/'],
    ['private, class A', 'http://10.0.0.1/'],
    ['private, class B', 'http://172.31.255.255/'],
    ['private, class C', 'http://192.168.1.1/'],
    ['link-local, with the metadata of clouds', 'http://169.254.169.254/'],
    ['of a carrier', 'http://100.64.0.1/'],
    ['multicast', 'http://224.0.0.251/'],
    ['broadcast', 'http://255.255.255.255/'],
    ['IPv6 loopback', 'http://[::1]/'],
    ['IPv6 unspecified', 'http://[::]/'],
    ['IPv6 link-local', 'http://[fe80::1]/'],
    ['IPv6 unique local', 'http://[fd12:3456::1]/'],
    ['IPv6 multicast', 'http://[ff02::fb]/'],
    ['IPv4 mapped', 'http://[::ffff:127.0.0.1]/'],
    ['IPv4 mapped, private', 'http://[::ffff:c0a8:1]/'],
    ['IPv4 translated', 'http://[::ffff:0:127.0.0.1]/'],
    ['IPv4 compatible', 'http://[::127.0.0.1]/'],
    ['NAT64 of a private one', 'http://[64:ff9b::10.0.0.1]/'],
    ['NAT64 of a network', 'http://[64:ff9b:1::8.8.8.8]/'],
    ['6to4 of a private one', 'http://[2002:c0a8:0101::]/'],
    ['localhost', 'http://localhost/'],
    ['localhost with a dot', 'http://localhost./'],
    ['below localhost', 'http://app.localhost/'],
    ['of the network around', 'http://printer.local/'],
    ['of the network around, in upper case', 'http://PRINTER.LOCAL/'],
    ['with one label', 'http://intranet/'],
    ['of a home', 'http://router.home.arpa/'],
    ['of a company', 'http://wiki.internal/'],
    ['of a router', 'http://nas.lan/'],
    ['of examples', 'http://203.0.113.7/'],
    ['of IPv6 examples', 'http://[2001:db8::1]/'],
    ['a tunnel (Teredo)', 'http://[2001:0:4136:e378::1]/'],
  ])('is one that is %s', (_what, address) => {
    expect(isLocalAddress(hostnameOf(address))).toBe(true);
  });

  it.each([
    ['a name of the net', 'https://login.taobao.com/'],
    ['a name with a dot at its end', 'https://login.taobao.com./'],
    ['a name with local in front', 'https://localhost.taobao.com/'],
    ['a name that only ends in the letters', 'https://nonlocal.example/'],
    ['a public address', 'http://8.8.8.8/'],
    ['just below a private net', 'http://172.15.255.255/'],
    ['just above a private net', 'http://172.32.0.0/'],
    ['just above the net of carriers', 'http://100.128.0.0/'],
    ['a public IPv6 address', 'http://[2606:4700:4700::1111]/'],
    ['NAT64 of a public one', 'http://[64:ff9b::8.8.8.8]/'],
    ['IPv4 mapped, public', 'http://[::ffff:8.8.8.8]/'],
    ['6to4 of a public one', 'http://[2002:808:808::]/'],
  ])('is not %s', (_what, address) => {
    expect(isLocalAddress(hostnameOf(address))).toBe(false);
  });

  it.each([['nothing', ''], ['a dot', '.'], ['nonsense', 'a b'], ['half of an address', '[::1']])('is also %s', (_what, hostname) => {
    expect(isLocalAddress(hostname)).toBe(true);
  });
});
