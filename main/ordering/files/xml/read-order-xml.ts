import { SaxesParser } from 'saxes';
import type { OrderDraft } from '../../../../preload/contract/index.ts';
import type { Breath } from '../breathe.ts';
import { decodeText } from '../decode-text.ts';
import { OrderFileFault } from '../order-file.ts';
import { OrderElements } from './order-elements.ts';
import { xmlEncoding } from './xml-encoding.ts';

/** Characters that are parsed at a time. */
const slice = 32 * 1024;
/** Attributes that say nothing of an order: namespaces, and what schemas tell. */
const ofNoMeaning = /^(?:xmlns|xml|xsi)(?::|$)/;

/**
 * Reads `<OrderAddData>` (otapi.md 5.1), one or several within `<Orders>`. The parser knows no entities but XML's own
 * five; a document type is refused. Whatever is not documented is a fault with its place, so that nothing is dropped.
 * Throws an `OrderFileFault`.
 */
export async function readOrderXml(bytes: Uint8Array, breath: Breath): Promise<OrderDraft[]> {
  const text = (await decodeText(bytes, xmlEncoding(bytes), breath)).trimStart();
  const elements = new OrderElements();
  const parser = parserFor(elements);
  for (let at = 0; at < text.length; at += slice) {
    parser.write(text.slice(at, at + slice));
    await breath.take();
  }
  parser.close();
  return elements.orders;
}

function parserFor(elements: OrderElements): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  let line = 1;
  parser.on('error', (error) => {
    // The parser begins its words with the place.
    const problem = error.message.replace(/^\d+:\d+:\s*/, '').slice(0, 200);
    throw new OrderFileFault('xml-malformed', { line: parser.line, column: parser.column + 1, problem });
  });
  parser.on('doctype', () => {
    throw new OrderFileFault('xml-doctype', { line: parser.line });
  });
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const attribute = Object.keys(attributes).find((key) => !ofNoMeaning.test(key));
    if (attribute !== undefined) throw new OrderFileFault('xml-unknown-attribute', { attribute, element: name, line });
    elements.open(withoutPrefix(name), line);
  });
  parser.on('closetag', () => elements.close(parser.line));
  parser.on('text', (text) => elements.text(text, parser.line));
  parser.on('cdata', (text) => elements.text(text, parser.line));
  return parser;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
