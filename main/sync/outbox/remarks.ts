import type { StationError } from '../../../preload/contract/index.ts';
import type { OrderLine } from '../../otapi/index.ts';

/**
 * What a person must know although the operation is done.
 * `already-received-there`: somebody else had booked the line as arrived; nothing was sent.
 * `fewer-left`: the line had fewer pieces left than were received; all of them were booked.
 * `split-remains`: the receipt was taken back, its line stays split, since OT Platform cannot join lines again.
 * `received-there-remains`: the undone receipt had changed nothing, somebody else's booking stays.
 */
export type Remark = 'already-received-there' | 'fewer-left' | 'split-remains' | 'received-there-remains';

/** The order does not have the line (any more). */
export function lineGone(lineId: string): StationError {
  return { code: 'not-found', details: { reason: 'line-gone', line: lineId } };
}

/** The line is cancelled, returned or undeliverable: OT Platform will not have it received. */
export function notDeliverable(line: OrderLine): StationError {
  return { code: 'conflict', details: { reason: 'not-deliverable', line: line.id, status: line.status.name } };
}

/** The order changed together with our split, so it cannot be told which line is ours. */
export function orderChanged(lineId: string): StationError {
  return { code: 'conflict', details: { reason: 'order-changed', line: lineId } };
}

/** OT Platform answered that it has set the status, yet the line does not have it. */
export function statusNotTaken(line: OrderLine): StationError {
  return { code: 'conflict', details: { reason: 'status-not-taken', line: line.id, status: line.status.name } };
}

/** OT Platform does not offer the earlier status for the line. */
export function cannotReverseStatus(line: OrderLine): StationError {
  return { code: 'conflict', details: { reason: 'cannot-reverse-status', line: line.id, status: line.status.name } };
}
