import type { DayTotals } from '../../preload/contract/index.ts';
import type { Database } from '../storage/index.ts';

/** What was done since the local midnight. An undone receipt counts only as undone. */
export function createDayTotals(database: Database, now: () => number): () => DayTotals {
  const received = database.prepare<{ parcels: number; lines: number; pieces: number }>(`
    SELECT count(DISTINCT r.waybill) AS parcels, count(DISTINCT l.line_id) AS lines, coalesce(sum(l.pieces), 0) AS pieces
    FROM receipts r JOIN receipt_lines l ON l.receipt_id = r.id
    WHERE r.at >= ? AND r.reverses IS NULL
      AND NOT EXISTS (SELECT 1 FROM receipts inverse WHERE inverse.reverses = r.id)`);
  const unknown = database.prepare<{ parcels: number }>(
    'SELECT count(*) AS parcels FROM unknown_parcels WHERE last_scanned_at >= ?',
  );
  const undone = database.prepare<{ receipts: number }>(
    'SELECT count(*) AS receipts FROM receipts WHERE at >= ? AND reverses IS NOT NULL',
  );

  return () => {
    const midnight = new Date(now()).setHours(0, 0, 0, 0);
    const { parcels = 0, lines = 0, pieces = 0 } = received.get(midnight) ?? {};
    return {
      parcels,
      lines,
      pieces,
      unknown: unknown.get(midnight)?.parcels ?? 0,
      undone: undone.get(midnight)?.receipts ?? 0,
    };
  };
}
