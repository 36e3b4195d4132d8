import type { Migration } from '../migrate.ts';

/** Orders on their way into OT Platform. */
export const orderingMigration: Migration = {
  version: 5,
  name: 'orders that are added, their payments, and imports',
  sql: `
    -- the customer in whose name orders are added, and what was chosen last; JSON by name
    CREATE TABLE ordering_memory (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE order_drafts (
      id TEXT PRIMARY KEY,
      draft TEXT NOT NULL,
      -- sent_orders.id of which it is the corrected copy
      corrects TEXT,
      made_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      -- sent, or thrown away by a person who may take that back
      removed_at INTEGER,
      -- sent_orders.id
      sent_as TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX order_drafts_kept ON order_drafts (changed_at) WHERE removed_at IS NULL;

    -- files of orders; their bytes are beside the journal
    CREATE TABLE order_files (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      format TEXT NOT NULL,
      size INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      encoding TEXT,
      sheet TEXT,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- which column holds what, by the names of the columns
    CREATE TABLE order_mappings (
      columns TEXT PRIMARY KEY,
      mapping TEXT NOT NULL,
      used_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE order_runs (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      file_id TEXT NOT NULL REFERENCES order_files (id),
      pays INTEGER NOT NULL,
      -- running, paused, stopped
      state TEXT NOT NULL,
      started_by TEXT NOT NULL,
      station TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;

    -- every order that is sent from here; nothing is ever deleted
    CREATE TABLE sent_orders (
      number INTEGER PRIMARY KEY,
      -- the request's own id: the same request sends nothing twice
      id TEXT NOT NULL UNIQUE,
      -- stands in the comment at OT Platform, and is how an order is found whose answer was lost
      mark TEXT NOT NULL UNIQUE,
      reference TEXT NOT NULL,
      customer_login TEXT NOT NULL,
      customer_way TEXT NOT NULL,
      run_id TEXT REFERENCES order_runs (id),
      -- place in the run, and the rows of the file, JSON
      position INTEGER,
      rows TEXT NOT NULL,
      draft TEXT NOT NULL,
      -- JSON: the order as it is sent; null for one that has mistakes, with the mistakes beside it
      ordered TEXT,
      faults TEXT NOT NULL,
      -- waiting, sending, lost, unsure, made, refused, stopped, invalid
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      sent_at INTEGER,
      -- when its answer was lost
      lost_at INTEGER,
      -- when OT Platform last answered a search for it; nothing else is sent before that
      answered_at INTEGER,
      -- a person wants it sent, whatever became of its run
      is_insisted INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER,
      error TEXT,
      order_id TEXT,
      order_number TEXT,
      -- JSON; null until the made order was read
      comparison TEXT,
      is_compared INTEGER NOT NULL GENERATED ALWAYS AS (comparison IS NOT NULL) VIRTUAL,
      different INTEGER NOT NULL,
      decision TEXT,
      is_cancelled INTEGER NOT NULL,
      remaining REAL,
      currency TEXT NOT NULL,
      sent_by TEXT NOT NULL,
      station TEXT NOT NULL,
      at INTEGER NOT NULL,
      settled_at INTEGER
    ) STRICT;
    CREATE INDEX sent_orders_open ON sent_orders (number)
      WHERE state IN ('waiting', 'sending', 'lost') OR (state = 'made' AND comparison IS NULL);
    CREATE INDEX sent_orders_undecided ON sent_orders (number)
      WHERE state = 'unsure' OR (state = 'made' AND different > 0 AND decision IS NULL);
    CREATE INDEX sent_orders_by_run ON sent_orders (run_id, position) WHERE run_id IS NOT NULL;
    -- all that the counts of a run need: the rows themselves are long
    CREATE INDEX sent_orders_counts
      ON sent_orders (run_id, state, is_compared, different, decision, is_cancelled, order_id, settled_at) WHERE run_id IS NOT NULL;
    CREATE INDEX sent_orders_alone ON sent_orders (number) WHERE run_id IS NULL;
    CREATE INDEX sent_orders_by_order ON sent_orders (order_id) WHERE order_id IS NOT NULL;
    CREATE INDEX sent_orders_by_reference ON sent_orders (reference) WHERE reference <> '';

    CREATE TABLE order_payments (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      order_id TEXT NOT NULL,
      order_number TEXT NOT NULL,
      customer_id TEXT NOT NULL,
      -- working, waiting, paid, refused, unsure, stopped
      state TEXT NOT NULL,
      amount REAL,
      deposited REAL NOT NULL,
      currency TEXT NOT NULL,
      -- JSON: each step, written down before and after
      steps TEXT NOT NULL,
      next_at INTEGER,
      error TEXT,
      paid_by TEXT NOT NULL,
      station TEXT NOT NULL,
      at INTEGER NOT NULL,
      settled_at INTEGER
    ) STRICT;
    CREATE INDEX order_payments_open ON order_payments (number)
      WHERE (state IN ('working', 'waiting') OR (state = 'stopped' AND next_at IS NOT NULL));
    CREATE INDEX order_payments_by_order ON order_payments (order_id, number, state, settled_at);

    CREATE TABLE order_filters (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      filter TEXT NOT NULL,
      saved_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
