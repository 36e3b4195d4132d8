import { isXmlCharacter } from './entities.ts';

/** A piece of structured input that is still to be written; an element that was read is one too. */
export interface XmlPart {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly XmlContent[];
}

/** What may stand in an element; `undefined` is left out. */
export type XmlContent = XmlPart | string | number | undefined;

/** An element that is always there, empty when it has no content. */
export function element(name: string, ...content: XmlContent[]): XmlPart {
  return { name, attributes: {}, content };
}

/** An element that has attributes. */
export function elementWith(attributes: XmlPart['attributes'], name: string, ...content: XmlContent[]): XmlPart {
  return { name, attributes, content };
}

/** An element that is there only when the value is. */
export function optional(name: string, value: string | number | undefined): XmlPart | undefined {
  return value === undefined ? undefined : element(name, value);
}

/** `name` with one `childName` for each value; left out when there are none, since an empty list could match nothing. */
export function optionalList(
  name: string,
  childName: string,
  values: readonly (string | number)[] | undefined,
): XmlPart | undefined {
  if (values === undefined || values.length === 0) return undefined;
  return element(name, ...values.map((value) => element(childName, value)));
}

/** The text of an XML parameter (section 1.1): no declaration, no namespace, no white space between elements. */
export function writeXml(part: XmlPart): string {
  const attributes = Object.entries(part.attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const start = `<${part.name}${attributes.join('')}`;
  const content = writeInside(part);
  return content === '' ? `${start}/>` : `${start}>${content}</${part.name}>`;
}

/** What stands between the tags of `writeXml`. */
export function writeInside(part: XmlPart): string {
  return part.content.map(writeContent).join('');
}

function writeContent(content: XmlContent): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return writeNumber(content);
  return writeXml(content);
}

/** A carriage return is written as a reference, else the reader at the other end would make it a line feed. */
function escapeText(text: string): string {
  return legalCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Line breaks and tabs are written as references, else the reader at the other end would make them blanks. */
function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

function legalCharacters(text: string): string {
  return Array.from(text)
    .filter((character) => isXmlCharacter(character.codePointAt(0) ?? 0))
    .join('');
}

/** Decimals have a dot and no exponent (section 1.1); six places are more than any weight or price needs. */
function writeNumber(value: number): string {
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
    throw new RangeError('A number that is sent to OT Platform must be finite and of ordinary size.');
  }
  return Number.isInteger(value) ? value.toFixed(0) : value.toFixed(6).replace(/\.?0+$/, '');
}
