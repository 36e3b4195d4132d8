import { XMLParser, type EntityDecoderOptions } from 'fast-xml-parser';
import { answerText } from './answer-text.ts';
import { decodeEntities } from './entities.ts';
import { guardStructure, maximumDepth } from './structure-guard.ts';
import { UnreadableAnswer } from './unreadable-answer.ts';
import type { XmlElement } from './xml-element.ts';

const attributesKey = ':@';

/** A node of the parser's ordered output: the first key is the element's name, or `#text`. */
type ParsedNode = Record<string, unknown>;

const noAttributes: XmlElement['attributes'] = Object.freeze({});
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

/**
 * Reads an answer's bytes into its root element. Throws `UnreadableAnswer` and nothing else. The parser does not check
 * what it reads; the guard does, with its other checks, in half the time that the parser's own validator takes.
 */
export function readXml(bytes: Uint8Array): XmlElement {
  const xml = answerText(bytes);
  guardStructure(xml);
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
  const root = elementOf('', nodes, noAttributes).children[0];
  if (root === undefined) throw malformed();
  return root;
}

/**
 * The name of a node is its first key; attributes, where there are any, are the second. One loop, since a page of lines
 * has thousands of elements and the main process waits.
 */
function elementOf(name: string, nodes: readonly ParsedNode[], attributes: XmlElement['attributes']): XmlElement {
  let text = '';
  const children: XmlElement[] = [];
  const content: (string | XmlElement)[] = [];
  for (const node of nodes) {
    for (const key in node) {
      const value = node[key];
      if (typeof value === 'string') {
        text += value;
        content.push(value);
      } else {
        const child = elementOf(key, value as ParsedNode[], attributesOf(node));
        children.push(child);
        content.push(child);
      }
      break;
    }
  }
  return { name, attributes, text, children, content };
}

function attributesOf(node: ParsedNode): XmlElement['attributes'] {
  return (node[attributesKey] ?? noAttributes) as XmlElement['attributes'];
}

function malformed(): UnreadableAnswer {
  return new UnreadableAnswer('malformed', 'the answer is not well-formed XML');
}
