import { lineStatusGroup } from '../../orders/index.ts';
import type { Database } from '../../storage/index.ts';
import { recordOf, type OperationRecord, type OperationRow } from './operation-record.ts';
import type { OperationProgress } from './progress.ts';

interface CachedLine {
  line_id: string;
  item_id: string;
  configuration_id: string;
  quantity: number;
  status_id: number;
  read_at: number;
}

/**
 * Pieces that were booked here and that the cached lines do not show yet, by line. A line is in the answer only when
 * there are some.
 *
 * An operation counts for its line until the cache shows the line as arrived, or as smaller by its split. It counts for
 * the part that its split has made while the cache shows the part, and shows it as awaited. Line and part may have come
 * into the cache with different readings, so either is looked at by itself.
 *
 * So does one that is done, as long as the line was last read before its end: the cache is not as durable as the
 * journal, and a power cut can take from it what the operation has written there.
 */
export function createPendingPieces(
  database: Database,
  { now }: { now: () => number },
): (lineIds: string[]) => Map<string, number> {
  const openReceivesOfLines = database.prepare<OperationRow>(`
    SELECT o.* FROM operations o
    WHERE o.line_id IN (SELECT value FROM json_each(?)) AND o.kind = 'receive' AND o.state NOT IN ('done', 'withdrawn')
      AND NOT EXISTS (SELECT 1 FROM operations r WHERE r.reverses = o.id)`);
  const openReceivesWithSplit = database.prepare<OperationRow>(`
    SELECT o.* FROM operations o
    WHERE o.state NOT IN ('done', 'withdrawn') AND o.step IS NOT NULL AND o.kind = 'receive'
      AND json_extract(o.progress, '$.split') IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM operations r WHERE r.reverses = o.id)`);
  // An end in the future was written before the clock was set back, and can be compared with nothing.
  const doneSinceReading = `
    o.kind = 'receive' AND o.state = 'done' AND o.updated_at <= ? AND line.read_at < o.updated_at
      AND NOT EXISTS (SELECT 1 FROM operations r WHERE r.reverses = o.id)`;
  const doneReceivesOfLines = database.prepare<OperationRow>(`
    SELECT o.* FROM cache.order_lines line JOIN operations o ON o.line_id = line.line_id
    WHERE line.line_id IN (SELECT value FROM json_each(?)) AND ${doneSinceReading}`);
  // CROSS JOIN and + (no affinity) let SQLite find the parts by their index instead of going through all of them.
  const doneReceivesOfParts = database.prepare<OperationRow>(`
    SELECT o.* FROM cache.order_lines line CROSS JOIN operations o ON json_extract(o.progress, '$.partId') = +line.line_id
    WHERE line.line_id IN (SELECT value FROM json_each(?)) AND ${doneSinceReading}`);
  const cachedLinesOfOrder = database.prepare<CachedLine>(`
    SELECT line_id, item_id, configuration_id, quantity, status_id, read_at FROM cache.order_lines WHERE order_id = ?`);

  /** The lines for which the operation still counts. */
  function pendingLinesOf(operation: OperationRecord): string[] {
    const lines = cachedLinesOfOrder.all(operation.orderId);
    const line = lines.find((candidate) => candidate.line_id === operation.lineId);
    const part = line && cachedPart(operation.progress, line, lines);
    const pending: string[] = [];
    if (!line || (counts(operation, line) && !hasShrunk(operation.progress, line))) pending.push(operation.lineId);
    if (part && counts(operation, part)) pending.push(part.line_id);
    return pending;
  }

  return (lineIds) => {
    const asked = new Set(lineIds);
    const json = JSON.stringify(lineIds);
    const rows = [
      ...openReceivesOfLines.all(json),
      ...openReceivesWithSplit.all(),
      ...doneReceivesOfLines.all(json, now()),
      ...doneReceivesOfParts.all(json, now()),
    ];
    const operations = new Map(rows.map((row) => [row.id, recordOf(row)]));

    const pending = new Map<string, number>();
    for (const operation of operations.values()) {
      for (const lineId of pendingLinesOf(operation)) {
        if (asked.has(lineId)) pending.set(lineId, (pending.get(lineId) ?? 0) + operation.pieces);
      }
    }
    return pending;
  };
}

/** The cached line does not show what the operation books, or has booked. */
function counts({ state, updatedAt }: OperationRecord, line: CachedLine): boolean {
  const isToCome = lineStatusGroup(line.status_id) !== 'received';
  return isToCome && (state !== 'done' || line.read_at < updatedAt);
}

function hasShrunk({ split }: OperationProgress, line: CachedLine): boolean {
  const before = split?.lines.find((known) => known.id === line.line_id);
  return split !== undefined && before !== undefined && line.quantity <= before.quantity - split.pieces;
}

/** The part that the operation's split has made: known to us, or told by its goods and size. */
function cachedPart(progress: OperationProgress, line: CachedLine, lines: CachedLine[]): CachedLine | undefined {
  const { split, partId } = progress;
  if (partId !== undefined) return lines.find((candidate) => candidate.line_id === partId);
  return lines.find(
    (candidate) =>
      candidate.item_id === line.item_id &&
      candidate.configuration_id === line.configuration_id &&
      candidate.quantity === split?.pieces &&
      !split.lines.some((known) => known.id === candidate.line_id),
  );
}
