import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say, SetUpError } from './run.mjs';

/** What the tests of the scanner and of the keychain need, by Debian's package names, each with the proof that it is there. */
const forTests = {
  xvfb: () => onPath('Xvfb'),
  'x11-xkb-utils': () => onPath('setxkbmap') && onPath('xkbcomp'),
  'gnome-keyring': () => onPath('gnome-keyring-daemon'),
  dbus: () => onPath('dbus-run-session'),
};

/** Installs the packages that the tests need and that are missing. Only for Linux; others test without a display server. */
export async function ensureTestPackages() {
  if (process.platform !== 'linux') return;
  const missing = Object.keys(forTests).filter((name) => !forTests[name]());
  if (missing.length > 0) await installDebianPackages(missing, 'The tests need them.');
}

/** True when a font with Chinese letters is installed. */
export async function hasChineseFont() {
  const { code, output } = await run('fc-list', [':lang=zh', 'family']);
  return code === 0 && output.trim() !== '';
}

/** True when this is a Debian (or a system made of it) and we may install packages. */
export function canInstallDebianPackages() {
  return onPath('apt-get') && process.getuid?.() === 0;
}

/** Installs packages, or throws `SetUpError` with the one command that a person has to run. */
export async function installDebianPackages(names, why) {
  const list = names.join(' ');
  if (!onPath('apt-get')) {
    throw new SetUpError(`Missing: ${list} (names of Debian's packages). ${why} Please install their like on this system.`);
  }
  if (!canInstallDebianPackages()) {
    throw new SetUpError(`Missing: ${list}. ${why} Please run:\n\n    sudo apt-get install --no-install-recommends ${list}\n`);
  }
  say(`Installing Debian's packages: ${list}.`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { environment });
  const { code, output } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { environment });
  if (code !== 0) throw new SetUpError(`apt-get could not install ${list}:\n${output.trim()}`);
}

function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, command)));
}
