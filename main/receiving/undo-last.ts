import { conflict, StationFault, type Parcel, type Receipt, type UndoAnswer } from '../../preload/contract/index.ts';
import type { ReceivingParts } from './parts.ts';
import type { ReceiptBook } from './receipt-book.ts';
import type { UnknownParcels } from './unknown-parcels.ts';

export interface UndoParts extends Pick<ReceivingParts, 'database' | 'outbox' | 'settings' | 'now'> {
  receipts: ReceiptBook;
  unknownParcels: UnknownParcels;
  parcelAfter: (receipt: Receipt) => Parcel;
}

/**
 * Takes the journal's last standing receipt back by an inverse one; what OT Platform has to hear of it goes into the
 * outbox in the same transaction. A journal belongs to one station, so "last" needs no name of a station. The same
 * request again gives the same answer and takes nothing more back.
 *
 * @returns null when no receipt stands.
 */
export function createUndoLast(parts: UndoParts): (request: { requestId: string }) => UndoAnswer | null {
  const { database, outbox, settings, now, receipts, unknownParcels } = parts;

  function takeBack(receipt: Receipt, inverseId: string): void {
    const { receiverName: receiver, stationName: station } = settings();
    const { receiptId, waybill } = receipt;
    const lines = receipts.lines(receiptId);
    receipts.write({ id: inverseId, at: now(), waybill, scanId: null, receiver, station, reverses: receiptId, lines });
    receipts.noteUndo(inverseId, outbox.takeBack(receiptId, inverseId));
    unknownParcels.reopen(receiptId);
  }

  return ({ requestId }) =>
    database.transaction(() => {
      if (!receipts.read(requestId)) {
        const last = receipts.lastStanding();
        if (!last) return null;
        takeBack(last, requestId);
      }
      const receipt = receipts.read(requestId);
      if (!receipt || receipt.reverses === null) throw new StationFault(conflict('request-id'));
      return { receipt, parcel: parts.parcelAfter(receipt), ...receipts.undoOutcome(requestId) };
    });
}
