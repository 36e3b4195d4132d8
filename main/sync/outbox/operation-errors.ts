import { conflict, notFound, type StationError } from '../../../preload/contract/index.ts';
import type { OrderLine } from '../../otapi/index.ts';

/** The order does not have the line (any more). */
export function lineGone(lineId: string): StationError {
  return notFound('line-gone', { line: lineId });
}

/** The line is cancelled, returned or undeliverable: OT Platform will not have it received. */
export function notDeliverable(line: OrderLine): StationError {
  return conflict('not-deliverable', { line: line.id, status: line.status.name });
}

/** The order changed together with our split, so it cannot be told which line is ours. */
export function orderChanged(lineId: string): StationError {
  return conflict('order-changed', { line: lineId });
}

/** OT Platform answered that it has set the status, yet the line does not have it. */
export function statusNotTaken(line: OrderLine): StationError {
  return conflict('status-not-taken', { line: line.id, status: line.status.name });
}

/** OT Platform does not offer the earlier status for the line. */
export function cannotReverseStatus(line: OrderLine): StationError {
  return conflict('cannot-reverse-status', { line: line.id, status: line.status.name });
}
