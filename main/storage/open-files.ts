import { DatabaseSync } from 'node:sqlite';
import { isDamage, isOfSurroundings, JournalDamagedError, UnsoundFileError } from './database-error.ts';
import { hasDamageNote, makePrivate, removeDamageNote, setAside } from './files.ts';
import { migrate } from './migrate.ts';
import { cacheMigrations } from './migrations/cache.ts';
import { journalMigrations } from './migrations/journal.ts';

/** A write-ahead log that has grown in one large transaction is cut back to this size afterwards; bytes. */
const largestIdleLog = 16 * 1024 * 1024;

/**
 * Memory for pages of the cache file, in KiB. A million lines are half a gigabyte: so much keeps the upper levels of the
 * indexes in memory. A fill comes to all of their leaves, too.
 */
const memoryToRead = 16 * 1024;
const memoryToWrite = 64 * 1024;

/** Pages in a log after which a commit makes the checkpoint itself: only when `keepCheckpoints` cannot keep up. */
const pagesBeforeOwnCheckpoint = 4_000;

/**
 * Opens the journal. All of it is checked each time: half a second for a busy station's whole year (400 MB).
 * Throws `JournalDamagedError` when its content is wrong, `NewerDatabaseError` when it is from a newer version, and
 * SQLite's error when the disk or the rights are to blame; the file is left as it is in each case.
 */
export function openJournal(file: string): DatabaseSync {
  makePrivate(file);
  let connection: DatabaseSync | null = null;
  try {
    connection = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 2000 });
    connection.exec(`
      PRAGMA wal_autocheckpoint = ${pagesBeforeOwnCheckpoint};
      PRAGMA main.journal_mode = WAL;
      PRAGMA main.synchronous = FULL;
      PRAGMA main.journal_size_limit = ${largestIdleLog}`);
    checkWhole(connection, 'main');
    migrate(connection, 'main', journalMigrations);
    return connection;
  } catch (error) {
    connection?.close();
    throw isDamage(error) ? new JournalDamagedError(file, error) : error;
  }
}

/**
 * Attaches the cache. It is a copy of what OT Platform has, so one that is damaged, from a newer version or otherwise
 * of no use is set aside and made anew; only when disk or rights are to blame SQLite's error is thrown. Not all of the
 * file is read for that: damage that shows later is noted for the next start.
 * @returns true when it was made anew.
 */
export function attachCache(connection: DatabaseSync, file: string): boolean {
  let isRebuilt = hasDamageNote(file);
  if (isRebuilt) setAside(file);
  try {
    attach(connection, file);
  } catch (error) {
    if (isOfSurroundings(error)) throw error;
    detach(connection);
    setAside(file);
    attach(connection, file);
    isRebuilt = true;
  }
  removeDamageNote(file);
  return isRebuilt;
}

/** The cache alone, under its usual name, with a journal in memory that nothing is written into. */
export function openOnlyCache(file: string): DatabaseSync {
  const connection = new DatabaseSync(':memory:', { timeout: 10_000 });
  try {
    connection.exec(`PRAGMA wal_autocheckpoint = ${pagesBeforeOwnCheckpoint}`);
    attachAsItIs(connection, file, memoryToWrite);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function attach(connection: DatabaseSync, file: string): void {
  makePrivate(file);
  attachAsItIs(connection, file, memoryToRead);
  migrate(connection, 'cache', cacheMigrations);
}

function attachAsItIs(connection: DatabaseSync, file: string, memoryKiB: number): void {
  connection.prepare('ATTACH DATABASE ? AS cache').run(file);
  connection.exec(`
    PRAGMA cache.journal_mode = WAL;
    PRAGMA cache.synchronous = NORMAL;
    PRAGMA cache.cache_size = -${memoryKiB};
    PRAGMA cache.journal_size_limit = ${largestIdleLog}`);
}

function detach(connection: DatabaseSync): void {
  const isAttached = connection.prepare('PRAGMA database_list').all().some((row) => row['name'] === 'cache');
  if (isAttached) connection.exec('DETACH DATABASE cache');
}

/** Throws `UnsoundFileError` when SQLite's quick check of a whole file finds something. */
export function checkWhole(connection: DatabaseSync, schema: 'main' | 'cache'): void {
  const finding = connection.prepare(`PRAGMA ${schema}.quick_check(1)`).get()?.['quick_check'];
  if (finding !== 'ok') throw new UnsoundFileError(String(finding));
}
