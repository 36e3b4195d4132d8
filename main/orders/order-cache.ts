import { foldedText } from '../../preload/contract/index.ts';
import type { OrderLine } from '../otapi/index.ts';
import type { Database } from '../storage/index.ts';
import { createCacheProgress } from './cache-progress.ts';
import { lineOf, type CachedLine, type LineRow } from './cached-line.ts';
import { orderOf, selectOrders, type CachedOrder, type NamedOrderRow } from './cached-order.ts';
import { createOrderConditions, type OrderListQuery } from './find-orders.ts';
import { lineColumns, withOrder } from './line-rows.ts';
import { createOrderList, type OrderCount, type OrderListPage } from './order-list.ts';
import { nameOfStatus } from './status-names.ts';

/** A customer of orders in the cache. */
export interface CachedCustomer {
  id: string;
  name: string;
  login: string;
}

/** All that the cache knows of an order. */
export interface KnownOrder {
  order: CachedOrder;
  lines: CachedLine[];
  /**
   * The lines as they were when the order was last read on its own, with what a search for lines does not tell; null when
   * it never was, or not lately. `lines` may be newer.
   */
  whole: { lines: OrderLine[]; readAt: number } | null;
}

/** The station's copy of OT Platform's orders, to be read. It is written through `LineCache`, but for the mark of its wholeness. */
export interface OrderCache {
  /**
   * Orders by time of creation and number, newest first. A list that is read page by page leaves out and repeats nothing
   * while new orders come. Throws a RangeError when `after` is none that a page gave.
   */
  list(query: OrderListQuery, after: string | null, limit: number): OrderListPage;
  count(query: OrderListQuery): OrderCount;
  /** Statuses that orders of the cache have, by their numbers. */
  statuses(): { id: number; name: string }[];
  /** Providers that orders of the cache have goods of; the name is the type where OT Platform did not tell one. */
  providers(): { type: string; name: string }[];
  /** Customers whose id or login begins so, or whose name has it; all for an empty text. By name. */
  customers(text: string, limit?: number): CachedCustomer[];
  /** Null when the order was never read. */
  order(orderId: string): KnownOrder | null;
  /** Orders that are neither cancelled nor completed and were not read for `ageMs`, the longest unread first. */
  openIdsUnreadFor(ageMs: number, limit: number): string[];
  /** The latest time of creation, as OT Platform writes it; null without orders. */
  newestCreatedAt(): string | null;
  /** The time of creation up to which no order is missing, as OT Platform writes it; null when that was never marked. */
  wholeUpTo(): string | null;
  markWholeUpTo(createdAt: string): void;
}

/** Its name in the cache's progress: single orders are read before older ones are, so the newest one tells nothing. */
const wholeName = 'orders.whole-up-to';

export function createOrderCache(database: Database, { now }: { now: () => number }): OrderCache {
  const byId = database.prepare<NamedOrderRow>(`${selectOrders} WHERE order_id = ?`);
  const linesOf = database.prepare<LineRow>(`
    SELECT ${lineColumns} FROM cache.order_lines line ${withOrder} WHERE line.order_id = ? ORDER BY line.line_number, line.number`);
  const detailsOf = database.prepare<{ lines: string; read_at: number }>(
    'SELECT lines, read_at FROM cache.order_details WHERE order_id = ?',
  );
  // From one value to the next by index: there are a few of them, whatever the number of orders.
  const distinct = (column: string): string => `
    WITH RECURSIVE found (value) AS (
      SELECT min(${column}) FROM cache.order_infos
      UNION ALL
      SELECT (SELECT min(${column}) FROM cache.order_infos WHERE ${column} > value) FROM found WHERE value IS NOT NULL)`;
  const statuses = database.prepare<{ id: number; name: string }>(`${distinct('status_id')}
    SELECT value AS id, coalesce(${nameOfStatus('order', 'value')}, (
      SELECT status_name FROM cache.order_infos INDEXED BY order_infos_by_status
      WHERE status_id = value ORDER BY created_at DESC, number DESC LIMIT 1)) AS name
    FROM found WHERE value IS NOT NULL`);
  const providers = database.prepare<{ type: string; name: string }>(`${distinct('provider_type')}
    SELECT value AS type, coalesce(nullif(provider.display_name, ''), value) AS name
    FROM found LEFT JOIN cache.providers provider ON provider.type = value WHERE value <> ''`);
  const customers = database.prepare<CachedCustomer>(`
    SELECT customer_id AS id, name, login FROM cache.customers
    WHERE instr(folded_id, ?1) = 1 OR instr(folded_login, ?1) = 1 OR instr(folded_name, ?1)
    ORDER BY name, customer_id LIMIT ?2`);
  const openReadBefore = database.prepare<{ order_id: string }>(
    'SELECT order_id FROM cache.order_infos WHERE is_open AND read_at < ? ORDER BY read_at LIMIT ?',
  );
  const newest = database.prepare<{ newest: string | null }>('SELECT max(created_at) AS newest FROM cache.order_infos');
  const progress = createCacheProgress(database);
  const conditionsOf = createOrderConditions(database);

  return {
    ...createOrderList(database, conditionsOf),
    statuses: () => statuses.all().map(({ id, name }) => ({ id, name })),
    providers: () => providers.all().map(({ type, name }) => ({ type, name })),
    customers: (text, limit = 50) =>
      customers.all(foldedText(text.trim()), limit).map(({ id, name, login }) => ({ id, name, login })),
    order(orderId) {
      const row = byId.get(orderId);
      if (!row) return null;
      const details = detailsOf.get(orderId);
      return {
        order: orderOf(row),
        lines: linesOf.all(orderId).map(lineOf),
        whole: details ? { lines: JSON.parse(details.lines) as OrderLine[], readAt: details.read_at } : null,
      };
    },
    openIdsUnreadFor: (ageMs, limit) => openReadBefore.all(now() - ageMs, limit).map((row) => row.order_id),
    newestCreatedAt: () => newest.get()?.newest ?? null,
    wholeUpTo: () => progress.read(wholeName),
    markWholeUpTo: (createdAt) => progress.write(wholeName, createdAt),
  };
}
