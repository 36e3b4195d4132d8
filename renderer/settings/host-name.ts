import { hostNamePattern, longestHostName } from '../../preload/contract/provider-settings.ts';

/**
 * The host name in what a person typed or pasted: a name, a whole address, or a pattern such as `*.taobao.com`. Names
 * of other scripts come out as punycode, as `URL` has them. Null when there is none, also for an address of numbers.
 */
export function toHostName(typed: string): string | null {
  const text = typed.trim().replace(/^\*\./, '');
  if (text === '' || /\s/.test(text)) return null;
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  const host = address?.hostname.replace(/\.$/, '') ?? '';
  const isNumbers = /^[\d.]+$/.test(host);
  return hostNamePattern.test(host) && host.length <= longestHostName && !isNumbers ? host : null;
}
