import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../../main/storage/index.ts';

let database: Database;

beforeEach(() => {
  database = openDatabase({ journal: ':memory:', cache: ':memory:' });
});

function write(name: string): void {
  database.prepare(`INSERT INTO cache.progress VALUES (?, '')`).run(name);
}

function names(): string[] {
  return database.prepare<{ name: string }>('SELECT name FROM cache.progress ORDER BY name').all().map((row) => row.name);
}

describe('a transaction', () => {
  test('keeps everything, and answers with what its work answers', () => {
    const answer = database.transaction(() => {
      write('a');
      write('b');
      return 'done';
    });
    expect([answer, names()]).toEqual(['done', ['a', 'b']]);
  });

  test('that fails keeps nothing, and the next one works', () => {
    const fail = () =>
      database.transaction(() => {
        write('a');
        throw new Error('no more');
      });
    expect(fail).toThrow('no more');
    database.transaction(() => write('b'));
    expect(names()).toEqual(['b']);
  });

  test('inside another one joins it', () => {
    const fail = () =>
      database.transaction(() => {
        database.transaction(() => write('a'));
        throw new Error('later');
      });
    expect(fail).toThrow('later');
    expect(names()).toEqual([]);
  });

  test('inside another one takes that with it when it fails, also when its failure is caught', () => {
    const fail = () =>
      database.transaction(() => {
        write('a');
        try {
          database.transaction(() => {
            write('b');
            throw new Error('inner');
          });
        } catch {
          write('c');
        }
      });
    expect(fail).toThrow('inner');
    expect(names()).toEqual([]);
  });

  test('whose COMMIT fails says why, and the next one works', () => {
    // A foreign key that is checked at COMMIT only: the COMMIT itself fails, as on a full disk.
    const fail = () =>
      database.transaction(() => {
        database.prepare('PRAGMA defer_foreign_keys = ON').run();
        database.prepare(`INSERT INTO receipt_lines VALUES ('no receipt', '1', 'ORD-1', 1, 1, '')`).run();
      });
    expect(fail).toThrow(/FOREIGN KEY/);
    database.transaction(() => write('b'));
    expect([names(), database.prepare('SELECT * FROM receipt_lines').all()]).toEqual([['b'], []]);
  });

  test('that SQLite has rolled back by itself says what went wrong first', () => {
    database.prepare('PRAGMA cache.max_page_count = 40').run();
    const fail = () =>
      database.transaction(() => {
        for (let number = 0; number < 1000; number += 1) {
          database.prepare('INSERT INTO cache.progress VALUES (?, ?)').run(`name ${number}`, 'x'.repeat(2000));
        }
      });
    expect(fail).toThrow(/full/);
    expect(names()).toEqual([]);
    database.transaction(() => write('b'));
    expect(names()).toEqual(['b']);
  });
});
