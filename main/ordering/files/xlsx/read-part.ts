import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import type { Breath } from '../breathe.ts';
import { encodingOfMark } from '../decode-text.ts';
import { OrderFileFault } from '../order-file.ts';
import type { ZipParts } from './zip-parts.ts';

/** What hears of a part's elements; names are without prefixes. */
export interface PartReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Characters that are parsed at a time. */
const slice = 16 * 1024;

/** Parses a part of a workbook while it is unpacked. Throws an `OrderFileFault`. */
export async function readPart(parts: ZipParts, name: string, reader: PartReader, breath: Breath): Promise<void> {
  const parser = parserFor(reader, name);
  let decoder: TextDecoder | null = null;
  for await (const bytes of parts.read(name)) {
    decoder ??= new TextDecoder(encodingOfMark(bytes) ?? 'utf-8');
    const text = decoder.decode(bytes, { stream: true });
    for (let at = 0; at < text.length; at += slice) {
      parser.write(text.slice(at, at + slice));
      await breath.take();
    }
  }
  if (decoder !== null) parser.close();
}

function parserFor(reader: PartReader, part: string): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  const refuse = () => {
    throw new OrderFileFault('xlsx-damaged', { part });
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => reader.open(withoutPrefix(name), attributes));
  parser.on('closetag', ({ name }) => reader.close?.(withoutPrefix(name)));
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  return parser;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
