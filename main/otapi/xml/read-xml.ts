import { XMLParser, XMLValidator, type EntityDecoderOptions } from 'fast-xml-parser';
import { answerText } from './answer-text.ts';
import { decodeEntities } from './entities.ts';
import { guardStructure, maximumDepth } from './structure-guard.ts';
import { UnreadableAnswer } from './unreadable-answer.ts';
import type { XmlElement } from './xml-element.ts';

const textKey = '#text';
const attributesKey = ':@';

/** A node of the parser's ordered output: one key is the element's name (or `#text`), another may hold attributes. */
type ParsedNode = Record<string, unknown>;

const nothing = () => {};
const entityDecoder: EntityDecoderOptions = {
  setExternalEntities: nothing,
  addInputEntities: nothing,
  reset: nothing,
  setXmlVersion: nothing,
  decode: decodeEntities,
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: maximumDepth,
  jPath: false,
  processEntities: true,
  entityDecoder,
});

/** Reads an answer's bytes into its root element. Throws `UnreadableAnswer` and nothing else. */
export function readXml(bytes: Uint8Array): XmlElement {
  const xml = answerText(bytes);
  guardStructure(xml);
  if (XMLValidator.validate(xml) !== true) throw malformed();
  return rootOf(parse(xml));
}

function parse(xml: string): ParsedNode[] {
  try {
    return parser.parse(xml) as ParsedNode[];
  } catch (error) {
    if (error instanceof UnreadableAnswer) throw error;
    // The parser's own message quotes the document, which may hold a session id.
    throw malformed();
  }
}

function rootOf(nodes: ParsedNode[]): XmlElement {
  const root = elementsOf(nodes)[0];
  if (root === undefined) throw malformed();
  return root;
}

function elementsOf(nodes: readonly ParsedNode[]): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== attributesKey);
    if (name === undefined || name === textKey) return [];
    const inside = node[name] as ParsedNode[];
    return [
      {
        name,
        attributes: (node[attributesKey] ?? {}) as Record<string, string>,
        text: textOf(inside),
        children: elementsOf(inside),
      },
    ];
  });
}

function textOf(nodes: readonly ParsedNode[]): string {
  return nodes.map((node) => (typeof node[textKey] === 'string' ? node[textKey] : '')).join('');
}

function malformed(): UnreadableAnswer {
  return new UnreadableAnswer('malformed', 'the answer is not well-formed XML');
}
