import type { ImportFile, importRowKinds, StationError } from '../../../preload/contract/index.ts';
import type { Database } from '../../storage/index.ts';
import { sentRecordOf, type SentRecord, type SentRow } from '../sending/sent-record.ts';
import { createRunCounts, type RunStanding } from './run-counts.ts';

/** A run as the journal keeps it. Times are milliseconds since 1970, UTC. */
export interface StoredRun {
  number: number;
  id: string;
  fileId: string;
  fileName: string;
  format: ImportFile['format'];
  pays: boolean;
  /** What a person wants of it. Whether it has come to its end, its orders tell. */
  state: 'running' | 'paused' | 'stopped';
  by: string;
  station: string;
  at: number;
}

export type RunRowKind = (typeof importRowKinds)[number];

export interface RunStore {
  begin(run: Pick<StoredRun, 'id' | 'fileId' | 'pays' | 'by' | 'station' | 'at'>): void;
  find(id: string): StoredRun | null;
  /** Newest first. */
  all(): StoredRun[];
  setState(id: string, state: StoredRun['state']): void;
  /** What was not sent never will be. */
  stopWaiting(id: string, time: number): void;
  standing(id: string): RunStanding;
  /** Why the oldest of its payments waits; null when none does. */
  paymentObstacle(id: string): StationError | null;
  rows(id: string, kind: RunRowKind, from: number, limit: number): SentRecord[];
  undecided(id: string): SentRecord[];
  /** Orders of paying runs that are ready to be paid and for which no payment was begun: all, or this one if it is such. */
  toPay(sentId?: string): SentRecord[];
}

interface RunRow {
  number: number;
  id: string;
  file_id: string;
  file_name: string;
  format: string;
  pays: number;
  state: string;
  started_by: string;
  station: string;
  at: number;
}

/** The last payment of an order, as `p`. */
const withPayment = `LEFT JOIN order_payments p ON p.number = (
  SELECT max(number) FROM order_payments WHERE order_id = s.order_id)`;
const isCompared = `s.state = 'made' AND s.comparison IS NOT NULL`;
const isReady = `${isCompared} AND s.is_cancelled = 0 AND (s.different = 0 OR s.decision = 'accepted')`;

const kinds: Record<RunRowKind, string> = {
  all: '1',
  waiting: `s.state IN ('waiting', 'sending', 'lost') OR (s.state = 'made' AND s.comparison IS NULL)`,
  differs: `${isCompared} AND s.different > 0 AND s.decision IS NULL`,
  failed: `s.state IN ('refused', 'unsure', 'invalid', 'stopped') OR p.state IN ('refused', 'unsure', 'stopped')`,
  unpaid: `s.state = 'made' AND s.is_cancelled = 0 AND p.state IS NOT 'paid'`,
  done: `${isReady} OR s.decision = 'cancelled'`,
};

export function createRunStore(database: Database): RunStore {
  const withFile = 'SELECT r.*, f.name AS file_name, f.format FROM order_runs r JOIN order_files f ON f.id = r.file_id';
  const byId = database.prepare<RunRow>(`${withFile} WHERE r.id = ?`);
  const all = database.prepare<RunRow>(`${withFile} ORDER BY r.number DESC LIMIT 200`);
  const insert = database.prepare(`
    INSERT INTO order_runs (id, file_id, pays, state, started_by, station, at) VALUES (?, ?, ?, 'running', ?, ?, ?)`);
  const setState = database.prepare('UPDATE order_runs SET state = ? WHERE id = ?');
  const stopWaiting = database.prepare(
    "UPDATE sent_orders SET state = 'stopped', settled_at = ? WHERE run_id = ? AND state = 'waiting'",
  );
  const standing = createRunCounts(database);
  const waitingPayment = database.prepare<{ error: string | null }>(`
    SELECT p.error FROM sent_orders s JOIN order_payments p ON p.order_id = s.order_id
    WHERE s.run_id = ? AND p.state = 'waiting' ORDER BY p.number LIMIT 1`);
  const ready = `
    SELECT s.* FROM sent_orders s JOIN order_runs r ON r.id = s.run_id
    WHERE r.pays = 1 AND r.state = 'running' AND ${isReady}
      AND NOT EXISTS (SELECT 1 FROM order_payments p WHERE p.order_id = s.order_id)`;
  const allReady = database.prepare<SentRow>(`${ready} ORDER BY s.number`);
  const readyById = database.prepare<SentRow>(`${ready} AND s.id = ?`);

  const rowsOf = (kind: RunRowKind) =>
    database.prepare<SentRow>(`
      SELECT s.* FROM sent_orders s ${withPayment} WHERE s.run_id = ? AND (${kinds[kind]}) ORDER BY s.position LIMIT ? OFFSET ?`);

  return {
    begin: ({ id, fileId, pays, by, station, at }) => void insert.run(id, fileId, Number(pays), by, station, at),
    find(id) {
      const row = byId.get(id);
      return row === undefined ? null : runOf(row);
    },
    all: () => all.all().map(runOf),
    setState: (id, state) => void setState.run(state, id),
    stopWaiting: (id, time) => void stopWaiting.run(time, id),
    standing,
    paymentObstacle(id) {
      const error = waitingPayment.get(id)?.error ?? null;
      return error === null ? null : (JSON.parse(error) as StationError);
    },
    rows: (id, kind, from, limit) => rowsOf(kind).all(id, limit, from).map(sentRecordOf),
    undecided: (id) => rowsOf('differs').all(id, -1, 0).map(sentRecordOf),
    toPay: (sentId) => (sentId === undefined ? allReady.all() : readyById.all(sentId)).map(sentRecordOf),
  };
}

function runOf(row: RunRow): StoredRun {
  return {
    number: row.number,
    id: row.id,
    fileId: row.file_id,
    fileName: row.file_name,
    format: row.format as StoredRun['format'],
    pays: row.pays === 1,
    state: row.state as StoredRun['state'],
    by: row.started_by,
    station: row.station,
    at: row.at,
  };
}
