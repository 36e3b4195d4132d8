import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { migrate, NewerDatabaseError, type Migration } from '../../../main/storage/migrate.ts';
import { cacheMigrations } from '../../../main/storage/migrations/cache.ts';
import { journalMigrations } from '../../../main/storage/migrations/journal.ts';

const first: Migration = { version: 1, name: 'parcels', sql: 'CREATE TABLE parcels (id TEXT) STRICT' };
const second: Migration = { version: 2, name: 'weights', sql: 'ALTER TABLE parcels ADD COLUMN weight REAL' };
const broken: Migration = {
  version: 2,
  name: 'weights',
  sql: 'ALTER TABLE parcels ADD COLUMN weight REAL; INSERT INTO nowhere VALUES (1)',
};

let connection: DatabaseSync;

beforeEach(() => {
  connection = new DatabaseSync(':memory:');
});

function columns(): unknown[] {
  return connection.prepare('PRAGMA table_info(parcels)').all().map((row) => row['name']);
}

test('steps are taken in order, and only those that are missing', () => {
  expect(migrate(connection, 'main', [first])).toEqual({ from: 0, to: 1 });
  connection.exec(`INSERT INTO parcels VALUES ('of the version before')`);
  expect(migrate(connection, 'main', [first, second])).toEqual({ from: 1, to: 2 });
  expect(migrate(connection, 'main', [first, second])).toEqual({ from: 2, to: 2 });
  expect(connection.prepare('SELECT * FROM parcels').all()).toEqual([{ id: 'of the version before', weight: null }]);
});

test('a step that fails leaves the file as it was before it', () => {
  migrate(connection, 'main', [first]);
  expect(() => migrate(connection, 'main', [first, broken])).toThrow('Migration 2 of main (weights) failed');
  expect(columns()).toEqual(['id']);
  expect(migrate(connection, 'main', [first, second])).toEqual({ from: 1, to: 2 });
});

test('a file from a newer version is refused', () => {
  migrate(connection, 'main', [first, second]);
  expect(() => migrate(connection, 'main', [first])).toThrow(NewerDatabaseError);
});

test.each([
  ['journal', journalMigrations],
  ['cache', cacheMigrations],
])('the versions of the %s are numbered without gaps', (_name, migrations) => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1));
});
