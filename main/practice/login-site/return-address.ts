import { randomBytes } from 'node:crypto';

/** An absolute http or https URL, or null when the text is not one. */
export function readReturnAddress(text: string): URL | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text);
}

/** The address with parameters behind whatever query it has; its fragment stays. */
export function withParameters(address: URL, parameters: readonly (readonly [name: string, value: string])[]): URL {
  const added = parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  const result = new URL(address);
  if (added !== '') result.search = address.search === '' ? added : `${address.search}&${added}`;
  return result;
}

/** The address with another last path segment, as long as the one it had: it looks right and is not. */
export function withOtherLastSegment(address: URL): URL {
  const result = new URL(address);
  const segments = address.pathname.split('/');
  const last = segments.pop() ?? '';
  result.pathname = [...segments, otherText(last)].join('/');
  return result;
}

function otherText(text: string): string {
  const length = Math.max(text.length, 8);
  const other = randomBytes(length).toString('hex').slice(0, length);
  return other === text ? otherText(text) : other;
}
