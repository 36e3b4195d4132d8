import type { CachedLine, LineCache } from '../orders/index.ts';
import { candidates, type WaybillCandidate } from '../waybills/index.ts';
import type { ReceivingParts } from './parts.ts';

/** What a text can mean, and which lines the cache has for it. */
export interface Reading {
  candidates: WaybillCandidate[];
  /** The key that hit; without one the most literal candidate; empty when the text can be no number. */
  waybill: string;
  lines: CachedLine[];
}

export type ReadText = (text: string) => Reading;

export function createReadText({
  lineCache,
  settings,
}: Pick<ReceivingParts, 'settings'> & { lineCache: Pick<LineCache, 'findByWaybillKeys'> }): ReadText {
  return (text) => {
    const { prefix, suffix } = settings().scanner;
    const list = candidates(text, { prefix, suffix });
    const hit = lineCache.findByWaybillKeys(list.map((candidate) => candidate.key));
    return { candidates: list, waybill: hit?.key ?? list[0]?.key ?? '', lines: hit?.lines ?? [] };
  };
}
