import type { Operation, OperationState, OperationRemark, StationError } from '../../../preload/contract/index.ts';
import type { Database } from '../../storage/index.ts';
import type { QueuedOperation } from './choose-next.ts';
import { operationOf, recordOf, type OperationRecord, type OperationRow } from './operation-record.ts';
import type { OperationProgress } from './progress.ts';

/**
 * The sender's side of the table `operations`. States move like this; whatever is not drawn does not happen:
 *
 *   waiting --begin--> sending --finish--> done
 *                      sending --postpone-> waiting        (the request was refused for now, or never left)
 *                      sending --postpone-> sending        (its outcome is not known; settled by reading back)
 *                      sending --fail-----> failed         (OT Platform refused it; a person decides)
 *   waiting, failed, set-aside --retry (store)--> waiting
 *   waiting, failed --set aside (store)--> set-aside
 *   waiting, failed, set-aside, sending --take back (store)--> withdrawn      (nothing was asked of OT Platform yet)
 *   receive in any of these --finish of its reverse--> withdrawn              (something may have been asked)
 */
export interface OutboxQueue {
  /** Everything that is not done and not withdrawn, for `chooseNext`. */
  open(): QueuedOperation[];
  read(id: string): OperationRecord;
  /** Takes a waiting operation up, or one that was being sent when the station stopped. False when it may not be sent. */
  begin(id: string): boolean;
  /**
   * Commits what is about to be asked of OT Platform. False when the operation was taken back in the meantime: then
   * nothing may be asked.
   */
  advance(id: string, step: 'split' | 'status', progress: OperationProgress): boolean;
  /** Keeps what is known now; nothing is asked next. */
  note(id: string, step: 'read' | 'find-part' | 'status', progress: OperationProgress): void;
  /** Marks it done. A receive that is not done and that it takes back is withdrawn. */
  finish(id: string, end: { remark: OperationRemark | null; progress: OperationProgress }): void;
  fail(id: string, end: { error: StationError; progress: OperationProgress }): void;
  /** Leaves it for a later attempt: `sending` when the outcome of a request is not known, else `waiting`. */
  postpone(id: string, delay: { error: StationError | null; nextAttemptAt: number | null }): void;
  /** Forgets the waiting times of what only waits for OT Platform to be within reach. */
  hurry(): void;
  shown(id: string): Operation;
}

interface QueuedRow {
  sequence: number;
  id: string;
  kind: QueuedOperation['kind'];
  state: OperationState;
  order_id: string;
  line_id: string;
  part_id: string | null;
  reverses: string | null;
  next_attempt_at: number | null;
  unanswered_since: number | null;
  part_is_sought: number;
}

export function createOutboxQueue(database: Database, options: { now: () => number }): OutboxQueue {
  const { now } = options;
  const openRows = database.prepare<QueuedRow>(`
    SELECT o.sequence, o.id, o.kind, o.state, o.order_id, o.line_id, o.reverses, o.next_attempt_at,
      coalesce(json_extract(r.progress, '$.partId'), json_extract(o.progress, '$.partId')) AS part_id,
      max(coalesce(json_extract(o.progress, '$.unanswered.begunAt'), 0),
          coalesce(json_extract(r.progress, '$.unanswered.begunAt'), 0)) AS unanswered_since,
      coalesce(json_extract(r.progress, '$.split'), json_extract(o.progress, '$.split')) IS NOT NULL
        AND coalesce(json_extract(r.progress, '$.partId'), json_extract(o.progress, '$.partId')) IS NULL AS part_is_sought
    FROM operations o LEFT JOIN operations r ON r.id = o.reverses
    WHERE o.state NOT IN ('done', 'withdrawn')
    ORDER BY o.sequence`);
  const byId = database.prepare<OperationRow>('SELECT * FROM operations WHERE id = ?');
  const setSending = database.prepare(`
    UPDATE operations SET state = 'sending', step = 'read', attempts = attempts + 1, next_attempt_at = NULL,
      updated_at = ? WHERE id = ? AND state IN ('waiting', 'sending')`);
  const setAsked = database.prepare(`
    UPDATE operations SET step = ?, progress = ?, updated_at = ?
    WHERE id = ? AND state = 'sending' AND NOT EXISTS (SELECT 1 FROM operations r WHERE r.reverses = operations.id)`);
  const setKnown = database.prepare(
    `UPDATE operations SET step = ?, progress = ?, updated_at = ? WHERE id = ? AND state = 'sending'`,
  );
  const setDone = database.prepare(`
    UPDATE operations SET state = 'done', progress = ?, remark = coalesce(?, remark), error = NULL,
      next_attempt_at = NULL, updated_at = ? WHERE id = ? AND state = 'sending'`);
  const setReversedWithdrawn = database.prepare(`
    UPDATE operations SET state = 'withdrawn', next_attempt_at = NULL, updated_at = ?
    WHERE state <> 'done' AND id = (SELECT reverses FROM operations WHERE id = ?)`);
  const setFailed = database.prepare(`
    UPDATE operations SET state = 'failed', progress = ?, error = ?, next_attempt_at = NULL, updated_at = ?
    WHERE id = ? AND state = 'sending'`);
  const setPostponed = database.prepare(`
    UPDATE operations
    SET state = iif(json_extract(progress, '$.unanswered') IS NULL, 'waiting', 'sending'), error = ?,
      next_attempt_at = ?, updated_at = ?
    WHERE id = ? AND state = 'sending'`);
  const clearOutageWaits = database.prepare(`
    UPDATE operations SET next_attempt_at = NULL
    WHERE state NOT IN ('done', 'withdrawn') AND next_attempt_at IS NOT NULL
      AND json_extract(error, '$.code') IN ('network', 'timeout', 'server', 'session-refused')`);

  function read(id: string): OperationRecord {
    const row = byId.get(id);
    if (!row) throw new Error(`The outbox has no operation ${id}.`);
    return recordOf(row);
  }

  return {
    open: () => openRows.all().map(queuedOf),
    read,
    begin: (id) => setSending.run(now(), id).changes === 1,
    advance: (id, step, progress) => setAsked.run(step, JSON.stringify(progress), now(), id).changes === 1,
    note(id, step, progress) {
      setKnown.run(step, JSON.stringify(progress), now(), id);
    },
    finish(id, { remark, progress }) {
      database.transaction(() => {
        setDone.run(JSON.stringify(progress), remark, now(), id);
        setReversedWithdrawn.run(now(), id);
      });
    },
    fail(id, { error, progress }) {
      setFailed.run(JSON.stringify(progress), JSON.stringify(error), now(), id);
    },
    postpone(id, { error, nextAttemptAt }) {
      setPostponed.run(error === null ? null : JSON.stringify(error), nextAttemptAt, now(), id);
    },
    hurry() {
      clearOutageWaits.run();
    },
    shown: (id) => operationOf(read(id)),
  };
}

function queuedOf(row: QueuedRow): QueuedOperation {
  return {
    sequence: row.sequence,
    id: row.id,
    kind: row.kind,
    state: row.state,
    orderId: row.order_id,
    lineId: row.line_id,
    partId: row.part_id,
    reverses: row.reverses,
    nextAttemptAt: row.next_attempt_at,
    unansweredSince: row.unanswered_since === 0 ? null : row.unanswered_since,
    partIsSought: row.part_is_sought === 1,
  };
}
