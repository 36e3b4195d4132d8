import { z } from 'zod';
import { defineCall } from './call.ts';
import type { AnswerOrigin, ParcelLine } from './receiving.ts';

/** What a found line has in common with the searched text. */
export type LookupMatch = 'waybill' | 'waybill-ending' | 'provider-order' | 'order' | 'item' | 'line' | 'seller' | 'title';

export interface LookupAnswer {
  lines: (ParcelLine & { match: LookupMatch })[];
  /** More lines match than are shown. */
  more: boolean;
  /** An older cache is still being made ready to be searched by words: older lines may be missing among those. */
  wordsToCome: boolean;
  origin: AnswerOrigin;
}

/** A parcel of which something is awaited, as a list shows it. */
export interface AwaitedParcel {
  waybill: string;
  /** Order lines in it that await something. */
  lines: number;
  /** Pieces that can still be received. */
  pieces: number;
}

export const lookupCalls = {
  /**
   * Finds lines in the cache by waybill, its last 6 digits or more, provider order id, order number, item id or line id,
   * and by words of title, configuration and seller: all of them, in any order; of each, the beginning is enough. Newest
   * first.
   */
  search: defineCall<LookupAnswer>()(
    z.object({ text: z.string().trim().min(1).max(4000), limit: z.number().int().min(1).max(200).default(50) }),
  ),
  /** Asks OT Platform for lines by waybill and provider order id, puts them into the cache and answers as `search` does. */
  searchOnline: defineCall<LookupAnswer>()(z.object({ text: z.string().trim().min(1).max(4000) })),
  /** Parcels of the cache that are awaited, those read from OT Platform last first. */
  awaited: defineCall<{ parcels: AwaitedParcel[] }>()(z.object({ limit: z.number().int().min(1).max(50).default(8) })),
};

const unseparated = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const runs = new RegExp(String.raw`[${unseparated}]+|(?:(?![${unseparated}])[\p{L}\p{N}])+`, 'gu');
const startsUnseparated = new RegExp(`^[${unseparated}]`, 'u');
const plain = /^[a-z0-9 ]*$/;

/** The text as words are compared: without differences of case, width, or accents. */
export function foldedText(text: string): string {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower;
  return lower.normalize('NFKD').replace(/\p{M}+/gu, '').normalize('NFC').toLowerCase();
}

/** Letters and digits that stand together, and whether their script puts no blanks between words, as Chinese. */
export interface WordRun {
  text: string;
  isUnseparated: boolean;
}

/** The runs of a text, folded. */
export function wordRuns(text: string): WordRun[] {
  return (foldedText(text).match(runs) ?? []).map((run) => ({ text: run, isUnseparated: startsUnseparated.test(run) }));
}
