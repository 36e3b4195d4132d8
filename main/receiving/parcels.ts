import type { AnswerOrigin, EarlierReceipt, Parcel } from '../../preload/contract/index.ts';
import type { CachedLine } from '../orders/index.ts';
import { isoTimeOrNull } from './iso-time.ts';
import type { ShowLines } from './parcel-line.ts';
import type { ReceiptBook } from './receipt-book.ts';

/** How the lines of a parcel came to be known. */
export interface ParcelState {
  source: AnswerOrigin['source'];
  checking: boolean;
}

/** Puts parcels together from the cache, the receipts, and what OT Platform's log told of receipts elsewhere. */
export interface Parcels {
  of(waybill: string, lines: readonly CachedLine[], state: ParcelState): Parcel;
  /** Remembers for this run who received a line elsewhere. */
  noteElsewhere(lineId: string, receipt: EarlierReceipt): void;
  isKnownElsewhere(lineId: string): boolean;
}

const mostLinesElsewhere = 1000;

export function createParcels(showLines: ShowLines, receipts: ReceiptBook): Parcels {
  const elsewhere = new Map<string, EarlierReceipt>();

  function earlier(waybill: string, lineIds: string[]): EarlierReceipt[] {
    const others = lineIds.flatMap((lineId) => elsewhere.get(lineId) ?? []);
    return [...receipts.earlier(waybill, lineIds), ...others];
  }

  return {
    of(waybill, lines, { source, checking }) {
      const lineIds = lines.map((line) => line.id);
      return {
        waybill,
        lines: showLines(lines),
        earlier: earlier(waybill, lineIds),
        origin: { source, readAt: isoTimeOrNull(oldestReading(lines)) },
        checking,
      };
    },
    noteElsewhere(lineId, receipt) {
      if (elsewhere.size >= mostLinesElsewhere) elsewhere.clear();
      elsewhere.set(lineId, receipt);
    },
    isKnownElsewhere: (lineId) => elsewhere.has(lineId),
  };
}

/** A parcel is as old as the oldest reading among its lines; null when it has none. */
export function oldestReading(lines: readonly CachedLine[]): number | null {
  return lines.length === 0 ? null : Math.min(...lines.map((line) => line.readAt));
}
