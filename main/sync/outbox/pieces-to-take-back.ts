import { lineStatusGroup } from '../../orders/index.ts';
import type { Database } from '../../storage/index.ts';

/**
 * Pieces that the cached lines still show as arrived although an undo of them is on its way, by line. Such a line can
 * be received again at once: its new operation waits until the undo is through.
 */
export function createPiecesToTakeBack(database: Database): (lineIds: string[]) => Map<string, number> {
  const reversesUnderWay = database.prepare<{ line_id: string; quantity: number; status_id: number }>(`
    SELECT line.line_id, line.quantity, line.status_id
    FROM operations reverse
    JOIN operations receive ON receive.id = reverse.reverses AND receive.state = 'done'
    JOIN cache.order_lines line ON line.line_id = json_extract(receive.progress, '$.status.lineId')
    WHERE reverse.state IN ('waiting', 'sending') AND reverse.kind = 'reverse'
      AND line.line_id IN (SELECT value FROM json_each(?))`);

  return (lineIds) => {
    const lines = reversesUnderWay.all(JSON.stringify(lineIds));
    const stillReceived = lines.filter((line) => lineStatusGroup(line.status_id) === 'received');
    return new Map(stillReceived.map((line) => [line.line_id, line.quantity]));
  };
}
