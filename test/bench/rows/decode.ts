import { XMLParser } from 'fast-xml-parser';
import { createOtapiClient } from '../../../main/otapi/index.ts';
import { decodeEnvelope } from '../../../main/otapi/decode/envelope.ts';
import { required } from '../../../main/otapi/decode/decoder.ts';
import { orderLine } from '../../../main/otapi/decode/order-line.ts';
import { pageOf } from '../../../main/otapi/decode/page.ts';
import { readXml } from '../../../main/otapi/xml/read-xml.ts';
import type { OrderLine } from '../../../main/otapi/index.ts';
import { interleaved } from '../rounds.ts';
import { atMostTimes, rowOf, type BenchRow } from '../row.ts';
import type { WireProcess } from '../wire/wire-process.ts';

/**
 * fast-xml-parser in the quickest of its forms that still gives right texts: nodes in their order (its other form looks
 * for repeated names), no paths, no attributes, no conversion of values, entities decoded.
 */
const bareParser = new XMLParser({
  preserveOrder: true,
  jPath: false,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
});

/** The bytes of an answer into plain objects, by fast-xml-parser and nothing else. */
export function parseBarely(bytes: Uint8Array): unknown {
  return bareParser.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
}

const lines = pageOf(orderLine);

/** The bytes of an answer into order lines, as the client does it. */
export function decodeLines(bytes: Uint8Array): OrderLine[] {
  const root = readXml(bytes);
  decodeEnvelope(root);
  return lines(required(root, 'Result'), () => {}).items;
}

/**
 * Decoding one page of 100 order lines: the client's whole way from bytes to order lines (UTF-8, guard of the structure,
 * parser, decoders) and fast-xml-parser alone on the same bytes, turn by turn in one process.
 */
export async function decodeRow(wire: WireProcess, quick: boolean): Promise<BenchRow> {
  const bytes = await pageOfHundred(wire);
  if (decodeLines(bytes).length !== 100) throw new Error('The page has not 100 lines');
  const plan = quick ? { rounds: 3, samplesPerRound: 20 } : { rounds: 7, samplesPerRound: 80 };
  const rounds = interleaved(plan, () => decodeLines(bytes), () => parseBarely(bytes));
  return rowOf({
    name: 'decode a page of 100 order lines',
    unit: 'ms',
    target: atMostTimes(1.5),
    method:
      'Bytes of SearchOrderLines to order lines by the client (UTF-8 check, structure guard, parser, decoders), against fast-xml-parser alone on the same bytes in its quickest form (ordered nodes, no paths, no attributes, no conversion of values), turn by turn, p50 of each round.',
    seen: `The page has ${Math.round(bytes.length / 1024)} KB.`,
    whyMissed:
      'besides parsing, the client checks UTF-8 and the structure, makes a tree of its own, and reads 36 fields of every line from it.',
    samples: plan.rounds * plan.samplesPerRound,
    rounds,
  });
}

async function pageOfHundred(wire: WireProcess): Promise<Uint8Array> {
  const login = (await (await fetch(`${wire.origin}/practice/access`)).json()) as {
    instanceKey: string;
    secret: string | null;
    operatorLogin: string;
    operatorPassword: string;
  };
  const client = createOtapiClient({ credentials: { ...login, address: `${wire.origin}/service/` }, language: () => 'en' });
  await client.lines.search({}, { position: 0, size: 100 });
  client.close();
  return wire.page(0, 100);
}
