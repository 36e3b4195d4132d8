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
  const whole = await decodeText(bytes, xmlEncoding(bytes), breath);
  const text = whole.trimStart();
  const elements = new OrderElements();
  const parser = parserFor(elements, whole.slice(0, whole.length - text.length));
  for (let at = 0; at < text.length; at += slice) {
    parser.write(text.slice(at, at + slice));
    await breath.take();
  }
  parser.close();
  return elements.orders;
}

/** `skipped` are the blanks before the document, which the parser does not see. */
function parserFor(elements: OrderElements, skipped: string): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  const skippedLines = skipped.split(/\r\n|\r|\n/);
  const indent = skippedLines.at(-1)?.length ?? 0;
  const lineNow = (): number => parser.line + skippedLines.length - 1;
  let line = 1;
  parser.on('error', ({ message }) => {
    // The parser counts the characters that it has read: the last of them is the one that it does not take.
    const column = Math.max(1, parser.column + (parser.line === 1 ? indent : 0));
    throw malformed(message, elements, { line: lineNow(), column });
  });
  parser.on('doctype', () => {
    throw new OrderFileFault('xml-doctype', { line: lineNow() });
  });
  parser.on('opentagstart', () => {
    line = lineNow();
  });
  parser.on('opentag', ({ name, attributes }) => {
    const attribute = Object.keys(attributes).find((key) => !ofNoMeaning.test(key));
    if (attribute !== undefined) throw new OrderFileFault('xml-unknown-attribute', { attribute, element: name, line });
    elements.open(withoutPrefix(name), line);
  });
  parser.on('closetag', () => elements.close(lineNow()));
  parser.on('text', (text) => elements.text(text, lineNow()));
  parser.on('cdata', (text) => elements.text(text, lineNow()));
  return parser;
}

/**
 * `problem` is `open` for an element that is not closed, `entity` for an `&` that begins none, else `other`. The first two
 * come to light far behind their cause, at the latest at the end of the file: their place is that of the element.
 */
function malformed(message: string, elements: OrderElements, place: { line: number; column: number }): OrderFileFault {
  const within = /close tag|closing tag:/.test(message) ? elements.closed : elements.innermost;
  const problem = /entity/.test(message) ? 'entity' : /close tag|closing tag:|unclosed|unexpected end/.test(message) ? 'open' : 'other';
  if (within === null || problem === 'other') return new OrderFileFault('xml-malformed', { ...place, problem: 'other' });
  return new OrderFileFault('xml-malformed', { line: within.line, element: within.name, problem });
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
