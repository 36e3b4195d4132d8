import type { Operation, OperationKind, OperationState, StationError } from '../../../preload/contract/index.ts';
import { parseProgress, type OperationProgress } from './progress.ts';

/** A row of `operations`. Times are milliseconds since 1970, UTC. */
export interface OperationRecord {
  sequence: number;
  id: string;
  kind: OperationKind;
  state: OperationState;
  receiptId: string;
  /** Of a reverse: the receive operation that it takes back. */
  reverses: string | null;
  orderId: string;
  lineId: string;
  waybill: string;
  title: string;
  pieces: number;
  step: string | null;
  progress: OperationProgress;
  attempts: number;
  nextAttemptAt: number | null;
  error: StationError | null;
  remark: string | null;
  remarkAcknowledged: boolean;
  createdAt: number;
  updatedAt: number;
}

/** The row as SQLite gives it. */
export interface OperationRow {
  sequence: number;
  id: string;
  kind: OperationKind;
  state: OperationState;
  receipt_id: string;
  reverses: string | null;
  order_id: string;
  line_id: string;
  waybill: string;
  title: string;
  pieces: number;
  step: string | null;
  progress: string;
  attempts: number;
  next_attempt_at: number | null;
  error: string | null;
  remark: string | null;
  remark_acknowledged: number;
  created_at: number;
  updated_at: number;
}

export function recordOf(row: OperationRow): OperationRecord {
  return {
    sequence: row.sequence,
    id: row.id,
    kind: row.kind,
    state: row.state,
    receiptId: row.receipt_id,
    reverses: row.reverses,
    orderId: row.order_id,
    lineId: row.line_id,
    waybill: row.waybill,
    title: row.title,
    pieces: row.pieces,
    step: row.step,
    progress: parseProgress(row.progress),
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    error: row.error === null ? null : (JSON.parse(row.error) as StationError),
    remark: row.remark,
    remarkAcknowledged: row.remark_acknowledged !== 0,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** The operation as the pages see it. */
export function operationOf(record: OperationRecord): Operation {
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    receiptId: record.receiptId,
    orderId: record.orderId,
    lineId: record.lineId,
    waybill: record.waybill,
    title: record.title,
    pieces: record.pieces,
    step: record.step,
    attempts: record.attempts,
    createdAt: new Date(record.createdAt).toISOString(),
    updatedAt: new Date(record.updatedAt).toISOString(),
    nextAttemptAt: record.nextAttemptAt === null ? null : new Date(record.nextAttemptAt).toISOString(),
    error: record.error,
    remark: record.remark,
    remarkAcknowledged: record.remarkAcknowledged,
  };
}
