import { z } from 'zod';
import { defineCall } from './call.ts';
import type { AnswerOrigin, ParcelLine } from './receiving.ts';

/** What a found line has in common with the searched text. */
export type LookupMatch = 'waybill' | 'waybill-ending' | 'provider-order' | 'order' | 'item' | 'line';

export interface LookupAnswer {
  lines: (ParcelLine & { match: LookupMatch })[];
  /** More lines match than are shown. */
  more: boolean;
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
  /** Finds lines in the cache by waybill, its last 6 digits or more, provider order id, order number, item id or line id. */
  search: defineCall<LookupAnswer>()(
    z.object({ text: z.string().trim().min(1).max(4000), limit: z.number().int().min(1).max(200).default(50) }),
  ),
  /** Asks OT Platform for lines by waybill and provider order id, puts them into the cache and answers as `search` does. */
  searchOnline: defineCall<LookupAnswer>()(z.object({ text: z.string().trim().min(1).max(4000) })),
  /** Parcels of the cache that are awaited, those read from OT Platform last first. */
  awaited: defineCall<{ parcels: AwaitedParcel[] }>()(z.object({ limit: z.number().int().min(1).max(50).default(8) })),
};
