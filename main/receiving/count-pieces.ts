import { lineStatusGroup, type CachedLine } from '../orders/index.ts';

/** What this station has booked of a line and OT Platform, as the cache knows it, does not show yet. */
export interface UnsettledPieces {
  /** In receipts that OT Platform has not heard of. */
  pending: number;
  /** Of a line that counts as received there: pieces whose undo is on its way. */
  toTakeBack: number;
  /** Received again here since that undo. */
  bookedAgain: number;
}

export const nothingUnsettled: UnsettledPieces = { pending: 0, toTakeBack: 0, bookedAgain: 0 };

/**
 * How many pieces of a line were received, and how many can still be.
 *
 * A receipt of a part splits the line at OT Platform: the line shrinks and a line with status Received appears beside
 * it, with the same waybill. Before the split is seen, the pieces are `pending` of the whole line; after it, the new
 * line has them. So a piece is counted once at any moment.
 */
export function countPieces(
  line: Pick<CachedLine, 'quantity' | 'status'>,
  { pending, toTakeBack, bookedAgain }: UnsettledPieces,
): { receivedBefore: number; awaited: number } {
  switch (lineStatusGroup(line.status.id)) {
    case 'awaited':
      return { receivedBefore: pending, awaited: Math.max(0, line.quantity - pending) };
    case 'received': {
      const takenBack = Math.min(Math.max(0, toTakeBack - bookedAgain), line.quantity);
      return { receivedBefore: line.quantity - takenBack, awaited: takenBack };
    }
    case 'not-deliverable':
      return { receivedBefore: pending, awaited: 0 };
  }
}
