import { isIP } from 'node:net';

/** Sites to which a login of a provider may lead without a question: the providers', and those of OT Platform. */
export const knownSites: readonly string[] = [
  'taobao.com',
  'tmall.com',
  '1688.com',
  'alipay.com',
  'alibaba.com',
  'otapi.net',
  'otcommerce.com',
  'opentao.net',
];

/**
 * True when `host` (the `hostname` of a `URL`, without a port) is one of the sites or below one, label by label. An IP
 * address has no labels: it is known only when it is named itself.
 */
export function isKnownSite(host: string, sites: readonly string[]): boolean {
  const name = canonicalName(host);
  if (name === '') return false;
  return sites.some((site) => isAtOrBelow(name, canonicalName(site)));
}

function isAtOrBelow(name: string, site: string): boolean {
  if (site === '' || isAddress(name) || isAddress(site)) return name === site && site !== '';
  const [labels, siteLabels] = [name.split('.'), site.split('.')];
  return labels.length >= siteLabels.length && siteLabels.every((label, index) => label === labels[labels.length - siteLabels.length + index]);
}

function canonicalName(host: string): string {
  return host.trim().toLowerCase().replace(/\.$/, '');
}

function isAddress(name: string): boolean {
  return isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
}
