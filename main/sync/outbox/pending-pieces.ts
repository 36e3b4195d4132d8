import { lineStatusGroup } from '../../orders/index.ts';
import type { Database } from '../../storage/index.ts';
import { recordOf, type OperationRecord, type OperationRow } from './operation-record.ts';

interface CachedLine {
  line_id: string;
  item_id: string;
  configuration_id: string;
  quantity: number;
  status_id: number;
}

/**
 * Pieces that were booked here and that the cached lines do not show yet, by line. A line is in the answer only when
 * there are some.
 *
 * An operation counts for its line until the cache shows the line as arrived. Once the cache shows the part that the
 * operation's split has made, the operation counts for that part instead: the line itself has already shrunk.
 */
export function createPendingPieces(database: Database): (lineIds: string[]) => Map<string, number> {
  const openReceivesOfLines = database.prepare<OperationRow>(`
    SELECT o.* FROM operations o
    WHERE o.line_id IN (SELECT value FROM json_each(?)) AND o.kind = 'receive' AND o.state NOT IN ('done', 'withdrawn')
      AND NOT EXISTS (SELECT 1 FROM operations r WHERE r.reverses = o.id)`);
  const openReceivesWithSplit = database.prepare<OperationRow>(`
    SELECT o.* FROM operations o
    WHERE o.state NOT IN ('done', 'withdrawn') AND o.step IS NOT NULL AND o.kind = 'receive'
      AND json_extract(o.progress, '$.split') IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM operations r WHERE r.reverses = o.id)`);
  const cachedLinesOfOrder = database.prepare<CachedLine>(`
    SELECT line_id, item_id, configuration_id, quantity, status_id FROM cache.order_lines WHERE order_id = ?`);

  function splitPartInCache(operation: OperationRecord, lines: CachedLine[]): CachedLine | undefined {
    const { split, partId } = operation.progress;
    if (partId !== undefined) return lines.find((line) => line.line_id === partId);
    const original = lines.find((line) => line.line_id === operation.lineId);
    const before = split?.lines.find((line) => line.id === operation.lineId);
    if (!split || !original || !before || before.quantity - original.quantity !== split.pieces) return undefined;
    return lines.find(
      (line) =>
        line.item_id === original.item_id &&
        line.configuration_id === original.configuration_id &&
        line.quantity === split.pieces &&
        !split.lines.some((known) => known.id === line.line_id),
    );
  }

  /** The line for which the operation still counts, or undefined when the cache shows its pieces as arrived. */
  function pendingLineOf(operation: OperationRecord): string | undefined {
    const lines = cachedLinesOfOrder.all(operation.orderId);
    const target = splitPartInCache(operation, lines) ?? lines.find((line) => line.line_id === operation.lineId);
    if (!target) return operation.lineId;
    return lineStatusGroup(target.status_id) === 'received' ? undefined : target.line_id;
  }

  return (lineIds) => {
    const asked = new Set(lineIds);
    const operations = new Map<string, OperationRecord>();
    for (const row of openReceivesOfLines.all(JSON.stringify(lineIds))) operations.set(row.id, recordOf(row));
    for (const row of openReceivesWithSplit.all()) operations.set(row.id, recordOf(row));

    const pending = new Map<string, number>();
    for (const operation of operations.values()) {
      const lineId = pendingLineOf(operation);
      if (lineId === undefined || !asked.has(lineId)) continue;
      pending.set(lineId, (pending.get(lineId) ?? 0) + operation.pieces);
    }
    return pending;
  };
}
