import type { Migration } from '../migrate.ts';
import { orderingMigration } from './journal-ordering.ts';

/**
 * The journal file: what a person was told is done. Durable (synchronous=FULL), never rebuilt, rows are only added or
 * moved forward in their state. Times are milliseconds since 1970, UTC.
 */
export const journalMigrations: readonly Migration[] = [
  {
    version: 1,
    name: 'scans, receipts, operations, unknown parcels',
    sql: `
      CREATE TABLE scans (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        raw TEXT NOT NULL,
        source TEXT NOT NULL,
        -- the key that hit, or the most literal candidate when none did
        waybill TEXT NOT NULL,
        outcome TEXT NOT NULL,
        lines INTEGER NOT NULL,
        pieces INTEGER NOT NULL,
        -- when the lines shown had last been read from OT Platform; null when nothing was shown
        lines_read_at INTEGER,
        receiver TEXT NOT NULL,
        station TEXT NOT NULL
      ) STRICT;
      CREATE INDEX scans_by_time ON scans (at);
      CREATE INDEX scans_by_waybill ON scans (waybill, at);

      CREATE TABLE receipts (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        waybill TEXT NOT NULL,
        scan_id TEXT REFERENCES scans (id),
        receiver TEXT NOT NULL,
        station TEXT NOT NULL,
        -- the receipt that this one takes back; a receipt is taken back once at most
        reverses TEXT UNIQUE REFERENCES receipts (id),
        -- of an inverse receipt: what became of the other one's operations
        withdrawn INTEGER,
        to_reverse INTEGER
      ) STRICT;
      CREATE INDEX receipts_by_time ON receipts (at);
      CREATE INDEX receipts_by_waybill ON receipts (waybill);

      CREATE TABLE receipt_lines (
        receipt_id TEXT NOT NULL REFERENCES receipts (id),
        line_id TEXT NOT NULL,
        order_id TEXT NOT NULL,
        -- positive in a receipt, negative in an inverse one
        pieces INTEGER NOT NULL,
        -- what the receiver saw: quantity of the line, and its title, for the record
        line_quantity INTEGER NOT NULL,
        title TEXT NOT NULL,
        PRIMARY KEY (receipt_id, line_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX receipt_lines_by_line ON receipt_lines (line_id);

      CREATE TABLE operations (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        receipt_id TEXT NOT NULL REFERENCES receipts (id),
        -- for a reverse: the receive operation that it takes back
        reverses TEXT UNIQUE REFERENCES operations (id),
        order_id TEXT NOT NULL,
        line_id TEXT NOT NULL,
        waybill TEXT NOT NULL,
        title TEXT NOT NULL,
        pieces INTEGER NOT NULL,
        step TEXT,
        -- what was seen and done so far, JSON; written before each request whose answer could be lost
        progress TEXT NOT NULL DEFAULT '{}',
        attempts INTEGER NOT NULL DEFAULT 0,
        next_attempt_at INTEGER,
        error TEXT,
        remark TEXT,
        remark_acknowledged INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX operations_open ON operations (state, sequence) WHERE state NOT IN ('done', 'withdrawn');
      -- what each scan asks for stays quick after a day without a network
      CREATE INDEX operations_split ON operations (sequence)
        WHERE state NOT IN ('done', 'withdrawn') AND json_extract(progress, '$.split') IS NOT NULL;
      CREATE INDEX operations_reversing ON operations (state) WHERE kind = 'reverse';
      CREATE INDEX operations_by_line ON operations (line_id, sequence);
      CREATE INDEX operations_by_receipt ON operations (receipt_id);
      CREATE INDEX operations_remarked ON operations (sequence) WHERE remark IS NOT NULL AND remark_acknowledged = 0;

      CREATE TABLE unknown_parcels (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE,
        waybill TEXT NOT NULL,
        raw TEXT NOT NULL,
        first_scanned_at INTEGER NOT NULL,
        last_scanned_at INTEGER NOT NULL,
        scans INTEGER NOT NULL,
        receiver TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL,
        matched_at INTEGER,
        -- the receipt that took it off the list; undoing that puts it on again
        closed_by_receipt TEXT REFERENCES receipts (id)
      ) STRICT;
      CREATE INDEX unknown_parcels_open ON unknown_parcels (state, number) WHERE state <> 'closed';
      CREATE INDEX unknown_parcels_by_waybill ON unknown_parcels (waybill);
      CREATE INDEX unknown_parcels_by_receipt ON unknown_parcels (closed_by_receipt) WHERE closed_by_receipt IS NOT NULL;

      -- every key the scan could mean, to be matched after each refresh
      CREATE TABLE unknown_parcel_keys (
        waybill_key TEXT NOT NULL,
        parcel_id TEXT NOT NULL REFERENCES unknown_parcels (id),
        PRIMARY KEY (waybill_key, parcel_id)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 2,
    name: 'operations by the part that their split has made',
    sql: `
      CREATE INDEX operations_by_part ON operations (json_extract(progress, '$.partId'))
        WHERE json_extract(progress, '$.partId') IS NOT NULL;
    `,
  },
  {
    version: 3,
    name: 'provider accounts',
    sql: `
      CREATE TABLE provider_accounts (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE,
        provider_type TEXT NOT NULL,
        -- empty until the first login tells it
        name TEXT NOT NULL,
        -- Electron's partition with the browser data of its logins
        partition TEXT NOT NULL UNIQUE,
        device_remembered INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        -- taken off the list by a person; what OT Platform lists does not bring it back
        removed_at INTEGER,
        -- tells one session from the next without keeping its id; null while OT Platform lists none
        session_mark TEXT,
        obtained_at INTEGER,
        obtained_here INTEGER NOT NULL DEFAULT 0,
        -- of this session: 0 nothing was said, 1 that it ends soon, 2 that it has ended
        warned INTEGER NOT NULL DEFAULT 0,
        balance_amount REAL,
        balance_currency TEXT,
        -- how the last login ended, JSON; null when a person has read it
        ending TEXT
      ) STRICT;
    `,
  },
  {
    version: 4,
    name: 'background activities, their starts and answers',
    sql: `
      CREATE TABLE activity_starts (
        -- the request's own id: the same request starts nothing twice
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        provider_type TEXT NOT NULL,
        account_name TEXT NOT NULL,
        -- JSON: [{id, number}], ids, ids
        orders TEXT NOT NULL,
        line_ids TEXT NOT NULL,
        provider_order_ids TEXT NOT NULL,
        started_by TEXT NOT NULL,
        station TEXT NOT NULL,
        at INTEGER NOT NULL,
        -- sending, started, unknown, refused, not-begun
        state TEXT NOT NULL,
        error TEXT,
        activity_type TEXT,
        activity_id TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX activity_starts_unsettled ON activity_starts (at) WHERE state IN ('sending', 'unknown');
      CREATE INDEX activity_starts_by_activity ON activity_starts (activity_type, activity_id) WHERE activity_id IS NOT NULL;

      CREATE TABLE activities (
        number INTEGER PRIMARY KEY,
        type TEXT NOT NULL,
        id TEXT NOT NULL,
        known_since INTEGER NOT NULL,
        -- when it was first seen ended; null while it is under way
        ended_at INTEGER,
        read_at INTEGER NOT NULL,
        -- what OT Platform told last; JSON
        told TEXT NOT NULL,
        -- false for one that had ended before its steps were ever read
        steps_read INTEGER NOT NULL,
        is_gone INTEGER NOT NULL,
        -- JSON: [{id, number}]; the order lines as they were last read for it
        orders TEXT NOT NULL,
        lines TEXT NOT NULL,
        -- JSON: since when which question has been open
        asked TEXT NOT NULL,
        -- it has ended, and its orders are still to be read again
        reread_due INTEGER NOT NULL,
        UNIQUE (type, id)
      ) STRICT;
      CREATE INDEX activities_at_work ON activities (number) WHERE ended_at IS NULL OR reread_due = 1;
      CREATE INDEX activities_ended ON activities (ended_at, number) WHERE ended_at IS NOT NULL;

      -- answers to questions, and actions with whole activities; nothing is ever deleted
      CREATE TABLE activity_answers (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        activity_type TEXT NOT NULL,
        activity_id TEXT NOT NULL,
        description TEXT NOT NULL,
        -- null for an action with the activity that no question asked for
        question_id TEXT,
        question TEXT NOT NULL,
        answer TEXT NOT NULL,
        answered_by TEXT NOT NULL,
        station TEXT NOT NULL,
        at INTEGER NOT NULL,
        -- sending, taken, too-late, refused, not-sent, unknown
        outcome TEXT NOT NULL,
        error TEXT
      ) STRICT;
      CREATE INDEX activity_answers_by_activity ON activity_answers (activity_type, activity_id);
      CREATE INDEX activity_answers_by_question ON activity_answers (question_id, number) WHERE question_id IS NOT NULL;
      CREATE INDEX activity_answers_sending ON activity_answers (number) WHERE outcome = 'sending';
    `,
  },
  orderingMigration,
];
