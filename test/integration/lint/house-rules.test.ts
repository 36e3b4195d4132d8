import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** Files that break a rule of the house, each with what lint has to say of it. */
const broken: [file: string, source: string, says: string][] = [
  ['main/orders/to-a-sister.ts', "import '../sessions/index.ts';", 'main/orders/to-a-sister.ts imports main/sessions/index.ts, but main/orders may import'],
  ['main/orders/by-a-type.ts', "export type A = import('../receiving/index.ts').Receiving;", 'imports main/receiving/index.ts, but main/orders may'],
  ['main/receiving/upward.ts', "export * from '../station/index.ts';", 'imports main/station/index.ts, but main/receiving may'],
  ['main/station/inside.ts', "import '../storage/files.ts';", 'others come into main/storage through its index.ts only'],
  ['main/station/to-the-shell.ts', "import '../shell/ipc.ts';", 'imports main/shell/ipc.ts, but main/station may'],
  ['main/shell/to-the-pages.ts', "await import('../../renderer/i18n/index.ts');", 'imports renderer/i18n/index.ts, but main/shell may'],
  ['main/practice/to-the-client.ts', "import '../otapi/index.ts';", 'main/practice may import nothing'],
  ['main/waybills/impure.ts', "import 'node:fs';", 'of packages main/waybills may import nothing'],
  ['main/storage/to-the-contract.ts', "import '../../preload/contract/index.ts';", 'main/storage may import nothing'],
  ['main/station/electron.ts', "import { app } from 'electron';", 'imports electron, which is for main/shell, main/index.ts, preload/station.ts only'],
  ['main/sync/http.ts', "import axios from 'axios';", 'imports axios, which is for main/otapi only'],
  ['main/new-room/index.ts', "import '../otapi/index.ts';", 'main/new-room/index.ts is in no room'],
  ['preload/contract/not-alone.ts', "import '../../main/orders/index.ts';", 'preload/contract may import nothing'],
  ['preload/contract/of-node.ts', "import 'node:path';", 'preload/contract may import zod only'],
  ['renderer/orders/to-main.ts', "import '../../main/orders/index.ts';", 'imports main/orders/index.ts, but renderer/orders may'],
  ['renderer/orders/of-node.ts', "import 'node:fs';", 'imports node:fs, but of packages renderer/orders may'],
  ['renderer/outbox/to-a-screen.tsx', "import '../receive/desk.ts';", 'imports renderer/receive/desk.ts, but renderer/outbox may'],
  ['renderer/bridge/to-a-screen.ts', "import '../receive/desk.ts';", 'imports renderer/receive/desk.ts, but renderer/bridge may'],
  ['renderer/scanner/impure.ts', "import 'react';", 'of packages renderer/scanner may import nothing'],
  ['test/stand-in/to-the-app.ts', "import '../../main/shell/ipc.ts';", 'test/stand-in may import node_modules/playwright-core only'],
  ['test/unit/practice/to-the-client.ts', "import '../../../main/otapi/index.ts';", 'test/unit/practice may import main/practice only'],
  ['preload/station.ts', "import './contract/index.ts';", 'preload/station.ts may import only types'],
  ['main/shell/bridge.ts', "import { ipcRenderer } from 'electron';", 'Only preload/station.ts may take ipcRenderer out of electron'],
  ['main/shell/calls.ts', "import { ipcMain as calls } from 'electron';", 'Only main/index.ts may take ipcMain out of electron'],
  ['main/shell/everything.ts', "import * as electron from 'electron';", 'imports the whole of electron'],
  ['main/index.ts', "import { ipcMain } from 'electron';\nipcMain.on('a', () => {});", 'Only main/shell/ipc.ts may listen to pages'],
  ['main/shell/of-one-window.ts', "contents.ipc.handle('a', () => {});", 'Only main/shell/ipc.ts may listen to pages'],
  ['renderer/ui/text.tsx', 'export const A = () => <p>Saved</p>;', '"Saved" is a text for people'],
  ['renderer/ui/choice.tsx', "export const A = () => <p>{saved ? 'Saved' : t('no')}</p>;", '"Saved" is a text for people'],
  ['renderer/ui/label.tsx', 'export const A = () => <a aria-label={`Remove ${name}`} />;', '"Remove" is a text for people'],
  ['renderer/ui/sentence.ts', "export const note = 'Not saved yet';", '"Not saved yet" is a text for people'],
  ['renderer/ui/russian.ts', "export const note = 'готово';", '"готово" is a text for people'],
  ['main/shell/box.ts', "void dialog.showMessageBox({ message: 'Failed' });", '"Failed" is a text for people'],
  ['main/shell/page.ts', 'export const page = `<h1>Stopped</h1>`;', '"Stopped" is a text for people'],
];

/** What the rules let pass, beside what they refuse. */
const sound: [file: string, source: string][] = [
  ['main/orders/sound.ts', "import { x } from '../storage/index.ts';\nimport 'node:fs';\nimport type { A } from '../../preload/contract/orders.ts';"],
  ['main/shell/sound.ts', "import { app } from 'electron';\nlog.warn({}, 'The window has gone');\nthrow new Error('This should not be');"],
  ['preload/contract/sound.ts', "import { z } from 'zod';"],
  ['renderer/ui/sound.tsx', "export const A = () => <p title={t('a.b')}><kbd>Esc</kbd> {a} %</p>;\nnode.closest('input, textarea');"],
  ['test/unit/orders/sound.ts', "import '../../../main/orders/line-words.ts';"],
];

let folder = '';
let told: { filename: string; message: string }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'station-lint-'));
  for (const [file, source] of [...broken, ...sound]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${source}\n`);
  }
  const rules = Object.fromEntries(['directions', 'one-way-in', 'texts-in-locale-files'].map((rule) => [`station/${rule}`, 'error']));
  const configuration = { jsPlugins: [join(root, 'scripts/lint/plugin.mjs')], categories: { correctness: 'off' }, rules };
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(configuration));
  const report = await run(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json'], { cwd: folder }).catch(
    // It ends with 1 when it has found something.
    (error: { stdout: string }) => error,
  );
  told = JSON.parse(report.stdout).diagnostics;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function toldOf(file: string): string[] {
  return told.filter(({ filename }) => filename === file).map(({ message }) => message);
}

describe('lint refuses', () => {
  test.each(broken)('%s', (file, _source, says) => {
    expect(toldOf(file)).toEqual([expect.stringContaining(says)]);
  });
});

describe('lint lets pass', () => {
  test.each(sound)('%s', (file) => {
    expect(toldOf(file)).toEqual([]);
  });
});
