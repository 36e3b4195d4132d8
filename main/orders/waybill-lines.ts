import type { Database } from '../storage/index.ts';
import { lineOf, type CachedLine, type LineRow } from './cached-line.ts';
import { lineColumns, withOrder } from './line-rows.ts';

/** A waybill of more lines than this is a word that somebody typed into the field, such as a test's `123456`. */
const mostLinesOfWaybill = 500;

/** Finds the lines of the first key that any line has, and that key; null when no line has any of them. */
export function createWaybillReading(
  database: Database,
): (keys: readonly string[]) => { key: string; lines: CachedLine[] } | null {
  const byKey = database.prepare<LineRow>(
    `SELECT ${lineColumns}
     FROM cache.line_waybills key JOIN cache.order_lines line ON line.number = key.line ${withOrder}
     WHERE key.waybill_key = ? ORDER BY line.order_id, line.line_number LIMIT ${mostLinesOfWaybill}`,
  );
  return (keys) => {
    for (const key of keys) {
      const rows = byKey.all(key);
      if (rows.length > 0) return { key, lines: rows.map(lineOf) };
    }
    return null;
  };
}
