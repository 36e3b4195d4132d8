import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.mjs';

/** Everything that a build is made from. */
const sources = [
  'main',
  'preload',
  'renderer',
  'assets',
  'scripts/build.mjs',
  'scripts/electron.vite.config.ts',
  'scripts/licences',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Holds the hash of the sources that out/app was built from. */
export const buildMarker = join(projectRoot, 'out', 'app', '.sources-hash');

/** True when out/app was built from the sources as they are now. */
export function buildIsCurrent() {
  return existsSync(buildMarker) && readFileSync(buildMarker, 'utf8') === hashSources();
}

/** One hash over names and contents of all sources. */
export function hashSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder).sort((a, b) => (a < b ? -1 : 1))) {
    hash.update(file).update('\0').update(readFileSync(join(projectRoot, file))).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const full = join(projectRoot, path);
  if (!existsSync(full)) return [];
  if (path.includes('.')) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length));
}
