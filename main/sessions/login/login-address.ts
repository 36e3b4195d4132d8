import { isLocalAddress } from './local-addresses.ts';

/**
 * True for an address to which a person may be sent to log in: https, at a name of the net, without a user name. In
 * practice the login site is on this machine, so http on the loopback interface is taken there, and only there.
 */
export function isSafeLoginAddress(address: string, isPractice: boolean): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (isPractice && isLoopback(url)) return true;
  return url.protocol === 'https:' && !isLocalAddress(url.hostname);
}

/** The origin of a login site on this machine; null for one elsewhere. */
export function localOriginOf(address: string): string | null {
  const url = URL.parse(address);
  return url !== null && isLoopback(url) ? url.origin : null;
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === '[::1]');
}
