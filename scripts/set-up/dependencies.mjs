import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeModules, projectRoot } from './project.mjs';
import { run, say, SetUpError } from './run.mjs';

const lockFile = join(projectRoot, 'package-lock.json');
const installedLock = join(nodeModules, '.package-lock.json');
const lockHashFile = join(nodeModules, '.station-lock-hash');

/** Brings node_modules to what package-lock.json says; does nothing when it is there already. */
export async function ensureDependencies() {
  const lock = readFileSync(lockFile, 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (readIfThere(lockHashFile) === hash) return;
  if (!agreesWithInstalled(lock)) await install();
  writeFileSync(lockHashFile, hash);
}

async function install() {
  say('Installing the packages (npm ci): about a minute the first time.');
  const { command, args, shell } = npm();
  const { code } = await run(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { show: true, shell });
  if (code !== 0) throw new SetUpError(`npm ci ended with code ${code}; its messages are above.`);
}

/** The npm that runs this script, else the one on the PATH. */
function npm() {
  const running = process.env.npm_execpath;
  if (running?.endsWith('.js')) return { command: process.execPath, args: [running], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** npm keeps a list of what it has put into node_modules: a person may have run npm before us. */
function agreesWithInstalled(lock) {
  const installed = readIfThere(installedLock);
  if (installed === null) return false;
  const wantedPackages = JSON.parse(lock).packages;
  const installedPackages = JSON.parse(installed).packages;
  return Object.entries(wantedPackages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installedPackages[path];
    // Optional packages for other systems are not installed.
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
