import { randomUUID } from 'node:crypto';
import { conflict, StationFault, type ConflictReason, type Operation, type OperationRemark, type OutboxSummary } from '../../../preload/contract/index.ts';
import type { Database } from '../../storage/index.ts';
import { operationOf, recordOf, type OperationRecord, type OperationRow } from './operation-record.ts';
import { createPendingPieces } from './pending-pieces.ts';
import { createPiecesToTakeBack } from './pieces-to-take-back.ts';
import { mayHaveChanged } from './progress.ts';

/** Pieces of one order line that OT Platform is to hear about. */
export interface ReceiveOperation {
  orderId: string;
  lineId: string;
  waybill: string;
  /** Title of the goods, for the list of operations. */
  title: string;
  pieces: number;
  remark?: OperationRemark | null;
}

/** What the station still has to tell OT Platform: what receiving puts in, and what the Outbox screen shows. */
export interface OutboxStore {
  /** Adds one operation per line. Call it inside the transaction that writes the receipt. */
  enqueue(receiptId: string, operations: ReceiveOperation[]): void;
  /**
   * Takes a receipt's operations back: one of which OT Platform cannot have heard is withdrawn, for any other one a
   * reverse operation is added under `inverseReceiptId`. Call it inside the transaction that writes the inverse receipt.
   */
  takeBack(receiptId: string, inverseReceiptId: string): { withdrawn: number; toReverse: number };
  /** Pieces booked here that the cached lines do not show as arrived yet, by line. */
  pendingPieces(lineIds: string[]): Map<string, number>;
  /** Pieces that the cached lines still show as arrived although their undo is on its way, by line. */
  piecesToTakeBack(lineIds: string[]): Map<string, number>;
  /** Newest first; `open` leaves out what is done without an unread remark, and what was withdrawn. */
  list(query: { show: 'open' | 'all'; offset: number; limit: number }): { operations: Operation[]; total: number };
  summary(): OutboxSummary;
  /** Lets a waiting, failed or set-aside operation be tried at once. Throws `StationFault` for any other. */
  retry(id: string): Operation;
  /** Puts a waiting or failed operation by. Throws `StationFault` for any other. */
  setAside(id: string): Operation;
  /** Takes the remark of a done operation off the open list. Throws `StationFault` when it has none. */
  acknowledge(id: string): Operation;
  /**
   * Calls `listener` after every change, once the transaction around it has ended. `urgent`: a person asked for a
   * retry. Answers with its unsubscribe.
   */
  onChange(listener: (change: { urgent: boolean }) => void): () => void;
}

/** The outbox in the journal's table `operations`. The states are those of the contract. */
export function createOutboxStore(database: Database, options: { now: () => number }): OutboxStore {
  const { now } = options;
  const listeners = new Set<(change: { urgent: boolean }) => void>();

  const insert = database.prepare(`
    INSERT INTO operations
      (id, kind, state, receipt_id, reverses, order_id, line_id, waybill, title, pieces, remark, created_at, updated_at)
    VALUES (?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const byReceipt = database.prepare<OperationRow>(
    `SELECT * FROM operations WHERE receipt_id = ? AND kind = 'receive' ORDER BY sequence`,
  );
  const byId = database.prepare<OperationRow>('SELECT * FROM operations WHERE id = ?');
  const setState = database.prepare(
    'UPDATE operations SET state = ?, next_attempt_at = NULL, updated_at = ? WHERE id = ?',
  );
  const setAcknowledged = database.prepare('UPDATE operations SET remark_acknowledged = 1 WHERE id = ?');
  const earlierStuck = database.prepare<{ id: string }>(`
    SELECT id FROM operations
    WHERE line_id = ? AND sequence < ? AND state IN ('failed', 'set-aside') AND id IS NOT ? LIMIT 1`);
  const openSequences = `
    SELECT sequence FROM operations WHERE state NOT IN ('done', 'withdrawn')
    UNION SELECT sequence FROM operations WHERE remark IS NOT NULL AND remark_acknowledged = 0 AND state = 'done'`;
  const pages = {
    open: database.prepare<OperationRow>(
      `SELECT * FROM operations WHERE sequence IN (${openSequences}) ORDER BY sequence DESC LIMIT ? OFFSET ?`,
    ),
    all: database.prepare<OperationRow>('SELECT * FROM operations ORDER BY sequence DESC LIMIT ? OFFSET ?'),
  };
  const totals = {
    open: database.prepare<{ total: number }>(`SELECT count(*) AS total FROM (${openSequences})`),
    all: database.prepare<{ total: number }>('SELECT count(*) AS total FROM operations'),
  };
  const openByState = database.prepare<{ state: string; operations: number; oldest: number }>(`
    SELECT state, count(*) AS operations, min(created_at) AS oldest
    FROM operations WHERE state NOT IN ('done', 'withdrawn') GROUP BY state`);
  const unreadRemarks = database.prepare<{ remarks: number }>(`
    SELECT count(*) AS remarks FROM operations WHERE remark IS NOT NULL AND remark_acknowledged = 0 AND state = 'done'`);

  /** A microtask runs after the synchronous transaction around the change has ended. */
  function changed(change: { urgent: boolean } = { urgent: false }): void {
    queueMicrotask(() => {
      for (const listener of listeners) listener(change);
    });
  }

  function read(id: string): OperationRecord {
    const row = byId.get(id);
    if (!row) throw new StationFault({ code: 'not-found' });
    return recordOf(row);
  }

  function refuse({ state }: OperationRecord, reason: ConflictReason): never {
    throw new StationFault(conflict(reason, { state }));
  }

  /** A waiting operation says so when an earlier one of its line holds it up. */
  function shown(operation: OperationRecord): Operation {
    const stuck =
      operation.state === 'waiting'
        ? earlierStuck.get(operation.lineId, operation.sequence, operation.reverses)
        : undefined;
    if (!stuck) return operationOf(operation);
    return { ...operationOf(operation), error: conflict('waits-for-earlier', { operation: stuck.id }) };
  }

  function addReverse(receive: OperationRecord, inverseReceiptId: string): void {
    const { orderId, lineId, waybill, title, pieces } = receive;
    const at = now();
    insert.run(
      randomUUID(), 'reverse', inverseReceiptId, receive.id, orderId, lineId, waybill, title, pieces, null, at, at,
    );
  }

  return {
    enqueue(receiptId, operations) {
      const at = now();
      for (const { orderId, lineId, waybill, title, pieces, remark } of operations) {
        insert.run(
          randomUUID(), 'receive', receiptId, null, orderId, lineId, waybill, title, pieces, remark ?? null, at, at,
        );
      }
      changed();
    },

    takeBack(receiptId, inverseReceiptId) {
      let withdrawn = 0;
      let toReverse = 0;
      for (const operation of byReceipt.all(receiptId).map(recordOf)) {
        if (operation.state === 'withdrawn') continue;
        // Also right while it is being sent: the sender cannot begin a change of a withdrawn operation.
        if (operation.state !== 'done' && !mayHaveChanged(operation.progress)) {
          setState.run('withdrawn', now(), operation.id);
          withdrawn += 1;
        } else {
          addReverse(operation, inverseReceiptId);
          toReverse += 1;
        }
      }
      changed();
      return { withdrawn, toReverse };
    },

    pendingPieces: createPendingPieces(database, { now }),
    piecesToTakeBack: createPiecesToTakeBack(database),

    list({ show, offset, limit }) {
      const operations = pages[show].all(limit, offset).map((row) => shown(recordOf(row)));
      return { operations, total: totals[show].get()?.total ?? 0 };
    },

    summary() {
      const states = openByState.all();
      const count = (state: string): number => states.find((row) => row.state === state)?.operations ?? 0;
      const oldest = states.length === 0 ? null : Math.min(...states.map((row) => row.oldest));
      return {
        waiting: count('waiting'),
        sending: count('sending'),
        failed: count('failed'),
        setAside: count('set-aside'),
        remarks: unreadRemarks.get()?.remarks ?? 0,
        oldestAt: oldest === null ? null : new Date(oldest).toISOString(),
      };
    },

    retry(id) {
      const operation = read(id);
      if (!['waiting', 'failed', 'set-aside'].includes(operation.state)) refuse(operation, 'cannot-retry');
      setState.run('waiting', now(), id);
      changed({ urgent: true });
      return shown(read(id));
    },

    setAside(id) {
      const operation = read(id);
      if (!['waiting', 'failed'].includes(operation.state)) refuse(operation, 'cannot-set-aside');
      setState.run('set-aside', now(), id);
      changed();
      return shown(read(id));
    },

    acknowledge(id) {
      const operation = read(id);
      if (operation.state !== 'done' || operation.remark === null) refuse(operation, 'cannot-acknowledge');
      setAcknowledged.run(id);
      changed();
      return shown(read(id));
    },

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
