import type { EarlierReceipt, Receipt } from '../../preload/contract/index.ts';
import type { Database } from '../storage/index.ts';
import { isoTime } from './iso-time.ts';

export interface NewReceipt {
  id: string;
  at: number;
  waybill: string;
  scanId: string | null;
  receiver: string;
  station: string;
  reverses: string | null;
  /** Pieces are positive; in the book those of an inverse receipt are negative. */
  lines: { lineId: string; orderId: string; pieces: number; lineQuantity: number; title: string }[];
}

/** The journal's receipts. They are only ever added. */
export interface ReceiptBook {
  /** Inside the caller's transaction. */
  write(receipt: NewReceipt): void;
  /** Pieces of an inverse receipt are given as positive ones, too: `reverses` says what it is. */
  read(id: string): Receipt | null;
  lines(id: string): NewReceipt['lines'];
  /** The last receipt that no inverse one takes back. */
  lastStanding(): Receipt | null;
  noteUndo(id: string, outcome: { withdrawn: number; toReverse: number }): void;
  undoOutcome(id: string): { withdrawn: number; toReverse: number };
  /** Receipts of the waybill, or of any of these lines; newest first. */
  earlier(waybill: string, lineIds: readonly string[]): EarlierReceipt[];
  /** Pieces received of each line since it was last undone. */
  piecesSinceUndo(lineIds: readonly string[]): Map<string, number>;
}

interface ReceiptRow {
  id: string;
  at: number;
  waybill: string;
  receiver: string;
  station: string;
  reverses: string | null;
}

interface LineRow {
  line_id: string;
  order_id: string;
  pieces: number;
  line_quantity: number;
  title: string;
}

interface EarlierRow {
  id: string;
  at: number;
  receiver: string;
  station: string;
  pieces: number;
  undone: number;
}

const mostEarlierReceipts = 50;

export function createReceiptBook(database: Database): ReceiptBook {
  const insert = database.prepare(`
    INSERT INTO receipts (id, number, at, waybill, scan_id, receiver, station, reverses)
    VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM receipts), ?, ?, (SELECT id FROM scans WHERE id = ?), ?, ?, ?)`);
  const insertLine = database.prepare(`
    INSERT INTO receipt_lines (receipt_id, line_id, order_id, pieces, line_quantity, title) VALUES (?, ?, ?, ?, ?, ?)`);
  const byId = database.prepare<ReceiptRow>('SELECT * FROM receipts WHERE id = ?');
  const linesOf = database.prepare<LineRow>('SELECT * FROM receipt_lines WHERE receipt_id = ? ORDER BY order_id, line_id');
  const lastStanding = database.prepare<ReceiptRow>(`
    SELECT * FROM receipts r
    WHERE reverses IS NULL AND NOT EXISTS (SELECT 1 FROM receipts inverse WHERE inverse.reverses = r.id)
    ORDER BY number DESC LIMIT 1`);
  const setUndoOutcome = database.prepare('UPDATE receipts SET withdrawn = ?, to_reverse = ? WHERE id = ?');
  const undoOutcome = database.prepare<{ withdrawn: number; toReverse: number }>(`
    SELECT coalesce(withdrawn, 0) AS withdrawn, coalesce(to_reverse, 0) AS toReverse FROM receipts WHERE id = ?`);
  // CROSS JOIN: SQLite would go through all receipts that reverse nothing, which is nearly all of them.
  const earlier = database.prepare<EarlierRow>(`
    WITH asked AS (SELECT value AS line_id FROM json_each(?2)),
      touching AS (
        SELECT id FROM receipts WHERE waybill = ?1
        UNION SELECT receipt_id FROM receipt_lines WHERE line_id IN asked)
    SELECT r.id, r.at, r.receiver, r.station, sum(l.pieces) AS pieces,
      EXISTS (SELECT 1 FROM receipts inverse WHERE inverse.reverses = r.id) AS undone
    FROM touching CROSS JOIN receipts r ON r.id = touching.id JOIN receipt_lines l ON l.receipt_id = r.id
    WHERE r.reverses IS NULL AND (r.waybill = ?1 OR l.line_id IN asked)
    GROUP BY r.id ORDER BY r.number DESC LIMIT ${mostEarlierReceipts}`);
  const sinceUndo = database.prepare<{ line_id: string; pieces: number }>(`
    WITH booked AS (
      SELECT l.line_id, l.pieces, r.number, r.reverses
      FROM receipt_lines l JOIN receipts r ON r.id = l.receipt_id
      WHERE l.line_id IN (SELECT value FROM json_each(?)))
    SELECT line_id, sum(pieces) AS pieces FROM booked b
    WHERE number > coalesce((SELECT max(number) FROM booked u WHERE u.line_id = b.line_id AND u.reverses IS NOT NULL), 0)
    GROUP BY line_id`);

  function receiptOf(row: ReceiptRow | undefined): Receipt | null {
    if (!row) return null;
    const lines = linesOf.all(row.id).map((line) => ({
      lineId: line.line_id,
      orderId: line.order_id,
      pieces: Math.abs(line.pieces),
    }));
    const { id, at, waybill, receiver, station, reverses } = row;
    return { receiptId: id, at: isoTime(at), waybill, receiver, station, lines, reverses };
  }

  return {
    write({ id, at, waybill, scanId, receiver, station, reverses, lines }) {
      insert.run(id, at, waybill, scanId, receiver, station, reverses);
      const sign = reverses === null ? 1 : -1;
      for (const { lineId, orderId, pieces, lineQuantity, title } of lines) {
        insertLine.run(id, lineId, orderId, sign * pieces, lineQuantity, title);
      }
    },
    read: (id) => receiptOf(byId.get(id)),
    lines: (id) =>
      linesOf.all(id).map((line) => ({
        lineId: line.line_id,
        orderId: line.order_id,
        pieces: Math.abs(line.pieces),
        lineQuantity: line.line_quantity,
        title: line.title,
      })),
    lastStanding: () => receiptOf(lastStanding.get()),
    noteUndo(id, { withdrawn, toReverse }) {
      setUndoOutcome.run(withdrawn, toReverse, id);
    },
    undoOutcome(id) {
      const { withdrawn = 0, toReverse = 0 } = undoOutcome.get(id) ?? {};
      return { withdrawn, toReverse };
    },
    earlier: (waybill, lineIds) =>
      earlier.all(waybill, JSON.stringify(lineIds)).map(({ id, at, receiver, station, pieces, undone }) => ({
        receiptId: id,
        at: isoTime(at),
        receiver,
        station,
        pieces,
        undone: undone === 1,
      })),
    piecesSinceUndo: (lineIds) =>
      new Map(sinceUndo.all(JSON.stringify(lineIds)).map((row) => [row.line_id, row.pieces])),
  };
}
