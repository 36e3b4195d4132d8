import type { Database } from '../storage/index.ts';
import { orderOf, selectOrders, type CachedOrder, type NamedOrderRow } from './cached-order.ts';
import type { OrderConditions, OrderListQuery } from './find-orders.ts';

/** A page of a list, newest first. */
export interface OrderListPage {
  orders: CachedOrder[];
  /** What to ask the next page after; null when there is none. */
  next: string | null;
}

/** How many orders match; `more` when there are more than that, or may be. */
export interface OrderCount {
  count: number;
  more: boolean;
}

/** The place of an order in a list: time of creation, and number. */
type Place = [createdAt: string, number: number];
interface PlaceRow {
  created_at: string;
  number: number;
}

/** Orders are counted up to this. */
const mostCounted = 10_000;
/** More customers than these are not gone through one by one. */
const mostCustomersApart = 50;

export function createOrderList(database: Database, conditionsOf: (query: OrderListQuery) => OrderConditions) {
  const byNumbers = database.prepare<NamedOrderRow>(`
    ${selectOrders} WHERE number IN (SELECT value FROM json_each(?)) ORDER BY created_at DESC, number DESC`);

  /** Reads a part of the list in the order of an index, so it ends as soon as there are enough. */
  function places(source: string, where: string, values: (string | number)[], after: Place | null, limit: number): PlaceRow[] {
    const [keyset, keys] = after ? [' AND (created_at, number) < (?, ?)', after] : ['', []];
    return database
      .prepare<PlaceRow>(`
        SELECT created_at, number FROM cache.order_infos ${source}
        WHERE ${where}${keyset} ORDER BY created_at DESC, number DESC LIMIT ?`)
      .all(...values, ...keys, limit);
  }

  function placesOf(query: OrderListQuery, after: Place | null, limit: number): PlaceRow[] {
    const { sql, values, customerIds, numbers } = conditionsOf(query);
    if (numbers) return places('NOT INDEXED', sql, values, after, limit);
    const apart = (index: string, column: string, keys: readonly (string | number)[]): PlaceRow[] =>
      keys
        .flatMap((key) => places(`INDEXED BY ${index}`, `${column} = ? AND ${sql}`, [key, ...values], after, limit))
        .toSorted(newestFirst)
        .slice(0, limit);
    if (customerIds && customerIds.length <= mostCustomersApart) {
      return apart('order_infos_by_customer', 'customer_id', customerIds);
    }
    const statusIds = [...new Set(query.statusIds)];
    if (statusIds.length > 0) return apart('order_infos_by_status', 'status_id', statusIds);
    return places('INDEXED BY order_infos_by_time', sql, values, after, limit);
  }

  return {
    list(query: OrderListQuery, after: string | null, limit: number): OrderListPage {
      const found = placesOf(query, after === null ? null : placeIn(after), limit + 1);
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        orders: byNumbers.all(JSON.stringify(shown.map((place) => place.number))).map(orderOf),
        next: last && found.length > limit ? JSON.stringify([last.created_at, last.number]) : null,
      };
    },
    count(query: OrderListQuery): OrderCount {
      const { sql, values, isCut } = conditionsOf(query);
      const counted = database
        .prepare<{ count: number }>(
          `SELECT count(*) AS count FROM (SELECT 1 FROM cache.order_infos WHERE ${sql} LIMIT ${mostCounted + 1})`,
        )
        .get(...values);
      const count = counted?.count ?? 0;
      return { count: Math.min(count, mostCounted), more: isCut || count > mostCounted };
    },
  };
}

function newestFirst(one: PlaceRow, other: PlaceRow): number {
  if (one.created_at !== other.created_at) return one.created_at < other.created_at ? 1 : -1;
  return other.number - one.number;
}

/** Throws a RangeError when the text is none that `list` gave. */
function placeIn(after: string): Place {
  const [createdAt, number] = parsed(after);
  if (typeof createdAt !== 'string' || typeof number !== 'number') throw new RangeError('This is no place in a list of orders.');
  return [createdAt, number];
}

function parsed(after: string): unknown[] {
  try {
    const value: unknown = JSON.parse(after);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
