import { foldedText, normalReference } from '../../preload/contract/index.ts';
import type { Database } from '../storage/index.ts';
import { createLineSearch } from './search-lines.ts';
import { createWordIndex } from './word-index.ts';
import { wantedWords } from './words.ts';

/** Which orders a list shows; what is left out, or empty, does not limit. */
export interface OrderListQuery {
  /** Order number, provider order id, waybill, item id, or words of customer, comment, note, goods or seller. */
  text?: string;
  /** `yyyy-MM-dd`, compared with the text of OT Platform; both days included. */
  createdFrom?: string;
  createdTo?: string;
  statusIds?: readonly number[];
  providerType?: string;
  /** Id, or a part of login or name. */
  customer?: string;
  isPaid?: boolean;
  /** Neither cancelled nor completed. */
  isOpen?: boolean;
}

/** A query in terms of `cache.order_infos`. */
export interface OrderConditions {
  sql: string;
  values: (string | number)[];
  /** Customers that the query names; null when it names none. */
  customerIds: string[] | null;
  /** Numbers of the orders that the text finds; null when there is no text. */
  numbers: number[] | null;
  /** The text finds more orders, or lines, than are looked at: the newest are. */
  isCut: boolean;
}

/** What a text finds is looked at up to these, the newest first. */
const looked = { orders: 2_000, lines: 500 };

/** Reads a query: what it names is looked up, the rest becomes conditions. */
export function createOrderConditions(database: Database): (query: OrderListQuery) => OrderConditions {
  const lineSearch = createLineSearch(database);
  const orderWords = createWordIndex(database, 'order_words');
  const lineWords = createWordIndex(database, 'line_words');
  const ordersOfLines = database.prepare<{ order_id: string }>(
    'SELECT DISTINCT order_id FROM cache.order_lines WHERE number IN (SELECT value FROM json_each(?))',
  );
  const numbersOf = database.prepare<{ number: number }>(
    'SELECT number FROM cache.order_infos WHERE order_id IN (SELECT value FROM json_each(?))',
  );
  const numberShown = database.prepare<{ number: number }>(
    'SELECT info.number FROM cache.orders shown JOIN cache.order_infos info USING (order_id) WHERE shown.display_id = ? LIMIT 20',
  );
  const customers = database.prepare<{ customer_id: string }>(`
    SELECT customer_id FROM cache.customers WHERE folded_id = ?1 OR instr(folded_login, ?1) OR instr(folded_name, ?1)`);
  const withReference = database.prepare<{ number: number }>(`
    SELECT number FROM cache.order_infos INDEXED BY order_infos_by_reference
    WHERE customer_comment >= '[ref:' AND customer_comment < '[ref;' AND customer_comment >= ? AND customer_comment < ?
    ORDER BY number DESC LIMIT ${looked.orders}`);

  /** Who types a reference means that order, and not the others whose words begin so. */
  function numbersNamed(text: string): { numbers: number[]; isCut: boolean } {
    const reference = normalReference(text);
    const referred = withReference.all(`[ref:${reference} ws:`, `[ref:${reference} ws;`);
    const byNumber = [text, text.replace(/^ORD-?0*/i, '')].flatMap((number) => numberShown.all(number));
    if (referred.length > 0) return { numbers: [...new Set([...referred, ...byNumber].map((row) => row.number))], isCut: false };
    const words = wantedWords(text);
    const byWords = orderWords.find(words, looked.orders + 1);
    const lines = lineSearch.byNumbers(text, looked.lines);
    const linesByWords = lineWords.find(words, looked.lines + 1);
    const orderIds = [
      ...lines.lines.map(({ line }) => line.orderId),
      ...ordersOfLines.all(JSON.stringify(linesByWords.slice(0, looked.lines))).map((row) => row.order_id),
    ];
    const byLines = numbersOf.all(JSON.stringify([text, ...orderIds]));
    const numbers = new Set([...byNumber, ...byLines].map((row) => row.number));
    return {
      numbers: [...new Set([...numbers, ...byWords.slice(0, looked.orders)])],
      isCut: lines.more || linesByWords.length > looked.lines || byWords.length > looked.orders,
    };
  }

  return (query) => {
    const { createdFrom = '', createdTo = '', statusIds = [], providerType = '', isPaid, isOpen } = query;
    const conditions: [string, string | number][] = [];
    if (createdFrom !== '') conditions.push(['created_at >= ?', createdFrom]);
    // The day itself and any time of it: `T` and the blank before a time are less than `U`.
    if (createdTo !== '') conditions.push(['created_at < ?', `${createdTo}U`]);
    if (statusIds.length > 0) conditions.push(['status_id IN (SELECT value FROM json_each(?))', JSON.stringify(statusIds)]);
    // The plus keeps SQLite from the index of providers, by which it would read a third of all orders one by one.
    if (providerType !== '') conditions.push(['+provider_type = ?', providerType]);
    if (isPaid !== undefined) conditions.push(['is_paid = ?', Number(isPaid)]);
    if (isOpen !== undefined) conditions.push(['is_open = ?', Number(isOpen)]);
    const customer = query.customer?.trim() ?? '';
    const customerIds = customer === '' ? null : customers.all(foldedText(customer)).map((row) => row.customer_id);
    if (customerIds) conditions.push(['customer_id IN (SELECT value FROM json_each(?))', JSON.stringify(customerIds)]);
    const text = query.text?.trim() ?? '';
    const named = text === '' ? { numbers: null, isCut: false } : numbersNamed(text);
    if (named.numbers) conditions.push(['number IN (SELECT value FROM json_each(?))', JSON.stringify(named.numbers)]);
    return {
      sql: conditions.map(([sql]) => sql).join(' AND ') || 'true',
      values: conditions.map(([, value]) => value),
      customerIds,
      ...named,
    };
  };
}
