import { lineStatus } from '../../orders/index.ts';
import type { OrderDetails, OtapiClient, StatusName } from '../../otapi/index.ts';
import type { Database } from '../../storage/index.ts';
import type { CacheIntake } from '../cache/intake.ts';
import { decideReceive, type ReceiveStep } from './decide-receive.ts';
import { decideReverse, type ReverseStep } from './decide-reverse.ts';
import type { OperationRecord } from './operation-record.ts';
import { answered, type OperationProgress } from './progress.ts';
import type { OutboxQueue } from './queue.ts';
import { orderChanged } from './operation-errors.ts';
import { mayHaveHappened } from './retry-rules.ts';

export interface Performer {
  /**
   * Carries an operation that was begun as far as it gets: done, failed, or taken back in the meantime. Rejects when a
   * call fails; what is known by then has been committed.
   */
  perform(operation: OperationRecord, signal: AbortSignal): Promise<void>;
}

export interface PerformerParts {
  database: Database;
  queue: OutboxQueue;
  client: OtapiClient;
  intake: CacheIntake;
  now: () => number;
}

/** Read, split, read, status, read are five readings at most; more means that the order does not come to rest. */
const mostReadings = 8;

/**
 * Reads the order, decides one step from it, takes the step, and reads again, until the reading itself shows that the
 * operation is done. The last reading goes into the cache in the transaction that marks the operation done.
 */
export function createPerformer({ database, queue, client, intake, now }: PerformerParts): Performer {
  async function performReceive(operation: OperationRecord, signal: AbortSignal): Promise<void> {
    let { progress } = operation;
    for (let reading = 0; reading < mostReadings; reading += 1) {
      const { details, readAt } = await readOrder(operation, signal);
      const step = decideReceive({ ...operation, progress }, details.lines);
      if (step.kind === 'done' || step.kind === 'failed') return end(operation, step, details, readAt);
      const request =
        step.kind === 'split'
          ? () => client.lines.split(operation.orderId, operation.lineId, step.pieces, { signal })
          : () => client.lines.update(operation.orderId, step.lineId, { statusId: lineStatus.received }, { signal });
      const afterwards = await ask(operation, step.kind === 'split' ? 'split' : 'status', step.progress, request);
      if (afterwards === 'taken-back') return;
      progress = afterwards;
    }
    giveUp(operation, progress);
  }

  async function performReverse(operation: OperationRecord, signal: AbortSignal): Promise<void> {
    let { progress } = operation;
    let offered: StatusName[] | null = null;
    const receive = queue.read(operation.reverses ?? '');
    for (let reading = 0; reading < mostReadings; reading += 1) {
      const { details, readAt } = await readOrder(operation, signal);
      const step: ReverseStep = decideReverse({ progress }, receive, details.lines, offered);
      if (step.kind === 'done' || step.kind === 'failed') return end(operation, step, details, readAt);
      if (step.kind === 'ask-statuses') {
        offered = await client.lines.availableStatuses(operation.orderId, step.lineId, { signal });
        continue;
      }
      const { lineId, statusId } = step;
      const request = () => client.lines.update(operation.orderId, lineId, { statusId }, { signal });
      const afterwards = await ask(operation, 'status', step.progress, request);
      if (afterwards === 'taken-back') return;
      progress = afterwards;
    }
    giveUp(operation, progress);
  }

  async function readOrder(
    operation: OperationRecord,
    signal: AbortSignal,
  ): Promise<{ details: OrderDetails; readAt: number }> {
    const readAt = now();
    return { details: await client.orders.details(operation.orderId, { signal }), readAt };
  }

  /** Commits what is about to be asked, asks it, and commits that the answer has come. */
  async function ask(
    { id }: OperationRecord,
    request: 'split' | 'status',
    progress: OperationProgress,
    send: () => Promise<void>,
  ): Promise<OperationProgress | 'taken-back'> {
    const asked = { ...progress, unanswered: { request, begunAt: now() } };
    if (!queue.advance(id, request, asked)) return 'taken-back';
    try {
      await send();
    } catch (error) {
      if (!mayHaveHappened(error)) queue.note(id, 'read', withoutRequest(progress, request));
      throw error;
    }
    const known = withAnswer(progress, request);
    queue.note(id, request === 'split' ? 'find-part' : 'status', known);
    return known;
  }

  function end(
    { id }: OperationRecord,
    step: Extract<ReceiveStep | ReverseStep, { kind: 'done' | 'failed' }>,
    details: OrderDetails,
    readAt: number,
  ): void {
    database.transaction(() => {
      intake.details(details, readAt);
      if (step.kind === 'done') queue.finish(id, step);
      else queue.fail(id, step);
    });
  }

  function giveUp({ id, lineId }: OperationRecord, progress: OperationProgress): void {
    queue.fail(id, { error: orderChanged(lineId), progress: answered(progress) });
  }

  return {
    perform: (operation, signal) =>
      operation.kind === 'receive' ? performReceive(operation, signal) : performReverse(operation, signal),
  };
}

/** The progress when it is certain that the request was not carried out. */
function withoutRequest(progress: OperationProgress, request: 'split' | 'status'): OperationProgress {
  const { [request]: _, ...rest } = progress;
  return rest;
}

function withAnswer(progress: OperationProgress, request: 'split' | 'status'): OperationProgress {
  const { split, status } = progress;
  if (request === 'split' && split) return { ...progress, split: { ...split, answered: true } };
  if (request === 'status' && status) return { ...progress, status: { ...status, answered: true } };
  return progress;
}
