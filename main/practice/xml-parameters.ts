import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { EntityDecoderOptions } from 'fast-xml-parser';
import { refusals } from './refusal.ts';

/** One element of an XML parameter. Unknown children stay unread, as .NET's serialiser does it. */
export class XmlNode {
  readonly name: string;
  readonly #attributes: ReadonlyMap<string, string>;
  readonly #children: readonly XmlNode[];
  readonly #text: string;

  constructor(name: string, attributes: ReadonlyMap<string, string>, children: readonly XmlNode[], text: string) {
    this.name = name;
    this.#attributes = attributes;
    this.#children = children;
    this.#text = text;
  }

  /** The attribute's value as it was sent, or null. */
  attribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  child(name: string): XmlNode | null {
    return this.#children.find((candidate) => candidate.name === name) ?? null;
  }

  children(name: string): readonly XmlNode[] {
    return this.#children.filter((candidate) => candidate.name === name);
  }

  /** The element's text as it was sent, blanks included. */
  get text(): string {
    return this.#text;
  }

  /** The text of a child without blanks around it, or null when the child is missing or empty. */
  textOf(name: string): string | null {
    const text = this.child(name)?.text.trim() ?? '';
    return text === '' ? null : text;
  }

  /** The texts of `list`/`item*` that are not empty, or null when the list is missing or has none. */
  listOf(list: string, item: string): readonly string[] | null {
    const items = this.child(list)?.children(item) ?? [];
    const texts = items.map((node) => node.text.trim()).filter((text) => text !== '');
    return texts.length === 0 ? null : texts;
  }
}

const TEXT_NODE = '#text';
const ATTRIBUTES = ':@';

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The five entities of XML and numeric references; the parser alone leaves the numeric ones as they stand. */
function decodeReferences(text: string): string {
  return text.replaceAll(/&([^;&]*);/g, (_, name: string) => {
    const digits = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
    if (digits === null) return predefined(name);
    const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
    return String.fromCodePoint(code);
  });
}

function predefined(name: string): string {
  const character = PREDEFINED.get(name);
  if (character === undefined) throw new RangeError(`XML has no entity ${name}`);
  return character;
}

const nothing = (): void => undefined;
const entityDecoder: EntityDecoderOptions = {
  setExternalEntities: nothing,
  addInputEntities: nothing,
  reset: nothing,
  setXmlVersion: nothing,
  decode: decodeReferences,
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  entityDecoder,
  textNodeName: TEXT_NODE,
});

/** The parser's form with `preserveOrder`: each node is an object with one key, its name, and perhaps one for its attributes. */
type ParsedNode = Readonly<Record<string, readonly ParsedNode[] | string>>;

function attributesOf(parsed: ParsedNode): ReadonlyMap<string, string> {
  return new Map(Object.entries((parsed[ATTRIBUTES] ?? {}) as Readonly<Record<string, string>>));
}

function toNode(parsed: ParsedNode): XmlNode | null {
  const entry = Object.entries(parsed).find(([key]) => key !== ATTRIBUTES && key !== TEXT_NODE);
  if (entry === undefined || typeof entry[1] === 'string') return null;
  const [name, inside] = entry;
  const children = inside.map(toNode).filter((node) => node !== null);
  const text = inside.map((node) => (typeof node[TEXT_NODE] === 'string' ? node[TEXT_NODE] : '')).join('');
  return new XmlNode(name, attributesOf(parsed), children, text);
}

/** What the parser itself refuses (deep nesting, a code that is no character) cannot be read either. */
function parse(parameterName: string, text: string): readonly ParsedNode[] {
  try {
    return parser.parse(text) as readonly ParsedNode[];
  } catch {
    throw refusals.badParameter(parameterName);
  }
}

/**
 * Reads an XML parameter whose root must have the given name. Anything that is not well-formed, and any
 * document type declaration, is refused with ValidationError.
 */
export function readXmlParameter(parameterName: string, text: string, rootName: string): XmlNode {
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) throw refusals.badParameter(parameterName);
  const roots = parse(parameterName, text).map(toNode).filter((node) => node !== null);
  const root = roots[0];
  if (root === undefined || roots.length !== 1 || root.name !== rootName) throw refusals.badParameter(parameterName);
  return root;
}
