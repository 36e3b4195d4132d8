import { foldedText } from '../../preload/contract/index.ts';
import type { Database } from '../storage/index.ts';
import { lineOf, type CachedLine, type LineRow } from './cached-line.ts';
import { lineColumns, withOrder } from './line-rows.ts';
import type { FoundLines } from './search-lines.ts';

/** Which lines a list of orders is about. */
export interface OrderChoiceQuery {
  statusIds: readonly number[];
  /** Whether the lines have a provider order. */
  isBound: boolean;
  /** Only orders that it names: by number, provider order id, waybill, item, line or customer. Empty: all. */
  text: string;
  limit: number;
}

/** An order of the cache with those of its lines that a list is about. */
export interface ChosenOrder {
  orderId: string;
  lines: CachedLine[];
}

/** Orders to choose from, newest first; `more` when there are more, or may be. */
export interface OrderChoices {
  orders: ChosenOrder[];
  more: boolean;
}

/** Lines that are looked at, of the newest orders and then of each status: a list costs the same whatever the cache's size. */
const looked = { newest: 10_000, ofStatus: 2_000 };
/** Lines that a text is looked for in by index, and orders whose customers it is compared with. */
const named = { lines: 200, customers: 500 };

/** Order ids are numbers filled up to the same length, so a later order has a greater one (otapi.md 1.6). */
export function createOrderChoices(
  database: Database,
  search: (text: string, limit: number) => FoundLines,
): (query: OrderChoiceQuery) => OrderChoices {
  // In the order of the index, so it ends as soon as there are enough.
  const newest = database.prepare<{ order_id: string }>(`
    SELECT DISTINCT order_id FROM (
      SELECT order_id, status_id, provider_order_id FROM cache.order_lines ORDER BY order_id DESC LIMIT ${looked.newest})
    WHERE status_id IN (SELECT value FROM json_each(?)) AND (provider_order_id <> '') = ? ORDER BY order_id DESC LIMIT ?`);
  const ofStatus = database.prepare<{ order_id: string }>(`
    SELECT DISTINCT order_id FROM cache.order_lines
    WHERE number IN (SELECT number FROM cache.order_lines WHERE status_id = ? ORDER BY read_at DESC LIMIT ${looked.ofStatus})
      AND (provider_order_id <> '') = ?`);
  const ofStatusCount = database.prepare<{ lines: number }>(`
    SELECT count(*) AS lines FROM (SELECT 1 FROM cache.order_lines WHERE status_id = ? LIMIT ${looked.ofStatus + 1})`);
  const customers = database.prepare<{ order_id: string; customer_name: string }>(
    'SELECT order_id, customer_name FROM cache.orders WHERE order_id IN (SELECT value FROM json_each(?))',
  );
  const linesOf = database.prepare<LineRow>(`
    SELECT ${lineColumns} FROM cache.order_lines line ${withOrder}
    WHERE line.order_id IN (SELECT value FROM json_each(?)) ORDER BY line.order_id DESC, line.line_number, line.number`);

  /** Ids of the newest orders of a list. Those of the last weeks nearly always do; older ones are found by their status. */
  function idsOf({ statusIds, isBound }: OrderChoiceQuery, limit: number): { orderIds: string[]; more: boolean } {
    const bound = Number(isBound);
    const rows = newest.all(JSON.stringify(statusIds), bound, limit + 1);
    const isEnough = rows.length > limit;
    if (!isEnough) rows.push(...statusIds.flatMap((statusId) => ofStatus.all(statusId, bound)));
    const orderIds = [...new Set(rows.map((row) => row.order_id))].toSorted().toReversed();
    const isCut = (statusId: number): boolean => (ofStatusCount.get(statusId)?.lines ?? 0) > looked.ofStatus;
    return { orderIds: orderIds.slice(0, limit), more: isEnough || orderIds.length > limit || statusIds.some(isCut) };
  }

  function idsNamed(query: OrderChoiceQuery): { orderIds: string[]; more: boolean } {
    const found = search(query.text, named.lines);
    const text = foldedText(query.text);
    const ofCustomers = customers
      .all(JSON.stringify(idsOf(query, named.customers).orderIds))
      .flatMap((row) => (foldedText(row.customer_name).includes(text) ? [row.order_id] : []));
    const orderIds = new Set([...found.lines.map(({ line }) => line.orderId), ...ofCustomers]);
    return { orderIds: [...orderIds], more: found.more };
  }

  return (query) => {
    const { statusIds, isBound, text, limit } = query;
    const { orderIds, more } = text === '' ? idsOf(query, limit) : idsNamed(query);
    const byOrder = new Map<string, CachedLine[]>();
    for (const line of linesOf.all(JSON.stringify(orderIds)).map(lineOf)) {
      if (!statusIds.includes(line.status.id) || (line.providerOrderId !== '') !== isBound) continue;
      byOrder.set(line.orderId, [...(byOrder.get(line.orderId) ?? []), line]);
    }
    const orders = [...byOrder].map(([orderId, lines]) => ({ orderId, lines }));
    return { orders: orders.slice(0, limit), more: more || orders.length > limit };
  };
}
