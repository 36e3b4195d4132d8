import type { CallArgument, CallValue, Parcel, Receipt, StationCalls } from '../../preload/contract/index.ts';
import type { CacheChange } from '../orders/index.ts';
import { createOnlineCheck } from './check-online.ts';
import { createDayTotals } from './day-totals.ts';
import { createReadText } from './read-text.ts';
import { createJournal } from './journal.ts';
import { createLookup, type Lookup } from './lookup.ts';
import { createShowLines } from './parcel-line.ts';
import { createParcels } from './parcels.ts';
import type { ReceivingParts } from './parts.ts';
import { createReceiptBook } from './receipt-book.ts';
import { createReceive } from './receive.ts';
import { createRecentParcels } from './recent-parcels.ts';
import { createScan } from './scan.ts';
import { createUndoLast } from './undo-last.ts';
import { createUnknownParcels } from './unknown-parcels.ts';

type Calls = StationCalls['receiving'];

/** The calls of the contract; what they cannot do they throw as `StationFault`. */
export type ReceivingCalls = {
  [Name in keyof Calls]: (argument: CallArgument<Calls[Name]>) => CallValue<Calls[Name]>;
};

/** Receiving at one station. */
export interface Receiving {
  calls: ReceivingCalls;
  lookup: Lookup;
  /** Tell it of every change that synchronisation makes: unknown parcels are matched, shown parcels updated. */
  cacheChanged(change: CacheChange): void;
  unknownCounts(): { open: number; matched: number };
  /** Waybills of parcels that are still unknown, those scanned last first, to be asked for from time to time. */
  unknownWaybills(): string[];
  /** Resolves when no question to OT Platform is under way. */
  settled(): Promise<void>;
}

const mostWaybillsToAsk = 100;

export function createReceiving(parts: ReceivingParts): Receiving {
  const { database, lineCache, client, now, emit } = parts;
  const receipts = createReceiptBook(database);
  const unknownParcels = createUnknownParcels(database);
  const showLines = createShowLines(parts, receipts);
  const parcels = createParcels(showLines, receipts);
  const readText = createReadText(parts);
  const recent = createRecentParcels(parts, readText, parcels);
  const online = createOnlineCheck({ ...parts, readText, parcels, receipts, onCacheChange: cacheChanged });
  const underWay = new Set<Promise<void>>();
  unknownParcels.matchAll(now());

  function cacheChanged(change: CacheChange): void {
    if (change.newKeys.length > 0) {
      const matched = database.transaction(() => unknownParcels.match(change.newKeys, now()));
      for (const parcel of matched) emit('receiving.unknownMatched', parcel);
    }
    recent.cacheChanged(change);
  }

  /** Shows what OT Platform says of a parcel once the answer from the cache is out. */
  function checkLater(waybill: string, text: string): void {
    recent.shown(waybill, text, { source: 'cache', checking: true });
    const check = new Promise((resolve) => setImmediate(resolve))
      .then(() => online.check(text))
      .then((answered) => recent.update(waybill, { source: answered ? 'server' : 'cache', checking: false }))
      .catch((error: unknown) => parts.onUnexpected?.(error))
      .finally(() => underWay.delete(check));
    underWay.add(check);
  }

  function opened(waybill: string, text: string): void {
    if (client() === null) recent.shown(waybill, text, { source: 'cache', checking: false });
    else checkLater(waybill, text);
  }

  /** The parcel of a receipt, also when its lines do not have its waybill (any more). */
  function parcelAfter({ waybill, lines }: Receipt): Parcel {
    const found = readText(waybill).lines;
    const known = new Set(found.map((line) => line.id));
    const others = lineCache.find(lines.map((line) => line.lineId)).filter((line) => !known.has(line.id));
    return parcels.of(waybill, [...found, ...others], { source: 'cache', checking: false });
  }

  function parcel({ waybill: text }: { waybill: string }): Parcel | null {
    const { waybill, lines } = readText(text);
    if (lines.length === 0) return null;
    opened(waybill, text);
    return parcels.of(waybill, lines, { source: 'cache', checking: client() !== null });
  }

  const totals = createDayTotals(database, now);
  const bookkeeping = { ...parts, receipts, unknownParcels, showLines, parcelAfter };
  return {
    calls: {
      scan: createScan({
        ...parts,
        readText,
        parcels,
        unknownParcels,
        onAnswered({ raw, parcel: shown, unknownParcel }) {
          const waybill = shown?.waybill ?? unknownParcel?.waybill;
          if (waybill !== undefined) opened(waybill, raw);
        },
      }),
      parcel,
      receive: createReceive({ ...bookkeeping, keyOf: (waybill) => readText(waybill).waybill || waybill }),
      undoLast: createUndoLast(bookkeeping),
      journal: createJournal(database),
      totals,
      unknownParcels: (query) => ({ parcels: unknownParcels.list(query) }),
      noteUnknownParcel: ({ id, note }) => unknownParcels.note(id, note),
      closeUnknownParcel: ({ id }) => unknownParcels.close(id),
    },
    lookup: createLookup({ ...parts, readText, showLines, onCacheChange: cacheChanged }),
    cacheChanged,
    unknownCounts: () => unknownParcels.counts(),
    unknownWaybills: () => unknownParcels.openWaybills(mostWaybillsToAsk),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
