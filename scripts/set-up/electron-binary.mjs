import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeModules, projectNode } from './project.mjs';
import { run, say } from './run.mjs';

const electron = join(nodeModules, 'electron');
const failureMark = join(nodeModules, '.station-electron-download-failed');
const downloadLimitMs = 5 * 60_000;
const retryAfterMs = 24 * 60 * 60_000;

/**
 * Path of an Electron executable that runs here, or null. Tries to fetch it once; a failure is remembered for a day, so
 * that the next starts do not wait for it.
 */
export async function ensureElectronBinary() {
  const present = installedBinary();
  if (present !== null) return (await itRuns(present)) ? present : null;
  if (failedLately()) return null;

  say("Fetching Electron's binary.");
  const { code } = await run(projectNode(), [join(electron, 'install.js')], { limitMs: downloadLimitMs });
  const fetched = code === 0 ? installedBinary() : null;
  if (fetched !== null && (await itRuns(fetched))) {
    rmSync(failureMark, { force: true });
    return fetched;
  }
  writeFileSync(failureMark, '');
  return null;
}

function installedBinary() {
  const pathFile = join(electron, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(electron, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** A bare system may lack libraries that Electron is linked against. */
async function itRuns(binary) {
  const environment = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { code } = await run(binary, ['-e', 'process.exit(0)'], { environment, limitMs: 15_000 });
  if (code !== 0) say("Electron's binary is here, but does not run on this system.");
  return code === 0;
}

function failedLately() {
  return existsSync(failureMark) && Date.now() - statSync(failureMark).mtimeMs < retryAfterMs;
}
