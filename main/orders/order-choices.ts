import type { Database } from '../storage/index.ts';
import { lineOf, type CachedLine, type LineRow } from './cached-line.ts';
import { lineColumns, withOrder } from './line-rows.ts';
import type { FoundLines } from './search-lines.ts';

/** Which lines a list of orders is about. */
export interface OrderChoiceQuery {
  statusIds: readonly number[];
  /** Whether the lines have a provider order. */
  isBound: boolean;
  /** Only orders that it names: by number, provider order id, waybill, item or line. Empty: all. */
  text: string;
  limit: number;
}

/** An order of the cache with those of its lines that a list is about. */
export interface ChosenOrder {
  orderId: string;
  lines: CachedLine[];
}

/** Lines that are looked at for one status at most: as many as a person would ever go through. */
const mostLines = 2_000;
const mostFound = 200;

/** Orders to choose from, newest first. Goes through the index of statuses from its end, whatever the cache's size. */
export function createOrderChoices(
  database: Database,
  search: (text: string, limit: number) => FoundLines,
): (query: OrderChoiceQuery) => { orders: ChosenOrder[]; more: boolean } {
  const newestOfStatus = database.prepare<LineRow>(`
    SELECT ${lineColumns} FROM cache.order_lines line ${withOrder}
    WHERE line.number IN (
      SELECT number FROM cache.order_lines WHERE status_id = ? ORDER BY read_at DESC, number DESC LIMIT ${mostLines})`);
  const ofOrder = database.prepare<LineRow>(
    `SELECT ${lineColumns} FROM cache.order_lines line ${withOrder} WHERE line.order_id = ? ORDER BY line.line_number`,
  );

  function candidates({ statusIds, text }: OrderChoiceQuery): CachedLine[] {
    if (text === '') return statusIds.flatMap((statusId) => newestOfStatus.all(statusId)).map(lineOf);
    const orderIds = new Set(search(text, mostFound).lines.map(({ line }) => line.orderId));
    return [...orderIds].flatMap((orderId) => ofOrder.all(orderId)).map(lineOf);
  }

  return (query) => {
    const { statusIds, isBound, limit } = query;
    const byOrder = new Map<string, CachedLine[]>();
    for (const line of candidates(query)) {
      if (!statusIds.includes(line.status.id) || (line.providerOrderId !== '') !== isBound) continue;
      byOrder.set(line.orderId, [...(byOrder.get(line.orderId) ?? []), line]);
    }
    const orders = [...byOrder].map(([orderId, lines]) => ({
      orderId,
      lines: lines.toSorted((a, b) => a.lineNumber - b.lineNumber),
    }));
    // Ids are numbers filled up to the same length, so a later order has a greater one (otapi.md 1.6).
    orders.sort((a, b) => (a.orderId < b.orderId ? 1 : -1));
    return { orders: orders.slice(0, limit), more: orders.length > limit };
  };
}
