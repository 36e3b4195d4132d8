import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { isDamage } from './database-error.ts';
import { noteDamage } from './files.ts';
import { attachCache, checkWhole, openJournal, openOnlyCache } from './open-files.ts';
import { turnsOf, type Turns } from './turns.ts';

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
   * joins that one: when either fails, nothing of both remains.
   */
  transaction<T>(work: () => T): T;
  /** Where it lies. */
  readonly files: DatabaseFiles;
  /** What opening had to do; the person is told. */
  readonly opened: { cacheRebuilt: boolean };
  /** Who writes into the cache first, here or in a thread with `openCacheBeside`. */
  readonly turns: Turns;
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
  const connection = openJournal(files.journal);
  try {
    const cacheRebuilt = attachCache(connection, files.cache);
    return createDatabase(connection, files, { cacheRebuilt });
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * A second connection for a thread that writes into the cache, which the main process has open; the journal is not
 * there. Whoever uses it gives way by `turns`.
 */
export function openCacheBeside(file: string): Database {
  return createDatabase(openOnlyCache(file), { journal: ':memory:', cache: file }, { cacheRebuilt: false });
}

function createDatabase(connection: DatabaseSync, files: DatabaseFiles, opened: Database['opened']): Database {
  const statements = new Map<string, StatementSync>();
  const turns = turnsOf();
  const transaction = createTransaction(connection, turns);

  /** A statement that writes by itself waits for its turn as a transaction does. */
  function inTurn<T>(work: () => T): T {
    if (connection.isTransaction) return work();
    turns.ask();
    try {
      return work();
    } finally {
      turns.done();
    }
  }

  /** SQLite does not say which file is damaged. When the journal is sound it is the cache: the next start renews it. */
  function watched<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (isDamage(error) && isJournalSound()) noteDamage(files.cache);
      throw error;
    }
  }

  function isJournalSound(): boolean {
    try {
      checkWhole(connection, 'main');
      return true;
    } catch {
      return false;
    }
  }

  return {
    files,
    opened,
    turns,
    prepare<R extends object>(sql: string): Statement<R> {
      const statement = statements.get(sql) ?? watched(() => connection.prepare(sql));
      statements.set(sql, statement);
      return {
        get: (...values) => watched(() => statement.get(...values) as R | undefined),
        all: (...values) => watched(() => statement.all(...values) as R[]),
        run: (...values) => watched(() => inTurn(() => ({ changes: Number(statement.run(...values).changes) }))),
      };
    },
    transaction,
    close() {
      connection.close();
    },
  };
}

function createTransaction(connection: DatabaseSync, turns: Turns): Database['transaction'] {
  let depth = 0;
  /** The failure of an inner transaction, also when the outer one's work has caught it. */
  let failure: { error: unknown } | null = null;

  function join<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      failure ??= { error };
      throw error;
    }
  }

  return (work) => {
    if (depth > 0) return join(work);
    turns.ask();
    depth += 1;
    failure = null;
    try {
      connection.exec('BEGIN IMMEDIATE');
      const result = join(work);
      if (failure !== null) throw (failure as { error: unknown }).error;
      connection.exec('COMMIT');
      return result;
    } catch (error) {
      rollBack(connection);
      throw error;
    } finally {
      depth -= 1;
      turns.done();
    }
  };
}

/** A failed COMMIT (a full disk) may have rolled back by itself. What went wrong first is what has to be heard of. */
function rollBack(connection: DatabaseSync): void {
  try {
    if (connection.isTransaction) connection.exec('ROLLBACK');
  } catch {
    // SQLite drops an open transaction with the connection at the latest; the error that led here is thrown.
  }
}
