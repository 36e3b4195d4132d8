import { openDatabase, type Database } from '../../../main/storage/index.ts';

/** A station's database without files. */
export function openInMemory(): Database {
  return openDatabase({ journal: ':memory:', cache: ':memory:' });
}

let receiptNumber = 0;

/** Writes a receipt, as receiving does before it puts operations into the outbox. */
export function writeReceipt(database: Database, id: string): string {
  receiptNumber += 1;
  database
    .prepare(`INSERT INTO receipts (id, number, at, waybill, receiver, station) VALUES (?, ?, 0, 'YT1', 'Li', 'st 1')`)
    .run(id, receiptNumber);
  return id;
}

/** Puts a line into the cache as a refresh would. */
export function cacheLine(
  database: Database,
  line: { id: string; orderId?: string; quantity: number; statusId: number; itemId?: string },
): void {
  database
    .prepare(
      `INSERT OR REPLACE INTO cache.order_lines
         (line_id, order_id, line_number, item_id, configuration_id, configuration_original, configuration_translated,
          title_original, title_translated, quantity, status_id, status_name, picture_url, provider_type, seller_name,
          customer_comment, operator_comment, provider_order_id, waybill, ordered_at, read_at)
       VALUES (?, ?, 1, ?, 'red', '', '', '', '', ?, ?, '', '', '', '', '', '', '', 'YT1', '', 0)`,
    )
    .run(line.id, line.orderId ?? 'ORD-1', line.itemId ?? 'item', line.quantity, line.statusId);
}
