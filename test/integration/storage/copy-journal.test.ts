import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyJournal, newestCopy, openDatabase, type Database } from '../../../main/storage/index.ts';

let folder: string;
let journal: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'station-copies-'));
  journal = join(folder, 'journal.db');
  database = openDatabase({ journal, cache: join(folder, 'cache.db') });
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const day = (number: number): number => new Date(2026, 10, number, 9).getTime();
const copies = (): string[] => readdirSync(join(folder, 'copies')).sort();

function writeScan(id: string): void {
  database.prepare(`INSERT INTO scans VALUES (?, 1, 'raw', 'typed', 'YT1', 'found', 1, 1, NULL, 'Li', 'st 1')`).run(id);
}

/** Far more than is copied in one step. */
function writeManyScans(): void {
  const insert = database.prepare(`INSERT INTO scans VALUES (?, 1, ?, 'typed', 'YT1', 'found', 1, 1, NULL, 'Li', 'st 1')`);
  database.transaction(() => {
    for (let number = 0; number < 3000; number += 1) insert.run(`scan ${number}`, 'x'.repeat(3000));
  });
}

function scansIn(file: string): number {
  const copy = new DatabaseSync(file, { readOnly: true });
  const row = copy.prepare('SELECT count(*) AS scans FROM scans').get();
  copy.close();
  return Number(row?.['scans']);
}

test('a copy holds what was written by then, once a day', async () => {
  writeScan('first');
  const file = await copyJournal(journal, day(23));
  expect(file).toBe(join(folder, 'copies', 'journal-2026-11-23.db'));
  writeScan('second');
  expect(await copyJournal(journal, day(23))).toBeNull();
  expect(scansIn(file ?? '')).toBe(1);
  expect(statSync(file ?? '').mode & 0o777).toBe(0o600);
});

test('a copy can be put in the place of the journal', async () => {
  writeScan('first');
  const file = (await copyJournal(journal, day(23))) ?? '';
  const restored = openDatabase({ journal: file, cache: ':memory:' });
  expect(restored.prepare('SELECT id FROM scans').all()).toEqual([{ id: 'first' }]);
  restored.close();
});

test('the journal is written to while it is copied', async () => {
  writeManyScans();
  const copying = copyJournal(journal, day(23));
  for (let number = 0; number < 50; number += 1) {
    writeScan(`meanwhile ${number}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const file = (await copying) ?? '';
  const copy = new DatabaseSync(file, { readOnly: true });
  expect(copy.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  copy.close();
  expect(scansIn(file)).toBeGreaterThanOrEqual(3000);
});

test('seven copies are kept, the oldest goes first', async () => {
  for (let number = 1; number <= 9; number += 1) await copyJournal(journal, day(number));
  expect(copies()).toEqual(Array.from({ length: 7 }, (_, index) => `journal-2026-11-0${index + 3}.db`));
});

test('the newest copy can be asked for', async () => {
  expect(newestCopy(journal)).toBeNull();
  for (const number of [21, 23, 22]) await copyJournal(journal, day(number));
  expect(newestCopy(journal)).toBe(join(folder, 'copies', 'journal-2026-11-23.db'));
});

test('a copy that is given up leaves nothing behind', async () => {
  writeManyScans();
  const closing = new AbortController();
  const copying = copyJournal(journal, day(23), { signal: closing.signal });
  closing.abort();
  await expect(copying).rejects.toThrow(/abort/i);
  expect(copies()).toEqual([]);
});

test('a copy that fails leaves nothing behind', async () => {
  await expect(copyJournal(join(folder, 'none.db'), day(23))).rejects.toThrow(/open/);
  expect(copies()).toEqual([]);
});
