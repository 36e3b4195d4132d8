import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ReturnAddress } from './surface.ts';

/** An address on the return host that is longer than this is not ours, whatever it says. In characters. */
const longestReturn = 8_192;

/** A return address for one login: its path holds 256 random bits, so nobody else can name it. */
export function createReturnAddress(host: string): ReturnAddress {
  return { host, path: `/provider-session/${randomBytes(32).toString('base64url')}` };
}

/** The return address as it is given to OT Platform. */
export function returnUrl({ host, path }: ReturnAddress): string {
  return `https://${host}${path}`;
}

/**
 * What an address means to a login that awaits `expected`. `ours`: it is that address, with whatever query and hash.
 * `foreign`: it is on the return host, by any scheme, port, user name or path, but not that address. `none`: it is on
 * another host, or no address at all. The address is parsed, never searched: the return host may stand in the query of
 * any other one.
 */
export function matchReturn(address: string, expected: ReturnAddress): 'ours' | 'foreign' | 'none' {
  const url = URL.parse(address);
  if (url === null || url.hostname === '') return 'none';
  const host = canonicalHost(expected.host);
  if (withoutLastDots(canonicalHost(url.hostname)) !== withoutLastDots(host)) return 'none';
  const isPlain = url.protocol === 'https:' && url.hostname === host && url.port === '' && url.username === '' && url.password === '';
  return isPlain && address.length <= longestReturn && isSameText(url.pathname, expected.path) ? 'ours' : 'foreign';
}

/** Lower case, punycode: a name as it stands in an https address. Other schemes leave names as they were written. */
function canonicalHost(host: string): string {
  return URL.parse(`https://${host}`)?.hostname ?? host.toLowerCase();
}

function withoutLastDots(host: string): string {
  return host.replace(/\.+$/, '');
}

/** Takes the same time wherever the texts differ, also when their lengths do. */
function isSameText(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
