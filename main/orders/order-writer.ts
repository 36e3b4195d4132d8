import { foldedText } from '../../preload/contract/index.ts';
import type { OrderInfo, OrderLine } from '../otapi/index.ts';
import type { Database } from '../storage/index.ts';
import { orderColumnNames, orderColumnValues, type OrderRow } from './cached-order.ts';
import { createWordIndex, type NewWords } from './word-index.ts';

/** Writes orders into the cache, inside the caller's transaction. A later reading than `readAt` is left alone. */
export interface OrderWriter {
  /**
   * @param mayGoOn is asked after each order.
   * @returns the orders that were not written when it said no.
   */
  write(orders: readonly OrderInfo[], readAt: number, mayGoOn?: () => boolean): OrderInfo[];
  /** Keeps what only a reading of the whole order tells of its lines; the orders read last are kept. */
  writeDetails(orderId: string, lines: readonly OrderLine[], readAt: number): void;
  remove(orderId: string): void;
}

const mostDetails = 5_000;

export function createOrderWriter(database: Database, now: () => number): OrderWriter {
  // A later reading stays; one from the future was written before the clock was set back.
  const upsert = database.prepare(`
    INSERT INTO cache.orders
      (order_id, display_id, customer_name, customer_comment, status_id, status_name, created_at, read_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (order_id) DO UPDATE SET
      display_id = excluded.display_id, customer_name = excluded.customer_name,
      customer_comment = excluded.customer_comment, status_id = excluded.status_id, status_name = excluded.status_name,
      created_at = excluded.created_at, read_at = excluded.read_at
    WHERE orders.read_at <= excluded.read_at OR orders.read_at > ?`);
  const byId = database.prepare<OrderRow>('SELECT * FROM cache.order_infos WHERE order_id = ?');
  const byNumber = database.prepare('SELECT 1 FROM cache.order_infos WHERE number = ?');
  const leastNumber = database.prepare<{ least: number | null }>('SELECT min(number) AS least FROM cache.order_infos');
  const insert = database.prepare(`
    INSERT INTO cache.order_infos (${orderColumnNames.join(', ')}, read_at, number)
    VALUES (${orderColumnNames.map(() => '?').join(', ')}, ?, ?)`);
  const update = database.prepare(`
    UPDATE cache.order_infos SET ${orderColumnNames.map((name) => `${name} = ?`).join(', ')}, read_at = ? WHERE number = ?`);
  const setReadAt = database.prepare('UPDATE cache.order_infos SET read_at = ? WHERE number = ?');
  const upsertCustomer = database.prepare(`
    INSERT INTO cache.customers (customer_id, name, login, folded_id, folded_name, folded_login) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (customer_id) DO UPDATE SET
      name = excluded.name, login = excluded.login,
      folded_name = excluded.folded_name, folded_login = excluded.folded_login
    WHERE customers.name <> excluded.name OR customers.login <> excluded.login`);
  const detailsReadAt = database.prepare<{ read_at: number }>('SELECT read_at FROM cache.order_details WHERE order_id = ?');
  const putDetails = database.prepare<{ number: number }>(
    'INSERT OR REPLACE INTO cache.order_details (order_id, lines, read_at) VALUES (?, ?, ?) RETURNING number',
  );
  const removeOldDetails = database.prepare('DELETE FROM cache.order_details WHERE number <= ?');
  const removals = ['orders', 'order_infos', 'order_details'].map((table) =>
    database.prepare(`DELETE FROM cache.${table} WHERE order_id = ?`),
  );
  const words = createWordIndex(database, 'order_words');

  function isOutdated(known: { read_at: number }, readAt: number): boolean {
    return known.read_at > readAt && known.read_at <= now();
  }

  /** Negative when the id has no number, or another order has it. */
  function freeNumber(orderId: string): number {
    const digits = /\d{1,15}$/.exec(orderId)?.[0];
    if (digits !== undefined && !byNumber.get(Number(digits))) return Number(digits);
    return Math.min(0, leastNumber.get()?.least ?? 0) - 1;
  }

  /** @returns the number under which its words have to be put into their index; null when they are there. */
  function writeInfo(order: OrderInfo, readAt: number): number | null {
    const known = byId.get(order.id);
    if (known && isOutdated(known, readAt)) return null;
    const values = orderColumnValues(order);
    if (known && orderColumnNames.every((name, index) => known[name] === values[index])) {
      setReadAt.run(readAt, known.number);
      return null;
    }
    const number = known?.number ?? freeNumber(order.id);
    if (known) update.run(...values, readAt, number);
    else insert.run(...values, readAt, number);
    const customer = [order.customerId, order.customerName, order.customerLogin];
    if (order.customerId !== '') upsertCustomer.run(...customer, ...customer.map(foldedText));
    const isFoundOtherwise = !known || wordsOf(known).some((text, index) => text !== wordsOfInfo(order)[index]);
    return isFoundOtherwise ? number : null;
  }

  return {
    write(orders, readAt, mayGoOn = () => true) {
      // The index of words takes in what comes in the order of its numbers at once.
      const left = orders.toSorted((one, other) => (one.id < other.id ? -1 : 1));
      const newWords: NewWords[] = [];
      do {
        const order = left.shift();
        if (order === undefined) break;
        const { id, displayId, customerName, customerComment, status, createdAt } = order;
        upsert.run(id, displayId, customerName, customerComment, status.id, status.name, createdAt, readAt, now());
        const number = writeInfo(order, readAt);
        if (number !== null) newWords.push({ number, texts: wordsOfInfo(order) });
      } while (mayGoOn());
      words.putAll(newWords);
      return left;
    },
    writeDetails(orderId, lines, readAt) {
      const known = detailsReadAt.get(orderId);
      if (known && isOutdated(known, readAt)) return;
      const number = putDetails.get(orderId, JSON.stringify(lines), readAt)?.number ?? 0;
      removeOldDetails.run(number - mostDetails);
    },
    remove(orderId) {
      const known = byId.get(orderId);
      if (known) words.remove(known.number);
      for (const removal of removals) removal.run(orderId);
    },
  };
}

function wordsOfInfo({ displayId, customerName, customerLogin, customerComment, additionalInfo }: OrderInfo): string[] {
  return [displayId, customerName, customerLogin, customerComment, additionalInfo];
}

function wordsOf(row: OrderRow): string[] {
  return [row.display_id, row.customer_name, row.customer_login, row.customer_comment, row.additional_info];
}
