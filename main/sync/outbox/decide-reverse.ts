import type { OperationRemark, StationError } from '../../../preload/contract/index.ts';
import { lineStatusGroup } from '../../orders/index.ts';
import type { OrderLine, StatusName } from '../../otapi/index.ts';
import { findPart } from './find-part.ts';
import { answered, type OperationProgress } from './progress.ts';
import { cannotReverseStatus, lineGone, orderChanged, statusNotTaken } from './operation-errors.ts';

/** What to do next about a `reverse`, and the progress to commit before doing it. */
export type ReverseStep =
  | { kind: 'ask-statuses'; lineId: string }
  | { kind: 'set-status'; lineId: string; statusId: number; progress: OperationProgress }
  | { kind: 'done'; remark: OperationRemark | null; progress: OperationProgress }
  | { kind: 'failed'; error: StationError; progress: OperationProgress };

/**
 * Decides the next step of a `reverse` from the order as it is now and from what its `receive` has seen and begun,
 * finished or not. The outcome of a request that the receive never heard of is found out here first.
 *
 *   receive's split unclear ................................. failed, order-changed
 *   receive never set a status, split not carried out ....... done
 *   receive never set a status, split carried out ........... done, split-remains
 *   receive found the line arrived already .................. done, received-there-remains
 *   received line gone ...................................... failed, line-gone
 *   received line not arrived (any more) .................... done (split-remains after a split)
 *   received line arrived, earlier status offered ........... set the earlier status
 *   received line arrived, earlier status not offered ....... failed, cannot-reverse-status
 *   received line still arrived although answered ........... failed, status-not-taken
 *
 * @param offered the statuses that OT Platform offers for the received line; null before it was asked.
 */
export function decideReverse(
  reverse: { progress: OperationProgress },
  receive: { lineId: string; state: string; progress: OperationProgress },
  lines: OrderLine[],
  offered: StatusName[] | null,
): ReverseStep {
  const progress = answered(reverse.progress);
  const split = splitOf(receive, lines);
  if (split === 'unclear') return { kind: 'failed', error: orderChanged(receive.lineId), progress };

  const splitRemark = split === 'made' ? 'split-remains' : null;
  const received = receive.progress.status;
  if (!received) {
    const foundArrived = receive.state === 'done' && split === 'not-made';
    return { kind: 'done', remark: foundArrived ? 'received-there-remains' : splitRemark, progress };
  }
  const line = lines.find((candidate) => candidate.id === received.lineId);
  if (!line) return { kind: 'failed', error: lineGone(received.lineId), progress };
  if (lineStatusGroup(line.status.id) !== 'received') return { kind: 'done', remark: splitRemark, progress };
  if (progress.status?.answered) return { kind: 'failed', error: statusNotTaken(line), progress };
  if (offered === null) return { kind: 'ask-statuses', lineId: line.id };
  if (!offered.some((status) => status.id === received.previousStatusId)) {
    return { kind: 'failed', error: cannotReverseStatus(line), progress };
  }
  const status = { lineId: line.id, previousStatusId: line.status.id, answered: false };
  return { kind: 'set-status', lineId: line.id, statusId: received.previousStatusId, progress: { ...progress, status } };
}

function splitOf(
  receive: { lineId: string; progress: OperationProgress },
  lines: OrderLine[],
): 'made' | 'not-made' | 'unclear' {
  const { partId, split } = receive.progress;
  if (partId !== undefined) return 'made';
  return split === undefined ? 'not-made' : findPart(receive.lineId, split, lines).kind;
}
