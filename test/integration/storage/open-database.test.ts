import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journalMigrations } from '../../../main/storage/migrations/journal.ts';
import { JournalDamagedError, NewerDatabaseError, openDatabase, type Database } from '../../../main/storage/index.ts';

let folder: string;
let journal: string;
let cache: string;
let open: Database[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'station-storage-'));
  journal = join(folder, 'data', 'journal.db');
  cache = join(folder, 'data', 'cache.db');
  open = [];
});

afterEach(() => {
  for (const database of open) database.close();
  rmSync(folder, { recursive: true });
});

function openFiles(): Database {
  const database = openDatabase({ journal, cache });
  open.push(database);
  return database;
}

function closeAll(): void {
  for (const database of open.splice(0)) database.close();
}

function writeScans(database: Database, count: number): void {
  database.transaction(() => {
    for (let number = 0; number < count; number += 1) {
      database
        .prepare(`INSERT INTO scans VALUES (?, 1, 'raw', 'typed', ?, 'found', 1, 1, NULL, 'Li', 'st 1')`)
        .run(`scan ${number}`, `YT${number}`);
    }
  });
}

function countScans(database: Database): number {
  return database.prepare<{ scans: number }>('SELECT count(*) AS scans FROM scans').get()?.scans ?? 0;
}

/** Overwrites the middle of each page from the given one on, as a failing disk would. */
function scribble(file: string, firstPage: number): void {
  const bytes = readFileSync(file);
  for (let page = firstPage; (page + 1) * 4096 <= bytes.length; page += 1) bytes.fill(0xa5, page * 4096, page * 4096 + 2048);
  writeFileSync(file, bytes);
}

describe('files', () => {
  test('are made for this user only, and what is in them is there after opening again', () => {
    writeScans(openFiles(), 3);
    const rights = (file: string) => statSync(file).mode & 0o777;
    expect([rights(join(folder, 'data')), rights(journal), rights(cache)]).toEqual([0o700, 0o600, 0o600]);
    expect([rights(`${journal}-wal`), rights(`${journal}-shm`)]).toEqual([0o600, 0o600]);
    closeAll();
    const again = openFiles();
    expect(countScans(again)).toBe(3);
    expect(again.opened).toEqual({ cacheRebuilt: false });
  });

  test('of an older kind lose rights that others had', () => {
    openFiles();
    closeAll();
    chmodSync(journal, 0o644);
    openFiles();
    expect(statSync(journal).mode & 0o777).toBe(0o600);
  });
});

describe('a damaged journal', () => {
  test('whose head is gone is not opened and not touched', () => {
    writeScans(openFiles(), 3);
    closeAll();
    scribble(journal, 0);
    const before = readFileSync(journal);
    expect(openFiles).toThrow(JournalDamagedError);
    expect(readFileSync(journal).equals(before)).toBe(true);
  });

  test('whose damage lies deep inside is found by the check', () => {
    writeScans(openFiles(), 2000);
    closeAll();
    scribble(journal, 40);
    const before = readFileSync(journal);
    expect(openFiles).toThrow(JournalDamagedError);
    expect(readFileSync(journal).equals(before)).toBe(true);
  });

  test('is told from one that may not be opened', () => {
    writeScans(openFiles(), 1);
    closeAll();
    const directory = join(folder, 'data', 'a-directory');
    expect(() => openDatabase({ journal: folder, cache: directory })).not.toThrow(JournalDamagedError);
    expect(() => openDatabase({ journal: folder, cache: directory })).toThrow(/EISDIR/);
  });
});

describe('a damaged cache', () => {
  test('is set aside and made anew, and the journal stays', () => {
    const database = openFiles();
    writeScans(database, 3);
    database.prepare(`INSERT INTO cache.progress VALUES ('fill', 'half')`).run();
    closeAll();
    writeFileSync(cache, 'this was a database once '.repeat(1000));

    const again = openFiles();
    expect(again.opened).toEqual({ cacheRebuilt: true });
    expect(countScans(again)).toBe(3);
    expect(again.prepare('SELECT * FROM cache.progress').all()).toEqual([]);
    expect(readFileSync(`${cache}.unreadable`, 'utf8')).toContain('this was a database once');
    closeAll();
    expect(openFiles().opened).toEqual({ cacheRebuilt: false });
  });

  test('whose damage shows only in use is made anew by the next start', () => {
    const database = openFiles();
    const fill = database.prepare(`INSERT INTO cache.progress VALUES (?, ?)`);
    database.transaction(() => {
      for (let number = 0; number < 500; number += 1) fill.run(`name ${number}`, 'x'.repeat(500));
    });
    closeAll();
    scribble(cache, 80);

    const damaged = openFiles();
    expect(damaged.opened).toEqual({ cacheRebuilt: false });
    expect(() => damaged.prepare('SELECT sum(length(value)) FROM cache.progress').get()).toThrow(/malformed/);
    closeAll();
    expect(openFiles().opened).toEqual({ cacheRebuilt: true });
    closeAll();
    expect(openFiles().opened).toEqual({ cacheRebuilt: false });
  });

  test('is made anew when a newer version wrote it', () => {
    openFiles();
    closeAll();
    setVersion(cache, 900);
    expect(openFiles().opened).toEqual({ cacheRebuilt: true });
  });
});

test('a journal of a newer version is left alone', () => {
  writeScans(openFiles(), 3);
  closeAll();
  setVersion(journal, 900);
  expect(openFiles).toThrow(NewerDatabaseError);
  setVersion(journal, journalMigrations.at(-1)?.version ?? 0);
  expect(countScans(openFiles())).toBe(3);
});

test('the write-ahead logs stay small while much is written', () => {
  const database = openFiles();
  const insert = database.prepare(`INSERT OR REPLACE INTO cache.progress VALUES (?, ?)`);
  for (let page = 0; page < 100; page += 1) {
    database.transaction(() => {
      for (let number = 0; number < 100; number += 1) insert.run(`${page}/${number}`, 'x'.repeat(3000));
    });
  }
  expect(statSync(cache).size).toBeGreaterThan(20_000_000);
  expect(statSync(`${cache}-wal`).size).toBeLessThan(17_000_000);
});

test('a large transaction leaves no large log behind', () => {
  const database = openFiles();
  const insert = database.prepare(`INSERT INTO cache.progress VALUES (?, ?)`);
  database.transaction(() => {
    for (let number = 0; number < 10_000; number += 1) insert.run(`${number}`, 'x'.repeat(3000));
  });
  insert.run('one more', '');
  insert.run('and another', '');
  expect(statSync(`${cache}-wal`).size).toBeLessThan(17_000_000);
  expect(existsSync(`${cache}-wal`)).toBe(true);
});

function setVersion(file: string, version: number): void {
  const connection = new DatabaseSync(file);
  connection.exec(`PRAGMA user_version = ${version}`);
  connection.close();
}
