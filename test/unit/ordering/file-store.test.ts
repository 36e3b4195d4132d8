import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFileStore } from '../../../main/ordering/imports/file-store.ts';
import { openDatabase } from '../../../main/storage/index.ts';

test.skipIf(process.platform === 'win32')('a file of orders is kept for the user alone, and so is its folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'order-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  onTestFinished(() => database.close());
  createFileStore(database, folder, () => 0).keep({ id: 'one', name: 'orders.csv', format: 'csv' }, new TextEncoder().encode('reference,item'));

  const place = join(folder, 'order-files');
  expect(readdirSync(place)).toEqual(['one']);
  expect([place, join(place, 'one')].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
});
