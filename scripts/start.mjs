// Opens the app; on a clean checkout it first gets what is missing.
//   npm start                                        opens the app
//   npm start -- --practice                          straight into practice mode
//   npm start -- --practice-url=http://127.0.0.1:N   with a practice platform that runs already
//   npm start -- --profile=DIR                       all data in that folder
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { say, setUp } from './set-up/index.mjs';
import { projectRoot } from './set-up/project.mjs';

const { runtime, executable, electronEnvironment } = await setUp({ forTests: false });
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

if (runtime === 'stand-in') say("Electron's binary cannot be fetched here: the app runs on its stand-in, Chromium with Node.");
// The stand-in says so itself.
if (runtime === 'electron' && !hasDisplay) say('There is no display: the app runs headless, without a window to look at.');

const child = spawn(executable, [...runtimeSwitches(), '.', ...process.argv.slice(2).map(fromCallersFolder)], {
  cwd: projectRoot,
  env: { ...process.env, ...electronEnvironment },
  stdio: 'inherit',
  // A group of its own: Control-C reaches all of ours at once, and would take Chromium away before main has closed.
  detached: process.platform !== 'win32',
});
// The app closes in good order, and this script ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void child.kill('SIGTERM'));
child.once('error', (error) => {
  console.error(`The app could not be opened: ${error.message}`);
  process.exitCode = 1;
});
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});

/** Chromium refuses its sandbox to the superuser; Electron's own headless mode needs no display. */
function runtimeSwitches() {
  if (runtime !== 'electron' || process.platform !== 'linux') return [];
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...(hasDisplay ? [] : ['--ozone-platform=headless'])];
}

/** npm runs this in the project's folder; a relative profile is meant from where the person typed. */
function fromCallersFolder(argument) {
  const [, folder] = /^--profile=(.+)$/.exec(argument) ?? [];
  return folder === undefined ? argument : `--profile=${resolve(process.env.INIT_CWD ?? process.cwd(), folder)}`;
}
