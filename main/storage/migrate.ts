import type { DatabaseSync } from 'node:sqlite';

/** One forward step of a database file. Steps are numbered from 1 without gaps and never changed once released. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}

/** The file was written by a newer version of the app; opening it could lose what that version keeps there. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
  readonly schema: string;
  readonly found: number;
  readonly known: number;

  constructor(schema: string, found: number, known: number) {
    super(`The ${schema} file has version ${found}; this app knows versions up to ${known}.`);
    this.schema = schema;
    this.found = found;
    this.known = known;
  }
}

/**
 * Brings `schema` ('main' or an attached name) forward to the newest version, each step in a transaction of its own.
 * @returns the version before and after. Throws `NewerDatabaseError` when the file is ahead of the app.
 */
export function migrate(
  connection: DatabaseSync,
  schema: string,
  migrations: readonly Migration[],
): { from: number; to: number } {
  const from = readVersion(connection, schema);
  const known = migrations.at(-1)?.version ?? 0;
  if (from > known) throw new NewerDatabaseError(schema, from, known);
  for (const migration of migrations) {
    if (migration.version <= from) continue;
    connection.exec('BEGIN IMMEDIATE');
    try {
      connection.exec(migration.sql);
      connection.exec(`PRAGMA ${schema}.user_version = ${migration.version}`);
      connection.exec('COMMIT');
    } catch (error) {
      if (connection.isTransaction) connection.exec('ROLLBACK');
      throw new Error(`Migration ${migration.version} of ${schema} (${migration.name}) failed`, { cause: error });
    }
  }
  return { from, to: known };
}

function readVersion(connection: DatabaseSync, schema: string): number {
  const row = connection.prepare(`PRAGMA ${schema}.user_version`).get();
  return Number(row?.['user_version'] ?? 0);
}
