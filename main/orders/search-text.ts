import { candidates } from '../waybills/index.ts';
import { wantedWords } from './words.ts';

/** What a typed or pasted text can mean in the cache, each as it is indexed. */
export interface SearchReadings {
  waybillKeys: string[];
  /** Letters and digits at the end of a waybill; null when the text is too short for it. */
  waybillEnding: string | null;
  /** Provider order id, or line id. */
  ids: string[];
  orderIds: string[];
  /** `12345-2`, as the vendor's panel writes a line: order and line number. */
  lineOfOrder: { orderIds: string[]; lineNumber: number } | null;
  itemIds: string[];
  /** Words of title, configuration and seller that all have to be there; the beginning of each is enough. */
  words: string[];
}

/** A shorter ending would find too many. */
const shortestEnding = 6;

/** Prefixes of item ids: Taobao, 1688, JD, the shop's own warehouse (otapi.md 7.3). */
const itemPrefixes = ['', 'tb-', 'abb-', 'jd-', 'wh-'];

/** Reads a search text in every way in which a person could have meant it. */
export function readSearchText(text: string): SearchReadings {
  const trimmed = text.trim();
  const waybillKeys = candidates(trimmed).map((candidate) => candidate.key);
  const compact = waybillKeys[0] ?? trimmed;
  const withoutSeparators = compact.replace(/[^\p{L}\p{N}]/gu, '');
  return {
    waybillKeys,
    waybillEnding: withoutSeparators.length >= shortestEnding ? withoutSeparators : null,
    ids: unique([trimmed, compact]),
    orderIds: orderIdsOf(compact),
    lineOfOrder: lineOfOrder(compact),
    itemIds: unique([trimmed, ...itemPrefixes.map((prefix) => prefix + trimmed.toLowerCase())]),
    words: wantedWords(trimmed),
  };
}

/** An order id is `ORD-` and the number filled up to ten digits (otapi.md 1.6); people leave out either. */
function orderIdsOf(text: string): string[] {
  const number = /^(?:ORD-?)?0*(\d{1,10})$/.exec(text)?.[1];
  return number === undefined ? [text] : unique([`ORD-${number.padStart(10, '0')}`, number, text]);
}

function lineOfOrder(text: string): SearchReadings['lineOfOrder'] {
  const parts = /^(?<order>(?:ORD-?)?\d{1,10})-(?<line>\d{1,4})$/.exec(text)?.groups;
  if (parts?.['order'] === undefined) return null;
  return { orderIds: orderIdsOf(parts['order']), lineNumber: Number(parts['line']) };
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}
