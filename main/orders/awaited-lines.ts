import type { Database } from '../storage/index.ts';
import { lineOf, type CachedLine, type LineRow } from './cached-line.ts';
import { lineColumns, withOrder } from './line-rows.ts';
import { lineStatus } from './line-statuses.ts';

/** Statuses whose lines may have a waybill already, the likeliest first. */
const statusesOnTheWay = [lineStatus.ordered, lineStatus.qualityControl, lineStatus.confirmation, lineStatus.paid];

/** Lines without a waybill may be many; no more of one status are looked at. */
const mostLookedAt = 1000;

/**
 * Lines on their way with a waybill, those read last first. Goes through the index of statuses from its end, so it costs
 * a few thousand reads at any size of the cache.
 */
export function createAwaitedLines(database: Database): (limit: number) => CachedLine[] {
  const newestOfStatus = database.prepare<LineRow>(`
    SELECT ${lineColumns} FROM cache.order_lines line ${withOrder}
    WHERE line.waybill <> '' AND line.number IN (
      SELECT number FROM cache.order_lines WHERE status_id = ? ORDER BY read_at DESC, number DESC LIMIT ${mostLookedAt})
    ORDER BY line.read_at DESC, line.number DESC LIMIT ?`);

  return (limit) => {
    const found: CachedLine[] = [];
    for (const status of statusesOnTheWay) {
      if (found.length < limit) found.push(...newestOfStatus.all(status, limit - found.length).map(lineOf));
    }
    return found;
  };
}
