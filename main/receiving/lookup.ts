import { StationFault, type CallArgument, type LookupAnswer, type StationCalls } from '../../preload/contract/index.ts';
import type { CacheChange } from '../orders/index.ts';
import { isoTimeOrNull } from './iso-time.ts';
import type { ShowLines } from './parcel-line.ts';
import { oldestReading } from './parcels.ts';
import type { ReceivingParts } from './parts.ts';

type LookupCalls = StationCalls['lookup'];

/** The calls of the Look up screen. */
export interface Lookup {
  search(query: CallArgument<LookupCalls['search']>): LookupAnswer;
  /** Rejects with `OtapiError` when OT Platform cannot be asked, with `StationFault` when there is no connection. */
  searchOnline(query: CallArgument<LookupCalls['searchOnline']>): Promise<LookupAnswer>;
}

export interface LookupParts extends Pick<ReceivingParts, 'lineCache' | 'client' | 'now'> {
  showLines: ShowLines;
  onCacheChange: (change: CacheChange) => void;
}

const firstPage = { position: 0, size: 100 };
const mostShown = 100;

export function createLookup({ lineCache, client, now, showLines, onCacheChange }: LookupParts): Lookup {
  function answer(text: string, limit: number, source: LookupAnswer['origin']['source']): LookupAnswer {
    const { lines: found, more } = lineCache.search(text, limit);
    const lines = found.map(({ line }) => line);
    const matches = new Map(found.map(({ line, match }) => [line.id, match]));
    return {
      lines: showLines(lines).map((line) => ({ ...line, match: matches.get(line.lineId) ?? 'line' })),
      more,
      origin: { source, readAt: isoTimeOrNull(oldestReading(lines)) },
    };
  }

  return {
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
