import {
  conflict,
  notFound,
  StationFault,
  type CallArgument,
  type Parcel,
  type ParcelLine,
  type Receipt,
  type ReceiptAnswer,
  type StationCalls,
} from '../../preload/contract/index.ts';
import { lineStatusGroup } from '../orders/index.ts';
import type { ReceiveOperation } from '../sync/index.ts';
import type { ShowLines } from './parcel-line.ts';
import type { ReceivingParts } from './parts.ts';
import type { NewReceipt, ReceiptBook } from './receipt-book.ts';
import type { UnknownParcels } from './unknown-parcels.ts';

export type ReceiveRequest = CallArgument<StationCalls['receiving']['receive']>;

export interface ReceiveParts extends Pick<ReceivingParts, 'database' | 'lineCache' | 'outbox' | 'settings' | 'now'> {
  receipts: ReceiptBook;
  unknownParcels: UnknownParcels;
  showLines: ShowLines;
  /** The key under which the cache has a waybill, or the waybill itself. */
  keyOf: (waybill: string) => string;
  parcelAfter: (receipt: Receipt) => Parcel;
}

/**
 * Books pieces as received: receipt and operations in one transaction, which is on disk when the call answers. The
 * same request again gives the same receipt and writes nothing.
 */
export function createReceive(parts: ReceiveParts): (request: ReceiveRequest) => ReceiptAnswer {
  const { database, lineCache, outbox, settings, now, receipts, unknownParcels, showLines } = parts;

  /** The lines as they are now, with what is to be booked of each. Throws when one of them cannot be. */
  function bookings({ lines, overReceiptConfirmed }: ReceiveRequest): { line: ParcelLine; pieces: number }[] {
    const wanted = new Map<string, number>();
    for (const { lineId, pieces } of lines) wanted.set(lineId, (wanted.get(lineId) ?? 0) + pieces);
    const known = new Map(showLines(lineCache.find([...wanted.keys()])).map((line) => [line.lineId, line]));
    return [...wanted].map(([lineId, pieces]) => {
      const line = known.get(lineId);
      if (!line) throw new StationFault(notFound('line-gone', { line: lineId }));
      refuseIfImpossible(line, pieces, overReceiptConfirmed);
      return { line, pieces };
    });
  }

  function book(request: ReceiveRequest): void {
    const booked = bookings(request);
    const { receiverName: receiver, stationName: station } = settings();
    const waybill = parts.keyOf(request.waybill);
    const { requestId: id, scanId } = request;
    receipts.write({ id, at: now(), waybill, scanId, receiver, station, reverses: null, lines: booked.map(receiptLine) });
    outbox.enqueue(id, booked.map((booking) => operationOf(booking, waybill)));
    unknownParcels.closeBy(id, waybill);
  }

  return (request) =>
    database.transaction(() => {
      if (!receipts.read(request.requestId)) book(request);
      const receipt = receipts.read(request.requestId);
      if (!receipt || receipt.reverses !== null) throw new StationFault(conflict('request-id'));
      return { receipt, parcel: parts.parcelAfter(receipt) };
    });
}

function refuseIfImpossible(line: ParcelLine, pieces: number, overReceiptConfirmed: boolean): void {
  const details = { line: line.lineId, pieces, awaited: line.awaited, status: line.status.name };
  if (lineStatusGroup(line.status.id) === 'not-deliverable') {
    throw new StationFault(conflict('not-deliverable', details));
  }
  if (line.awaited === 0) {
    throw new StationFault(conflict('already-received', details));
  }
  if (pieces > line.awaited && !overReceiptConfirmed) {
    throw new StationFault(conflict('more-than-awaited', details));
  }
}

function receiptLine({ line, pieces }: { line: ParcelLine; pieces: number }): NewReceipt['lines'][number] {
  return { lineId: line.lineId, orderId: line.orderId, pieces, lineQuantity: line.quantity, title: titleOf(line) };
}

/** The receipt keeps every piece that came; OT Platform is told of those that were still awaited. */
function operationOf({ line, pieces }: { line: ParcelLine; pieces: number }, waybill: string): ReceiveOperation {
  return {
    orderId: line.orderId,
    lineId: line.lineId,
    waybill,
    title: titleOf(line),
    pieces: Math.min(pieces, line.awaited),
    remark: pieces > line.awaited ? 'over-received' : null,
  };
}

function titleOf({ title }: ParcelLine): string {
  return title.translated || title.original;
}
