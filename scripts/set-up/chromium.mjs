import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { canInstallDebianPackages, hasChineseFont, installDebianPackages } from './debian-packages.mjs';
import { say, SetUpError } from './run.mjs';

/** Where Chromium and its relatives are found. The binaries come before the wrappers that distributions put round them. */
const places = [
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium: the one named by STATION_CHROMIUM, an installed one, or Debian's, installed now. */
export async function ensureChromium() {
  const named = process.env.STATION_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new SetUpError(`STATION_CHROMIUM names ${named}, which is not there.`);
    return named;
  }
  const installed = findChromium();
  if (installed !== null) {
    await ensureChineseFont();
    return installed;
  }
  await installDebianPackages(
    ['chromium', 'fonts-noto-cjk'],
    'Electron cannot be fetched here, and without it the app needs Chromium.',
  );
  const now = findChromium();
  if (now === null) throw new SetUpError('Chromium was installed, but is not where it is expected. Set STATION_CHROMIUM to its path.');
  return now;
}

/** Titles of goods are Chinese; without a font they are rows of boxes. Nothing to stop for. */
async function ensureChineseFont() {
  if (process.platform !== 'linux' || (await hasChineseFont())) return;
  if (canInstallDebianPackages()) await installDebianPackages(['fonts-noto-cjk'], 'Titles of goods are Chinese.');
  else say('No font with Chinese letters is installed (Debian: fonts-noto-cjk); Chinese titles will show as boxes.');
}

function findChromium() {
  return [...places, ...playwrightBrowsers()].find((file) => existsSync(file)) ?? null;
}

/** Browsers that Playwright has fetched for some project of this user. */
function playwrightBrowsers() {
  const cache = join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .flatMap((name) => [join(cache, name, 'chrome-linux64', 'chrome'), join(cache, name, 'chrome-linux', 'chrome')]);
}
