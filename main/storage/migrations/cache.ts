import type { Migration } from '../migrate.ts';

/**
 * The cache file: a copy of what OT Platform knows. It can be thrown away and filled again, so it is written with
 * synchronous=NORMAL. Attached to the journal's connection under the name `cache`. Times are milliseconds since 1970, UTC.
 */
export const cacheMigrations: readonly Migration[] = [
  {
    version: 1,
    name: 'order lines by waybill, orders, progress of fills',
    sql: `
      CREATE TABLE cache.order_lines (
        number INTEGER PRIMARY KEY,
        line_id TEXT NOT NULL UNIQUE,
        order_id TEXT NOT NULL,
        line_number INTEGER NOT NULL,
        item_id TEXT NOT NULL,
        configuration_id TEXT NOT NULL,
        configuration_original TEXT NOT NULL,
        configuration_translated TEXT NOT NULL,
        title_original TEXT NOT NULL,
        title_translated TEXT NOT NULL,
        quantity INTEGER NOT NULL,
        status_id INTEGER NOT NULL,
        status_name TEXT NOT NULL,
        picture_url TEXT NOT NULL,
        provider_type TEXT NOT NULL,
        seller_name TEXT NOT NULL,
        customer_comment TEXT NOT NULL,
        operator_comment TEXT NOT NULL,
        provider_order_id TEXT NOT NULL,
        waybill TEXT NOT NULL,
        weight REAL,
        ordered_at TEXT NOT NULL,
        read_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX cache.order_lines_by_order ON order_lines (order_id);
      CREATE INDEX cache.order_lines_by_provider_order ON order_lines (provider_order_id) WHERE provider_order_id <> '';
      CREATE INDEX cache.order_lines_by_item ON order_lines (item_id);
      CREATE INDEX cache.order_lines_by_status ON order_lines (status_id, read_at);

      CREATE TABLE cache.line_waybills (
        waybill_key TEXT NOT NULL,
        -- order_lines.number
        line INTEGER NOT NULL,
        -- last six characters, for the search by hand
        ending TEXT NOT NULL,
        PRIMARY KEY (waybill_key, line)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX cache.line_waybills_by_line ON line_waybills (line);
      CREATE INDEX cache.line_waybills_by_ending ON line_waybills (ending);

      CREATE TABLE cache.orders (
        order_id TEXT PRIMARY KEY,
        display_id TEXT NOT NULL,
        customer_name TEXT NOT NULL,
        customer_comment TEXT NOT NULL,
        status_id INTEGER NOT NULL,
        status_name TEXT NOT NULL,
        created_at TEXT NOT NULL,
        read_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX cache.orders_by_display_id ON orders (display_id);

      -- One row. Counting a million lines takes long; the triggers keep the number, whatever is rolled back.
      CREATE TABLE cache.totals (lines INTEGER NOT NULL) STRICT;
      INSERT INTO cache.totals VALUES (0);
      CREATE TRIGGER cache.line_added AFTER INSERT ON order_lines BEGIN
        UPDATE totals SET lines = lines + 1;
      END;
      CREATE TRIGGER cache.line_removed AFTER DELETE ON order_lines BEGIN
        UPDATE totals SET lines = lines - 1;
      END;

      CREATE TABLE cache.progress (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 2,
    name: 'providers at which OT Platform can buy',
    sql: `
      CREATE TABLE cache.providers (
        type TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        display_name TEXT NOT NULL,
        is_session_required INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
];
