import { isIP } from 'node:net';
import { isLocalAddress } from '../../sessions/index.ts';

/** True for an address of the public internet: a picture never makes main call another one. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && !isLocalAddress(version === 6 ? `[${address}]` : address);
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
  return isLocalAddress(url.hostname) ? null : url;
}
