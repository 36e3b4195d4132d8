import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { expect, test } from 'vitest';
import { standIn } from './launch.ts';
import { temporaryFolder } from './run.ts';

test('docs/tutorial/asar-archives: an app reads inside its archive as in a folder, and cannot change it', async () => {
  using folder = temporaryFolder();
  const archive = path.join(folder.path, 'app.asar');
  await createPackage(path.join(import.meta.dirname, 'fixtures', 'archive'), archive);
  const child = spawnSync(path.join(standIn, 'electron'), [archive, `--user-data-dir=${folder.path}/data`], {
    env: { ...process.env, STATION_HEADLESS: '1' },
  });
  expect(JSON.parse(child.stdout.toString() || JSON.stringify(child.stderr.toString()))).toEqual({
    folder: archive,
    sync: 'наклейка',
    promised: 'наклейка',
    calledBack: 'наклейка',
    bytes: 16,
    size: 16,
    isFolder: true,
    list: ['main.js', 'package.json', 'part'],
    required: 42,
    imported: 42,
    inThread: 42,
    exists: [true, false],
    gone: 'ENOENT',
    quiet: true,
    written: 'ENOTDIR',
  });
});
