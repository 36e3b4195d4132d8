import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The Chromium to drive: STATION_CHROMIUM, Debian's, an installed Chrome or Chromium, else one of Playwright's cache. */
export function findChromium(): string {
  const named = process.env['STATION_CHROMIUM'];
  if (named) return named;
  const found = candidates().find((file) => fs.existsSync(file));
  if (found) return found;
  throw new Error('No Chromium found: install one (Debian: apt-get install chromium) or name it in STATION_CHROMIUM.');
}

/** Debian's start script asks for things a test machine lacks, so the program itself comes first. */
function candidates(): string[] {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return [
    '/usr/lib/chromium/chromium',
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...playwrightCache(),
  ];
}

function playwrightCache(): string[] {
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? path.join(os.homedir(), '.cache', 'ms-playwright');
  if (!fs.existsSync(cache)) return [];
  return fs
    .readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .flatMap((name) => ['chrome-linux', 'chrome-linux64'].map((folder) => path.join(cache, name, folder, 'chrome')));
}
