import type { OperationRemark, StationError } from '../../../preload/contract/index.ts';
import { lineStatusGroup, type LineStatusGroup } from '../../orders/index.ts';
import type { OrderLine } from '../../otapi/index.ts';
import { findPart, snapshotBeforeSplit } from './find-part.ts';
import { answered, type OperationProgress } from './progress.ts';
import { lineGone, notDeliverable, orderChanged, statusNotTaken } from './operation-errors.ts';

/** What to do next about a `receive`, and the progress to commit before doing it. */
export type ReceiveStep =
  | { kind: 'split'; pieces: number; progress: OperationProgress }
  | { kind: 'set-status'; lineId: string; progress: OperationProgress }
  | { kind: 'done'; remark: OperationRemark | null; progress: OperationProgress }
  | { kind: 'failed'; error: StationError; progress: OperationProgress };

/**
 * Decides the next step of a `receive` from the order as it is now. It is asked again with a fresh reading after each
 * request, so a request whose answer was lost needs no case of its own: the order tells.
 *
 *   nothing begun      line gone ............................ failed, line-gone
 *                      line cancelled, returned ............. failed, not-deliverable
 *                      line arrived ......................... done, already-received-there
 *                      quantity > pieces .................... split
 *                      quantity <= pieces ................... set status of the line
 *   split begun        part found ........................... set status of the part
 *                      not carried out ...................... as nothing begun
 *                      unclear .............................. failed, order-changed
 *   status begun       arrived .............................. done (fewer-left when the line was smaller)
 *                      not arrived, no answer ............... set status again: it is idempotent
 *                      not arrived, answered ................ failed, status-not-taken
 */
export function decideReceive(
  operation: { lineId: string; pieces: number; progress: OperationProgress },
  lines: OrderLine[],
): ReceiveStep {
  const progress = answered(operation.progress);
  const line = lines.find((candidate) => candidate.id === operation.lineId);
  if (progress.partId !== undefined) {
    const part = lines.find((candidate) => candidate.id === progress.partId);
    return part
      ? receiveWhole(part, operation.pieces, progress)
      : { kind: 'failed', error: lineGone(progress.partId), progress };
  }
  if (progress.split !== undefined) {
    const outcome = findPart(operation.lineId, progress.split, lines);
    if (outcome.kind === 'unclear') return { kind: 'failed', error: orderChanged(operation.lineId), progress };
    if (outcome.kind === 'made') {
      return receiveWhole(outcome.part, operation.pieces, { ...progress, partId: outcome.part.id });
    }
  }
  if (!line) return { kind: 'failed', error: lineGone(operation.lineId), progress };
  return line.quantity > operation.pieces && !isOf(line, 'received')
    ? receivePart(line, operation.pieces, lines)
    : receiveWhole(line, operation.pieces, withoutSplit(progress));
}

function receivePart(line: OrderLine, pieces: number, lines: OrderLine[]): ReceiveStep {
  if (isOf(line, 'not-deliverable')) return { kind: 'failed', error: notDeliverable(line), progress: {} };
  const split = { pieces, answered: false, lines: snapshotBeforeSplit(line, lines) };
  return { kind: 'split', pieces, progress: { split } };
}

function receiveWhole(line: OrderLine, pieces: number, progress: OperationProgress): ReceiveStep {
  const begun = progress.status?.lineId === line.id ? progress.status : undefined;
  if (isOf(line, 'received')) {
    if (!begun) return { kind: 'done', remark: 'already-received-there', progress };
    return { kind: 'done', remark: line.quantity < pieces ? 'fewer-left' : null, progress };
  }
  if (isOf(line, 'not-deliverable')) return { kind: 'failed', error: notDeliverable(line), progress };
  if (begun?.answered) return { kind: 'failed', error: statusNotTaken(line), progress };
  const status = { lineId: line.id, previousStatusId: line.status.id, answered: false };
  return { kind: 'set-status', lineId: line.id, progress: { ...progress, status } };
}

function isOf(line: OrderLine, group: LineStatusGroup): boolean {
  return lineStatusGroup(line.status.id) === group;
}

function withoutSplit(progress: OperationProgress): OperationProgress {
  const { split: _, ...rest } = progress;
  return rest;
}
