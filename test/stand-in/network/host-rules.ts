/** Where a connection goes. */
export interface Address {
  host: string;
  port: number;
}

/**
 * Chromium's switch `host-resolver-rules`, for connections that Chromium does not make itself: `MAP shop.example 127.0.0.1`,
 * `MAP *.example ^NOTFOUND`, `EXCLUDE localhost`, divided by commas. Undefined for a name that must not be found.
 */
export function mappedAddress(rules: string, { host, port }: Address): Address | undefined {
  const parsed = rules.split(',').map((rule) => rule.trim().split(/\s+/));
  if (parsed.some(([kind, pattern]) => kind === 'EXCLUDE' && matches(pattern, host, port))) return { host, port };
  const target = parsed.find(([kind, pattern]) => kind === 'MAP' && matches(pattern, host, port))?.[2];
  if (target === undefined) return { host, port };
  if (/^[~^]NOTFOUND$/.test(target)) return undefined;
  const [, name = target, number] = /^(.*?)(?::(\d+))?$/.exec(target) ?? [];
  return { host: name, port: number === undefined ? port : Number(number) };
}

function matches(pattern: string | undefined, host: string, port: number): boolean {
  if (pattern === undefined) return false;
  const [, name = '', number] = /^(.*?)(?::(\d+))?$/.exec(pattern) ?? [];
  if (number !== undefined && Number(number) !== port) return false;
  const text = name.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${text}$`, 'i').test(host);
}
