import {
  StationFault,
  type AwaitedParcel,
  type CallArgument,
  type LookupAnswer,
  type StationCalls,
} from '../../preload/contract/index.ts';
import type { CacheChange } from '../orders/index.ts';
import { displayWaybills } from '../waybills/index.ts';
import { isoTimeOrNull } from './iso-time.ts';
import type { ShowLines } from './parcel-line.ts';
import { oldestReading } from './parcels.ts';
import type { ReceivingParts } from './parts.ts';
import type { ReadText } from './read-text.ts';

type LookupCalls = StationCalls['lookup'];

/** The calls of the Look up screen. */
export interface Lookup {
  search(query: CallArgument<LookupCalls['search']>): LookupAnswer;
  /** Rejects with `OtapiError` when OT Platform cannot be asked, with `StationFault` when there is no connection. */
  searchOnline(query: CallArgument<LookupCalls['searchOnline']>): Promise<LookupAnswer>;
  /** Each with what a scan of it would show. */
  awaited(query: CallArgument<LookupCalls['awaited']>): { parcels: AwaitedParcel[] };
}

export interface LookupParts extends Pick<ReceivingParts, 'lineCache' | 'client' | 'now'> {
  readText: ReadText;
  showLines: ShowLines;
  onCacheChange: (change: CacheChange) => void;
}

const firstPage = { position: 0, size: 100 };
const mostShown = 100;
/** One parcel may have several lines, and some of the lines are booked here already. */
const linesForOneParcel = 4;

export function createLookup({ lineCache, client, now, readText, showLines, onCacheChange }: LookupParts): Lookup {
  function answer(text: string, limit: number, source: LookupAnswer['origin']['source']): LookupAnswer {
    const { lines: found, more } = lineCache.search(text, limit);
    const lines = found.map(({ line }) => line);
    const matches = new Map(found.map(({ line, match }) => [line.id, match]));
    return {
      lines: showLines(lines).map((line) => ({ ...line, match: matches.get(line.lineId) ?? 'line' })),
      more,
      wordsToCome: !lineCache.wordBacklog.isEmpty(),
      origin: { source, readAt: isoTimeOrNull(oldestReading(lines)) },
    };
  }

  function awaitedParcel(waybill: string): AwaitedParcel {
    const lines = showLines(readText(waybill).lines).filter((line) => line.awaited > 0);
    return { waybill, lines: lines.length, pieces: lines.reduce((sum, line) => sum + line.awaited, 0) };
  }

  return {
    awaited({ limit }) {
      const lines = lineCache.awaitedWithWaybill(limit * linesForOneParcel);
      const waybills = [...new Set(lines.flatMap((line) => displayWaybills(line.waybill)))];
      return { parcels: waybills.map(awaitedParcel).filter((parcel) => parcel.pieces > 0).slice(0, limit) };
    },
    search: ({ text, limit }) => answer(text, limit, 'cache'),
    async searchOnline({ text }) {
      const platform = client();
      if (!platform) throw new StationFault({ code: 'not-connected' });
      const readAt = now();
      const waybills = [...new Set([text.trim(), text.replace(/\s+/g, '').toUpperCase()])];
      const pages = await Promise.all([
        platform.lines.search({ waybills }, firstPage),
        platform.lines.search({ providerOrderIds: [text.trim()] }, firstPage),
      ]);
      onCacheChange(lineCache.store(pages.flatMap((page) => page.items), readAt));
      return answer(text, mostShown, 'server');
    },
  };
}
