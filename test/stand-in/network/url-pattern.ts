/** A match pattern of `webRequest` filters: `<all_urls>`, or scheme://host/path with `*` in each part. */
export function matchesPattern(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const parts = /^(\*|[a-z][a-z0-9+.-]*):\/\/([^/]*)(\/.*)?$/i.exec(pattern);
  if (!parts) throw new TypeError(`Invalid url pattern ${pattern}`);
  const [, scheme = '*', host = '*', path = '/*'] = parts;
  const address = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^#]*)/i.exec(url);
  if (!address) return false;
  const [, urlScheme = '', urlHost = '', urlPath = ''] = address;
  return matchesScheme(scheme, urlScheme) && matchesHost(host, urlHost) && wildcard(path).test(urlPath === '' ? '/' : urlPath);
}

function matchesScheme(scheme: string, given: string): boolean {
  return scheme === '*' ? /^(https?|wss?)$/i.test(given) : scheme.toLowerCase() === given.toLowerCase();
}

function matchesHost(host: string, given: string): boolean {
  const [name, port] = splitPort(host);
  const [givenName, givenPort] = splitPort(given.replace(/^[^@]*@/, ''));
  if (port !== undefined && port !== '*' && port !== givenPort) return false;
  if (name === '*') return true;
  if (name.startsWith('*.')) return givenName === name.slice(2) || givenName.endsWith(name.slice(1));
  return wildcard(name).test(givenName);
}

function splitPort(host: string): [name: string, port: string | undefined] {
  const match = /^(.*?)(?::(\d+|\*))?$/.exec(host);
  return [match?.[1] ?? host, match?.[2]];
}

function wildcard(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'is');
}
