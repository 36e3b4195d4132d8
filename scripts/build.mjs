// Bundles main, preload and renderer into out/app. Does nothing when no source has changed since the last build.
//   npm run build              as above
//   npm run build -- --force   builds in any case
import { build } from 'electron-vite';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIsCurrent, buildMarker, hashSources } from './set-up/build-state.mjs';
import { projectRoot } from './set-up/project.mjs';

process.chdir(projectRoot);

if (buildIsCurrent() && !process.argv.includes('--force')) {
  console.log('The app is built already.');
} else {
  await buildAll();
}

async function buildAll() {
  const startedAt = Date.now();
  // Taken before the build: what is saved while it runs is built next time.
  const hash = hashSources();
  rmSync(join(projectRoot, 'out', 'app'), { recursive: true, force: true });
  await build({ configFile: join(projectRoot, 'scripts', 'electron.vite.config.ts'), logLevel: 'warn' });
  mkdirSync(dirname(buildMarker), { recursive: true });
  writeFileSync(buildMarker, hash);
  console.log(`Built the app in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}
