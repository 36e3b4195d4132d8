/** This machine, by the names that a `URL` has for it: what is sent there passes no network. */
const loopbackHosts: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

export type ApiAddressFault = 'not-an-address' | 'not-secure';

/**
 * Why OT Platform is not asked at an address; null when it may be. Without TLS key, password and orders can be read and
 * changed on the way, so `http:` leads to this machine only, where a practice platform is. Blanks around do not count.
 */
export function apiAddressFault(text: string): ApiAddressFault | null {
  const address = URL.parse(text.trim());
  if (address === null || address.hostname === '' || !['https:', 'http:'].includes(address.protocol)) return 'not-an-address';
  return address.protocol === 'https:' || loopbackHosts.includes(address.hostname) ? null : 'not-secure';
}
