import type { OperationKind, OperationState } from '../../../preload/contract/index.ts';

/** As much of an open operation as the order of sending depends on. */
export interface QueuedOperation {
  sequence: number;
  id: string;
  kind: OperationKind;
  state: OperationState;
  orderId: string;
  lineId: string;
  /** The line that its split, or that of the receive it takes back, has made. */
  partId: string | null;
  /** Of a reverse: the receive that it takes back. */
  reverses: string | null;
  nextAttemptAt: number | null;
  /** When the request was begun whose answer is still out. */
  unansweredSince: number | null;
  /** A split was asked for, by it or by the receive it takes back, and the line that it made is not known yet. */
  partIsSought: boolean;
}

export interface Choice {
  /** To be sent now, in this order. */
  ready: string[];
  /** When the next one that only waits for its time can be tried; null when none does. */
  nextDueAt: number | null;
}

/** No waiting time is longer; a later one stems from a clock that was wrong, and is not waited for. */
const longestWaitMs = 15 * 60_000;

/**
 * Chooses what can be sent now. Operations of one line, and of the line that its split has made, keep their order: a
 * later one waits for an earlier one, also for one that is refused or set aside. An order has one operation under way
 * at a time, and none beside one whose outcome or part is not known, since its lines are compared before and after a
 * split. A
 * reverse takes the place of the receive that it takes back, when that one is not done.
 *
 * @param settleMs how long OT Platform may still be at work on a request whose answer was lost.
 */
export function chooseNext(
  open: QueuedOperation[],
  context: { now: number; settleMs: number; busyOrders: ReadonlySet<string>; places: number },
): Choice {
  const queued = inOrderOfSending(open);
  const occupiedOrders = new Set(context.busyOrders);
  const unsettledOrders = new Set(queued.filter(isUnsettled).map((operation) => operation.orderId));
  const heldLines = new Set<string>();
  const ready: string[] = [];
  let nextDueAt: number | null = null;

  for (const operation of queued) {
    const lines = operation.partId === null ? [operation.lineId] : [operation.lineId, operation.partId];
    const held = lines.some((line) => heldLines.has(line));
    for (const line of lines) heldLines.add(line);
    if (held || operation.state === 'failed' || operation.state === 'set-aside') continue;
    if (occupiedOrders.has(operation.orderId)) continue;
    if (unsettledOrders.has(operation.orderId) && !isUnsettled(operation)) continue;

    const dueAt = dueTime(operation, context);
    if (dueAt > context.now) {
      nextDueAt = Math.min(nextDueAt ?? dueAt, dueAt);
    } else if (ready.length < context.places) {
      ready.push(operation.id);
      occupiedOrders.add(operation.orderId);
    }
  }
  return { ready, nextDueAt };
}

/** A receive that is being taken back is left out: its reverse stands in its place, and settles it. */
function inOrderOfSending(open: QueuedOperation[]): QueuedOperation[] {
  const sequences = new Map(open.map((operation) => [operation.id, operation.sequence]));
  const takenBack = new Set(open.map((operation) => operation.reverses));
  const place = (operation: QueuedOperation): number =>
    sequences.get(operation.reverses ?? operation.id) ?? operation.sequence;
  return open.filter((operation) => !takenBack.has(operation.id)).sort((one, other) => place(one) - place(other));
}

/** Another split beside it could not be told from its own. */
function isUnsettled({ state, unansweredSince, partIsSought }: QueuedOperation): boolean {
  return state === 'sending' || (state === 'waiting' && (unansweredSince !== null || partIsSought));
}

function dueTime(operation: QueuedOperation, { now, settleMs }: { now: number; settleMs: number }): number {
  const { unansweredSince, nextAttemptAt } = operation;
  const settledAt = unansweredSince === null || unansweredSince > now ? 0 : unansweredSince + settleMs;
  const dueAt = Math.max(nextAttemptAt ?? 0, settledAt);
  return dueAt - now > longestWaitMs ? now : dueAt;
}
