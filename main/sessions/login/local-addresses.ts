import { BlockList, isIP } from 'node:net';

/** Addresses that do not lead to the public net: the special-purpose registries of IANA (RFC 6890) and multicast. */
const local = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  local.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  local.addSubnet(net, prefix, 'ipv6');
}

/** Names that no public name server answers for (RFC 6761, 6762, 8375), and those that networks commonly use so. */
const localNames = ['localhost', 'localdomain', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'home.arpa'];

/**
 * True for a host that leads to this machine or to the network around it. `hostname` is that of a `URL`: lower case,
 * addresses in their one spelling, IPv6 in brackets. What is no host at all counts as local.
 */
export function isLocalAddress(hostname: string): boolean {
  const name = URL.parse(`http://${hostname}/`)?.hostname.replace(/\.+$/, '') ?? '';
  const address = name.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) === 4) return local.check(address, 'ipv4');
  if (isIP(address) === 6) return isLocalIpv6(address);
  return !name.includes('.') || localNames.some((local) => name.endsWith(`.${local}`));
}

function isLocalIpv6(address: string): boolean {
  if (local.check(address, 'ipv6')) return true;
  const inner = innerIpv4(groupsOf(address));
  return inner !== null && local.check(inner, 'ipv4');
}

/** The IPv4 address that an IPv6 one stands for, or null: mapped, translated, compatible, NAT64 and 6to4. */
function innerIpv4(groups: readonly number[]): string | null {
  const [first, second, third] = groups;
  const lead = groups.slice(0, 6).map((group) => group.toString(16)).join(':');
  if (['0:0:0:0:0:ffff', '0:0:0:0:ffff:0', '0:0:0:0:0:0', '64:ff9b:0:0:0:0'].includes(lead)) return dotted(groups[6], groups[7]);
  return first === 0x2002 ? dotted(second, third) : null;
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of an address as `URL` spells it, which has no dots in it. */
function groupsOf(address: string): number[] {
  const [before = '', after] = address.split('::');
  const [left, right] = [numbersOf(before), numbersOf(after ?? '')];
  return after === undefined ? left : [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}

function numbersOf(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}
