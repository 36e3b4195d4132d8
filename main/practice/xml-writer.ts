/** What an element holds: text, child elements (null ones are left out), or nothing. */
export type XmlContent = string | number | boolean | null | readonly (XmlElement | null)[];

export interface XmlElement {
  readonly name: string;
  readonly content: XmlContent;
  readonly attributes: Readonly<Record<string, string>>;
}

/** An element; without content it is empty (`<Name />`). */
export function element(name: string, content: XmlContent = null, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return { name, content, attributes };
}

/** An element for a value that may be absent: an absent value has no element (otapi.md 1.6). */
export function elementIfPresent(name: string, content: XmlContent): XmlElement | null {
  return content === null || content === '' ? null : element(name, content);
}

/** A decimal with a dot and no grouping, without trailing zeros (otapi.md 1.6). */
export function decimal(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)));
}

/** A date-time without zone (otapi.md 1.6); we write UTC. */
export function dateTime(value: Date): string {
  return value.toISOString().slice(0, -1);
}

/** A carriage return is escaped, as .NET does it: readers would make a line feed of it. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' };

/** Characters that XML 1.0 cannot hold, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escapeText(text: string): string {
  return text.replaceAll(FORBIDDEN, '').replaceAll(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

function render({ name, content, attributes }: XmlElement): string {
  const attributeText = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeText(value)}"`)
    .join('');
  const inside = renderContent(content);
  return inside === '' ? `<${name}${attributeText} />` : `<${name}${attributeText}>${inside}</${name}>`;
}

function renderContent(content: XmlContent): string {
  if (content === null) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number' || typeof content === 'boolean') return String(content);
  return content.map((child) => (child === null ? '' : render(child))).join('');
}

/** A whole document with its declaration. */
export function renderDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${render(root)}`;
}
