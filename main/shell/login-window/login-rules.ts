import { isKnownSite, isLocalAddress, matchReturn, type ReturnAddress } from '../../sessions/index.ts';

/** What decides about the addresses of one login. */
export interface LoginRules {
  returnAddress: ReturnAddress;
  /** The main frame may show these and what is below them. */
  sites: readonly string[];
  /** The one origin on this machine that may be reached, or null. */
  localOrigin: string | null;
}

/**
 * `returned`, `foreign-return`: it is, or is not quite, the return address of this login. `upgrade`: known or not, it is
 * asked for by http and may only be shown by https. `unknown-site`: a person has to decide. `refused`: nobody may.
 */
export type NavigationVerdict = 'go' | 'returned' | 'foreign-return' | 'upgrade' | 'unknown-site' | 'refused';

/** What is to become of a frame that wants to go to `address`. */
export function judgeNavigation(address: string, isMainFrame: boolean, rules: LoginRules): NavigationVerdict {
  const match = matchReturn(address, rules.returnAddress);
  if (match !== 'none') return match === 'ours' ? 'returned' : 'foreign-return';
  const url = URL.parse(address);
  if (url === null) return 'refused';
  if (hasNoServer(url, isMainFrame) || isLocalOrigin(url, rules.localOrigin)) return 'go';
  if (isLocalAddress(url.hostname)) return 'refused';
  if (url.protocol === 'http:' && isMainFrame) return 'upgrade';
  if (url.protocol !== 'https:') return 'refused';
  return !isMainFrame || isKnownSite(url.hostname, rules.sites) ? 'go' : 'unknown-site';
}

/** `return-host`: nothing may ever be asked of it, by whatever kind of request. */
export type RequestVerdict = 'send' | 'return-host' | 'refused';

/** What is to become of a request of a page, whatever it is for. */
export function judgeRequest(address: string, rules: LoginRules): RequestVerdict {
  if (matchReturn(address, rules.returnAddress) !== 'none') return 'return-host';
  const url = URL.parse(address);
  if (url === null) return 'refused';
  if (hasNoServer(url, false) || isLocalOrigin(url, rules.localOrigin)) return 'send';
  const isChecked = url.protocol === 'https:' || url.protocol === 'wss:';
  return isChecked && !isLocalAddress(url.hostname) ? 'send' : 'refused';
}

/** Documents that come from no server. In the main frame only the empty one: the others could pass for a site. */
function hasNoServer({ protocol, href }: URL, isMainFrame: boolean): boolean {
  if (/^about:blank(?:[?#]|$)/.test(href)) return true;
  return !isMainFrame && (protocol === 'data:' || protocol === 'blob:' || href === 'about:srcdoc');
}

/** Exact: scheme, host and port. A web socket goes to the origin of its page's scheme. */
function isLocalOrigin({ protocol, host }: URL, localOrigin: string | null): boolean {
  return localOrigin !== null && `${protocol.replace(/^ws/, 'http')}//${host}` === localOrigin;
}
