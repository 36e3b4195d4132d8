import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeModules } from '../set-up/project.mjs';

/** What @electron/fuses looks for in Electron's executable (electron/fuses, README "Wire format"). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * A folder in the place of Electron's own, so that electron-builder can lay out an application where Electron's binary
 * cannot be had. Its executable only says so, and has the fuses that Electron has, so that setting them is done for real.
 */
export function makePlaceholderElectron(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(nodeModules, 'electron', 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'electron'), Buffer.concat([says, fuseWire()]), { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['chrome-sandbox', 'LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), '');
  return folder;
}

const says = Buffer.from('#!/bin/sh\necho "This is no Electron: it only holds its place while the package is checked." >&2\nexit 1\n');

function fuseWire() {
  const count = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name))).length;
  return Buffer.concat([Buffer.from(sentinel), Buffer.from([Number(FuseVersion.V1), count]), Buffer.from('0'.repeat(count))]);
}
