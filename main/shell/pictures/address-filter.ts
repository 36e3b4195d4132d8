import { BlockList, isIP } from 'node:net';

/** Addresses that are not on the internet (IANA's special-purpose registries): a picture never makes main call them. */
const privateNetworks = new BlockList();
for (const [network, prefix] of [
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
  ['224.0.0.0', 3],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv6');
}

/** True for an address of the public internet. `::ffff:a.b.c.d` counts as the IPv4 address that it stands for. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const mapped = mappedIpv4(address);
  if (mapped !== null) return isPublicAddress(mapped);
  return !privateNetworks.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

function mappedIpv4(address: string): string | null {
  if (isIP(address) !== 6) return null;
  // The URL parser writes every IPv6 address in one form; a mapped one as ::ffff:7f00:1.
  const host = new URL(`http://[${address.split('%')[0]}]/`).hostname;
  const [, high, low] = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(host) ?? [];
  if (high === undefined || low === undefined) return null;
  const bits = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return bits.flatMap((word) => [word >> 8, word & 0xff]).join('.');
}

/**
 * The address from which main may fetch a picture, or null. It has to be https at its own port on the internet; the one
 * exception is the practice platform, whose whole origin is given. Addresses without a scheme are taken as https, and
 * http ones are raised to it: the picture hosts of Taobao and 1688 answer both.
 */
export function allowedPictureUrl(address: string, practiceOrigin: string | null): URL | null {
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
  if (url === null || url.username !== '' || url.password !== '') return null;
  if (practiceOrigin !== null && url.origin === practiceOrigin) return url;
  if (url.protocol === 'http:' && url.port === '') url.protocol = 'https:';
  if (url.protocol !== 'https:' || url.port !== '') return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isPublicAddress(host) ? url : null;
  return isInternetName(host) ? url : null;
}

/** Names without a dot, and those kept for local use (RFC 6761, RFC 6762, RFC 8375), never leave the building. */
function isInternetName(host: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  return name.includes('.') && !/(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/.test(name);
}
