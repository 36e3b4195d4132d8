import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepCheckpoints, openDatabase, type Database } from '../../../main/storage/index.ts';

let folder: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'station-checkpoints-'));
  database = openDatabase({ journal: join(folder, 'journal.db'), cache: join(folder, 'cache.db') });
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

test('what was written gets from the log into the file while the station goes on', async () => {
  const { journal, cache } = database.files;
  const onFailed = vi.fn();
  const insert = database.prepare(`INSERT INTO scans VALUES (?, 1, ?, 'typed', 'YT1', 'found', 1, 1, NULL, 'Li', 'st 1')`);
  for (let number = 0; number < 200; number += 1) insert.run(`scan ${number}`, 'x'.repeat(2000));
  expect(statSync(journal).size).toBeLessThan(200_000);

  const checkpoints = keepCheckpoints([journal, cache], onFailed);
  await vi.waitFor(() => expect(statSync(journal).size).toBeGreaterThan(400_000), { timeout: 20_000 });
  insert.run('one more', 'x');
  await checkpoints.stop();
  expect(onFailed).not.toHaveBeenCalled();
  expect(database.prepare('SELECT count(*) AS scans FROM scans').get()).toEqual({ scans: 201 });
});

test('a thread that cannot open a file says so', async () => {
  const onFailed = vi.fn();
  const checkpoints = keepCheckpoints([join(folder, 'no folder', 'journal.db')], onFailed);
  await vi.waitFor(() => expect(onFailed).toHaveBeenCalledTimes(1), { timeout: 20_000 });
  await checkpoints.stop();
});
