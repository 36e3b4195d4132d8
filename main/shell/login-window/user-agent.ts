/** Products of which a browser of Chromium's kind speaks; all others are Electron's and our own. */
const browserProducts = new Set(['Mozilla', 'AppleWebKit', 'Chrome', 'Safari']);

/** A user agent without the names of Electron and of the app: providers treat what they do not know as a robot. */
export function browserUserAgent(userAgent: string): string {
  const parts = userAgent.match(/\([^)]*\)|[^\s(]+/g) ?? [];
  return parts.filter((part) => part.startsWith('(') || browserProducts.has(part.split('/', 1)[0] ?? '')).join(' ');
}
