import type { OrderInfo } from '../otapi/index.ts';
import type { Database } from '../storage/index.ts';

/** Writes what lines do not say themselves: customer and number of their order. */
export interface OrderWriter {
  write(order: OrderInfo, readAt: number): void;
}

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

  return {
    write({ id, displayId, customerName, customerComment, status, createdAt }, readAt) {
      upsert.run(id, displayId, customerName, customerComment, status.id, status.name, createdAt, readAt, now());
    },
  };
}
