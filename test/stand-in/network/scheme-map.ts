/** Names under this are reserved (RFC 6761): no request for them can leave the machine. */
const reserved = 'stand-in.invalid';

const ownSchemes = new Set<string>();

/**
 * Stock Chromium loads no `station://app/x`. So the app's own schemes are loaded as https pages of a reserved host,
 * `https://app.station.stand-in.invalid/x`, and turned back wherever the app can see a URL.
 */
export function mapScheme(scheme: string): void {
  if (!/^(https?|file|data|blob|about|javascript|ws|wss)$/.test(scheme)) ownSchemes.add(scheme);
}

export function isOwnScheme(scheme: string): boolean {
  return ownSchemes.has(scheme);
}

/** The URL to give to Chromium. */
export function toChromium(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?(.*)$/is.exec(url);
  const scheme = match?.[1]?.toLowerCase() ?? '';
  if (!match || !ownSchemes.has(scheme)) return url;
  const host = (match[2] ?? '') === '' ? '-' : (match[2] ?? '').toLowerCase();
  const rest = match[3] ?? '';
  return `https://${host}.${scheme}.${reserved}${/^[/?#]/.test(rest) ? '' : '/'}${rest}`;
}

/** The URL that the app knows. */
export function fromChromium(url: string): string {
  const match = /^https:\/\/([^/?#]+)\.stand-in\.invalid(?::443)?(.*)$/is.exec(url);
  if (!match) return url;
  const name = match[1] ?? '';
  for (const scheme of ownSchemes) {
    if (!name.endsWith(`.${scheme}`)) continue;
    const host = name.slice(0, -scheme.length - 1);
    return `${scheme}://${host === '-' ? '' : host}${match[2] ?? ''}`;
  }
  return url;
}

/** Scheme, host and port of a URL that the app knows; "null" where there is no such thing. */
export function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/i.exec(url);
  if (match && ownSchemes.has(match[1]?.toLowerCase() ?? '')) return `${match[1]}://${match[2]}`;
  if (/^file:/i.test(url)) return 'file://';
  return URL.canParse(url) ? new URL(url).origin : 'null';
}

/** A policy that an own scheme's page came with, such that it means the same for the mapped page. */
export function translatePolicy(policy: string, url: string): string {
  const own = originOf(url);
  return policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/).flatMap((source) => translateSource(source, own)).join(' '))
    .join('; ');
}

function translateSource(source: string, own: string): string[] {
  // Chromium knows no hosts of schemes that are not its own, so the scheme alone must do.
  if (source === "'self'") return [source, own.replace(/:.*$/, ':')];
  const match = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/]*))?/i.exec(source);
  const scheme = match?.[1] ?? '';
  if (!ownSchemes.has(scheme)) return [source];
  return [`${scheme}:`, `https://${match?.[2] || '*'}.${scheme}.${reserved}`];
}
