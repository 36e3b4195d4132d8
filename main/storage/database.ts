import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { cacheMigrations } from './migrations/cache.ts';
import { journalMigrations } from './migrations/journal.ts';
import { migrate, NewerDatabaseError } from './migrate.ts';

/** A row as SQLite gives it; columns are named as in the migrations. */
export type Row = Record<string, SQLInputValue>;

/** A prepared statement whose rows have the shape `R`. */
export interface Statement<R extends object> {
  /** First row, or undefined. */
  get(...values: SQLInputValue[]): R | undefined;
  all(...values: SQLInputValue[]): R[];
  run(...values: SQLInputValue[]): { changes: number };
}

/**
 * The station's local database: the durable journal, with the cache attached as `cache`. Synchronous; statements are
 * short and prepared once. One process has it open at a time (the app holds a single-instance lock per profile).
 */
export interface Database {
  /** Prepares once per SQL text. */
  prepare<R extends object = Row>(sql: string): Statement<R>;
  /**
   * Runs `work` in one transaction; on return the change is on disk (journal: fsynced). Inside another transaction it
   * joins that one.
   */
  transaction<T>(work: () => T): T;
  /** What opening had to do; the person is told. */
  readonly opened: { cacheRebuilt: boolean };
  close(): void;
}

export interface DatabaseFiles {
  journal: string;
  cache: string;
}

/**
 * Opens both files, making or migrating them. A cache that cannot be read is set aside and made anew, since OT Platform
 * has everything that is in it. A journal that cannot be read throws `JournalDamagedError`: it is never silently emptied.
 */
export function openDatabase(files: DatabaseFiles): Database {
  mkdirSync(dirname(files.journal), { recursive: true, mode: 0o700 });
  mkdirSync(dirname(files.cache), { recursive: true, mode: 0o700 });
  const connection = openJournal(files.journal);
  try {
    const cacheRebuilt = attachCache(connection, files.cache);
    return wrap(connection, { cacheRebuilt });
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** The journal file is damaged. It is left as it is; the message and docs tell what to do next. */
export class JournalDamagedError extends Error {
  override readonly name = 'JournalDamagedError';
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super('The journal file of this station cannot be read.', { cause });
    this.file = file;
  }
}

function openJournal(file: string): DatabaseSync {
  let connection: DatabaseSync | null = null;
  try {
    connection = new DatabaseSync(file, { enableForeignKeyConstraints: true });
    connection.exec('PRAGMA main.journal_mode = WAL; PRAGMA main.synchronous = FULL; PRAGMA busy_timeout = 2000');
    if (!isSound(connection, 'main')) throw new Error('quick_check found damage');
    migrate(connection, 'main', journalMigrations);
    return connection;
  } catch (error) {
    connection?.close();
    if (error instanceof NewerDatabaseError) throw error;
    throw new JournalDamagedError(file, error);
  }
}

/** @returns true when an unreadable cache was set aside and a new one made. */
function attachCache(connection: DatabaseSync, file: string): boolean {
  try {
    attach(connection, file);
    return false;
  } catch (error) {
    if (error instanceof NewerDatabaseError) throw error;
    detachQuietly(connection);
    setAside(file);
    attach(connection, file);
    return true;
  }
}

function attach(connection: DatabaseSync, file: string): void {
  connection.prepare('ATTACH DATABASE ? AS cache').run(file);
  // A million lines are half a gigabyte: 64 MB of page cache keep the indexes' upper levels in memory.
  connection.exec('PRAGMA cache.journal_mode = WAL; PRAGMA cache.synchronous = NORMAL; PRAGMA cache.cache_size = -65536');
  migrate(connection, 'cache', cacheMigrations);
}

function detachQuietly(connection: DatabaseSync): void {
  try {
    connection.exec('DETACH DATABASE cache');
  } catch {
    // It was never attached.
  }
}

function setAside(file: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  renameSync(file, `${file}.unreadable`);
}

function isSound(connection: DatabaseSync, schema: string): boolean {
  const row = connection.prepare(`PRAGMA ${schema}.quick_check(1)`).get();
  return row?.['quick_check'] === 'ok';
}

function wrap(connection: DatabaseSync, opened: Database['opened']): Database {
  const statements = new Map<string, StatementSync>();
  let inTransaction = false;

  return {
    opened,
    prepare<R extends object>(sql: string): Statement<R> {
      const statement = statements.get(sql) ?? connection.prepare(sql);
      statements.set(sql, statement);
      return {
        get: (...values) => statement.get(...values) as R | undefined,
        all: (...values) => statement.all(...values) as R[],
        run: (...values) => ({ changes: Number(statement.run(...values).changes) }),
      };
    },
    transaction(work) {
      if (inTransaction) return work();
      connection.exec('BEGIN IMMEDIATE');
      inTransaction = true;
      try {
        const result = work();
        connection.exec('COMMIT');
        return result;
      } catch (error) {
        connection.exec('ROLLBACK');
        throw error;
      } finally {
        inTransaction = false;
      }
    },
    close() {
      connection.close();
    },
  };
}
