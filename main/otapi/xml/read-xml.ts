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

const noAttributes: Readonly<Record<string, string>> = Object.freeze({});
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
  const root = contentOf(nodes).children[0];
  if (root === undefined) throw malformed();
  return root;
}

/** One loop for both, since a page of lines has thousands of elements and the main process waits. */
function contentOf(nodes: readonly ParsedNode[]): { text: string; children: XmlElement[] } {
  let text = '';
  const children: XmlElement[] = [];
  for (const node of nodes) {
    const content = node[textKey];
    if (typeof content === 'string') text += content;
    else children.push(elementOf(node));
  }
  return { text, children };
}

/** The name is the node's first key; attributes, where there are any, are the second. */
function elementOf(node: ParsedNode): XmlElement {
  for (const name in node) {
    if (name === attributesKey) continue;
    const attributes = (node[attributesKey] ?? noAttributes) as Record<string, string>;
    const { text, children } = contentOf(node[name] as ParsedNode[]);
    return { name, attributes, text, children };
  }
  throw malformed();
}

function malformed(): UnreadableAnswer {
  return new UnreadableAnswer('malformed', 'the answer is not well-formed XML');
}
