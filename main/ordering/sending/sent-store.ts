import type { SQLInputValue } from 'node:sqlite';
import type { Database } from '../../storage/index.ts';
import { isDueSql } from '../back-off.ts';
import { customerKeySql, sentRecordOf, type SentFacts, type SentRecord, type SentRow } from './sent-record.ts';

/** What is known of an order before anything is sent. */
export type NewSent = Omit<SentRecord, 'number' | keyof SentFacts> & { state: 'waiting' | 'invalid' };

/** Every order that was sent from this station. Each change is on disk when the call returns; nothing is deleted. */
export interface SentStore {
  find(id: string): SentRecord | null;
  /** Writes new ones down, in one transaction. */
  add(orders: readonly NewSent[]): void;
  change(id: string, change: Partial<SentFacts>): SentRecord;
  /**
   * What is to be done next; null while nothing is due. Orders of their own go before those of runs, and what was sent
   * before what is still to be sent. That is left out unless `maySend`, for these customers, and while it is not known
   * how a request went: a broken network would take one order after the other.
   */
  nextDue(time: number, limits: { maySend: boolean; heldUp: readonly string[] }): SentRecord | null;
  /** True while it waits to be sent, and its run goes on. */
  maySend(id: string): boolean;
  /** The oldest of which it is not known how its request went. */
  unanswered(): SentRecord | null;
  /** The next of a run to be sent. */
  waitingOf(runId: string): SentRecord | null;
  /** Nothing of this run is to be sent any more. */
  isOver(runId: string): boolean;
  /** When something becomes due, of what has a time; null when nothing will. */
  nextDueAt(): number | null;
  /** Forgets the waiting times. */
  hurry(): void;
  /** Those outside of runs, newest first, before a number. */
  alone(limit: number, before: number | null): SentRecord[];
  /** All, newest first, before a number. */
  all(limit: number, before: number | null): SentRecord[];
  /** Outside of runs: under way, or with something for a person to decide. */
  openAlone(limit: number): SentRecord[];
  counts(): { underWay: number; toDecide: number };
  /** The highest running number; 0 while there is none. */
  newest(): number;
  /** By the order that was made; the newest. */
  ofOrder(orderId: string): SentRecord | null;
  /** The numbers of orders that were added with these references; empty for one that is still on its way. */
  usedReferences(references: readonly string[]): { reference: string; orderNumber: string }[];
}

/** It is not known how the request went: until OT Platform answers a search, nothing else is sent. */
const unanswered = `SELECT * FROM sent_orders WHERE state IN ('sending', 'lost') AND answered_at IS NULL ORDER BY number LIMIT 1`;
const undecided = `state = 'unsure' OR (state = 'made' AND different > 0 AND decision IS NULL)`;
const open = `state IN ('waiting', 'sending', 'lost') OR (state = 'made' AND comparison IS NULL)`;
/** Orders of a run that was paused or ended are followed to their end, but none of them is sent anew. */
const mayGoOn = `(s.state <> 'waiting' OR s.run_id IS NULL OR s.is_insisted = 1 OR r.state = 'running')`;

export function createSentStore(database: Database, now: () => number): SentStore {
  const byId = database.prepare<SentRow>('SELECT * FROM sent_orders WHERE id = ?');
  const insert = database.prepare(`
    INSERT INTO sent_orders (id, mark, reference, customer_login, customer_way, run_id, position, rows, draft, ordered,
      faults, state, attempts, different, is_cancelled, currency, sent_by, station, at, settled_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, '', ?, ?, ?, ?)`);
  const due = database.prepare<SentRow>(`
    SELECT s.* FROM sent_orders s LEFT JOIN order_runs r ON r.id = s.run_id
    WHERE (${prefixed(open)}) AND ${mayGoOn} AND ${isDueSql('s.next_at', '?1')} AND (s.state <> 'waiting'
      OR (?2 AND NOT EXISTS (${unanswered}) AND ${customerKeySql} NOT IN (SELECT value FROM json_each(?3))))
    ORDER BY s.run_id IS NOT NULL, s.state = 'waiting', s.number LIMIT 1`);
  const firstUnanswered = database.prepare<SentRow>(unanswered);
  const nextOfRun = database.prepare<SentRow>(
    "SELECT * FROM sent_orders WHERE run_id = ? AND state = 'waiting' ORDER BY position LIMIT 1",
  );
  const sendable = database.prepare(`
    SELECT 1 FROM sent_orders s LEFT JOIN order_runs r ON r.id = s.run_id WHERE s.id = ? AND s.state = 'waiting' AND ${mayGoOn}`);
  const dueAt = database.prepare<{ at: number | null }>(`
    SELECT min(s.next_at) AS at FROM sent_orders s LEFT JOIN order_runs r ON r.id = s.run_id
    WHERE (${prefixed(open)}) AND ${mayGoOn} AND s.next_at IS NOT NULL`);
  const before = '(?1 IS NULL OR number < ?1) ORDER BY number DESC LIMIT ?2';
  const alone = database.prepare<SentRow>(`SELECT * FROM sent_orders WHERE run_id IS NULL AND ${before}`);
  const all = database.prepare<SentRow>(`SELECT * FROM sent_orders WHERE state <> 'invalid' AND ${before}`);
  const openAlone = database.prepare<SentRow>(`
    SELECT * FROM sent_orders WHERE run_id IS NULL AND (${open} OR ${undecided}) ORDER BY number DESC LIMIT ?`);
  const openCount = database.prepare<{ count: number }>(`SELECT count(*) AS count FROM sent_orders WHERE ${open}`);
  const undecidedCount = database.prepare<{ count: number }>(`SELECT count(*) AS count FROM sent_orders WHERE ${undecided}`);
  const stoppedRun = database.prepare("SELECT 1 FROM order_runs WHERE id = ? AND state = 'stopped'");
  const highest = database.prepare<{ number: number | null }>('SELECT max(number) AS number FROM sent_orders');
  const byOrder = database.prepare<SentRow>('SELECT * FROM sent_orders WHERE order_id = ? ORDER BY number DESC LIMIT 1');
  const byReference = database.prepare<{ reference: string; order_number: string | null }>(`
    SELECT reference, order_number FROM sent_orders
    WHERE reference IN (SELECT value FROM json_each(?)) AND reference <> ''
      AND state NOT IN ('invalid', 'stopped', 'refused') AND decision IS NOT 'cancelled' ORDER BY number`);

  // Whoever was sending when the station stopped never heard how it went: OT Platform is searched for it.
  database.prepare("UPDATE sent_orders SET state = 'lost', lost_at = ?, answered_at = NULL, next_at = NULL WHERE state = 'sending'").run(now());
  const hurry = database.prepare(`UPDATE sent_orders SET next_at = NULL WHERE next_at IS NOT NULL AND (${open})`);

  const find = (id: string): SentRecord | null => recordOf(byId.get(id));

  return {
    find,
    add(orders) {
      database.transaction(() => {
        for (const order of orders) {
          insert.run(
            order.id,
            order.mark,
            order.reference,
            order.customerLogin,
            order.customerWay,
            order.runId,
            order.position,
            JSON.stringify(order.rows),
            JSON.stringify(order.draft),
            jsonOrNull(order.ordered),
            JSON.stringify(order.faults),
            order.state,
            order.by,
            order.station,
            order.at,
            order.state === 'invalid' ? order.at : null,
          );
        }
      });
    },
    change(id, change) {
      const before = find(id);
      if (before === null) throw new Error('a sent order that is not in the journal was changed');
      const after = { ...before, ...change };
      const written = Object.keys(change).filter(isFact).map((name) => columns[name]);
      const assignments = written.map(([column]) => `${column} = ?`).join(', ');
      if (written.length > 0) {
        database.prepare(`UPDATE sent_orders SET ${assignments} WHERE id = ?`).run(...written.map(([, write]) => write(after)), id);
      }
      return after;
    },
    nextDue: (time, { maySend, heldUp }) => recordOf(due.get(time, Number(maySend), JSON.stringify(heldUp))),
    maySend: (id) => sendable.get(id) !== undefined,
    unanswered: () => recordOf(firstUnanswered.get()),
    waitingOf: (runId) => recordOf(nextOfRun.get(runId)),
    isOver: (runId) => stoppedRun.get(runId) !== undefined,
    nextDueAt: () => dueAt.get()?.at ?? null,
    hurry: () => void hurry.run(),
    alone: (limit, number) => alone.all(number, limit).map(sentRecordOf),
    all: (limit, number) => all.all(number, limit).map(sentRecordOf),
    openAlone: (limit) => openAlone.all(limit).map(sentRecordOf),
    counts: () => ({ underWay: openCount.get()?.count ?? 0, toDecide: undecidedCount.get()?.count ?? 0 }),
    newest: () => highest.get()?.number ?? 0,
    ofOrder: (orderId) => recordOf(byOrder.get(orderId)),
    usedReferences: (references) =>
      byReference.all(JSON.stringify(references)).map((row) => ({ reference: row.reference, orderNumber: row.order_number ?? '' })),
  };
}

function recordOf(row: SentRow | undefined): SentRecord | null {
  return row === undefined ? null : sentRecordOf(row);
}

function prefixed(condition: string): string {
  return condition.replaceAll(/\b(state|comparison)\b/g, 's.$1');
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** The columns of what changes, and how a value is written. */
const columns: { [Name in keyof SentFacts]: readonly [column: string, write: (facts: SentFacts) => SQLInputValue] } = {
  state: ['state', ({ state }) => state],
  attempts: ['attempts', ({ attempts }) => attempts],
  sentAt: ['sent_at', ({ sentAt }) => sentAt],
  lostAt: ['lost_at', ({ lostAt }) => lostAt],
  answeredAt: ['answered_at', ({ answeredAt }) => answeredAt],
  isInsisted: ['is_insisted', ({ isInsisted }) => Number(isInsisted)],
  nextAt: ['next_at', ({ nextAt }) => nextAt],
  error: ['error', ({ error }) => jsonOrNull(error)],
  orderId: ['order_id', ({ orderId }) => orderId],
  orderNumber: ['order_number', ({ orderNumber }) => orderNumber],
  comparison: ['comparison', ({ comparison }) => jsonOrNull(comparison)],
  different: ['different', ({ different }) => different],
  decision: ['decision', ({ decision }) => decision],
  isCancelled: ['is_cancelled', ({ isCancelled }) => Number(isCancelled)],
  remaining: ['remaining', ({ remaining }) => remaining],
  currency: ['currency', ({ currency }) => currency],
  settledAt: ['settled_at', ({ settledAt }) => settledAt],
};

function isFact(name: string): name is keyof SentFacts {
  return name in columns;
}
