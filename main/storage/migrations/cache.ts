import type { Migration } from '../migrate.ts';

/** Words come ready made and by themselves: which lines have one is all that is kept. */
const wordTable = `content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'`;

/**
 * Nothing is merged by the index itself, which would hold up the main process for tens of milliseconds; a few pages are
 * merged with each writing.
 */
const wordMerging = `('automerge', 0), ('crisismerge', 64)`;

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
  {
    version: 3,
    name: 'orders with all that OT Platform tells of them',
    sql: `
      CREATE TABLE cache.order_infos (
        -- the digits of the order's id, so that a later order has a greater number
        number INTEGER PRIMARY KEY,
        order_id TEXT NOT NULL UNIQUE,
        display_id TEXT NOT NULL,
        status_id INTEGER NOT NULL,
        status_name TEXT NOT NULL,
        customer_id TEXT NOT NULL,
        customer_name TEXT NOT NULL,
        customer_login TEXT NOT NULL,
        customer_comment TEXT NOT NULL,
        additional_info TEXT NOT NULL,
        operator_name TEXT NOT NULL,
        provider_type TEXT NOT NULL,
        delivery_mode_id TEXT NOT NULL,
        delivery_mode_name TEXT NOT NULL,
        -- JSON
        delivery_address TEXT,
        weight REAL,
        goods_amount REAL,
        delivery_amount REAL,
        total_amount REAL,
        remain_amount REAL,
        currency TEXT NOT NULL,
        items_count INTEGER,
        is_paid INTEGER NOT NULL,
        is_cancelled INTEGER NOT NULL,
        is_completed INTEGER NOT NULL,
        -- neither of the two
        is_open INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        -- JSON
        rights TEXT NOT NULL,
        customer_available REAL,
        read_at INTEGER NOT NULL
      ) STRICT;
      -- Everything that a list is limited by stands in its index, so that a page reads no order that it does not show.
      CREATE INDEX cache.order_infos_by_time ON order_infos
        (created_at, number, status_id, provider_type, is_paid, is_open, customer_id);
      CREATE INDEX cache.order_infos_by_status ON order_infos
        (status_id, created_at, number, provider_type, is_paid, is_open, customer_id);
      CREATE INDEX cache.order_infos_by_customer ON order_infos (customer_id, created_at, number);
      CREATE INDEX cache.order_infos_by_provider ON order_infos (provider_type);
      CREATE INDEX cache.order_infos_open_by_reading ON order_infos (read_at) WHERE is_open;

      CREATE TABLE cache.customers (
        customer_id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        login TEXT NOT NULL,
        -- as texts are compared
        folded_id TEXT NOT NULL,
        folded_name TEXT NOT NULL,
        folded_login TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- The lines of the orders that were last read on their own, as JSON: they tell more than a search for lines does.
      CREATE TABLE cache.order_details (
        number INTEGER PRIMARY KEY,
        order_id TEXT NOT NULL UNIQUE,
        lines TEXT NOT NULL,
        read_at INTEGER NOT NULL
      ) STRICT;

      -- Words of orders by their number; see main/orders/words.ts.
      CREATE VIRTUAL TABLE cache.order_words USING fts5 (words, ${wordTable});
      INSERT INTO cache.order_words (order_words, rank) VALUES ${wordMerging};

      -- The orders that are there tell little of themselves: they are read again.
      UPDATE cache.progress SET value = json_set(value, '$.stage', 'orders',
        '$.at', json('{"position":0,"total":null,"lastIds":[],"stepsBack":0}'))
      WHERE name = 'sync.fill' AND json_extract(value, '$.stage') IN ('orders', 'complete');
    `,
  },
  {
    version: 4,
    name: 'words of order lines',
    sql: `
      -- Words of lines by their number; see main/orders/words.ts.
      CREATE VIRTUAL TABLE cache.line_words USING fts5 (words, ${wordTable});
      INSERT INTO cache.line_words (line_words, rank) VALUES ${wordMerging};
      -- Lines below this number are still to be taken in, the last ones first; the app does it bit by bit.
      INSERT INTO cache.progress (name, value)
        SELECT 'orders.words-below', max(number) + 1 FROM cache.order_lines HAVING max(number) IS NOT NULL;
    `,
  },
  {
    version: 5,
    name: 'orders by their own reference',
    sql: `
      -- See preload/contract/order-reference.ts for the form of such a comment.
      CREATE INDEX cache.order_infos_by_reference ON order_infos (customer_comment)
        WHERE customer_comment >= '[ref:' AND customer_comment < '[ref;';
    `,
  },
  {
    version: 6,
    name: 'names of statuses in one language',
    sql: `
      -- kind: order or line
      CREATE TABLE cache.status_names (
        kind TEXT NOT NULL,
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (kind, id)
      ) STRICT, WITHOUT ROWID;
    `,
  },
];
