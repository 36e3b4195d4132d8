import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { databaseFault } from '../../../main/station/database-fault.ts';

describe('a failure of the local database', () => {
  it('is told with its reason: a full disk', () => {
    const database = new DatabaseSync(':memory:');
    database.exec('PRAGMA max_page_count = 2; CREATE TABLE receipts (text TEXT)');
    const thrown = catchFrom(() => database.prepare('INSERT INTO receipts VALUES (?)').run('x'.repeat(100_000)));
    expect(databaseFault(thrown)?.error).toEqual({ code: 'database', details: { reason: 'full' } });
  });

  it('is told with its reason: read-only', () => {
    const database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE receipts (text TEXT); PRAGMA query_only = 1');
    const thrown = catchFrom(() => database.exec("INSERT INTO receipts VALUES ('x')"));
    expect(databaseFault(thrown)?.error).toEqual({ code: 'database', details: { reason: 'read-only' } });
  });

  it('is nothing else', () => {
    expect(databaseFault(new Error('something else'))).toBeNull();
    expect(databaseFault('text')).toBeNull();
  });
});

function catchFrom(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return null;
}
