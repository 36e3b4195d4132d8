import { createRequire, flushCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from '../app/app.ts';
import { browser } from '../chromium/browser.ts';
import { dialogAnswers } from '../desktop/dialog.ts';
import { shown } from '../desktop/notification.ts';
import { recordedCalls } from '../desktop/record.ts';
import { electron } from '../electron.ts';
import { setChromiumVersion } from '../window/facts.ts';
import { watchPages } from '../window/opened-pages.ts';
import { findApp, type AppPackage } from './app-package.ts';
import { parseCommandLine, type CommandLine } from './command-line.ts';
import { electronVersion } from './electron-version.ts';
import { provideElectron } from './electron-imports.ts';

const raw = process.argv.slice(2);
const line = parseCommandLine(raw);

if (line.asks === 'version') {
  process.stdout.write(`v${electronVersion}\n`);
} else if (line.asks === 'help' || line.app === undefined) {
  process.stdout.write('Usage: electron [-r file]... [switches] <app folder | main file | app.asar> [arguments]\n');
} else {
  run(line, findApp(line.app)).catch(fail);
}

async function run(commandLine: CommandLine, described: AppPackage): Promise<void> {
  becomeElectron(described);
  app.describe(described, commandLine.allSwitches, commandLine.chromiumSwitches);
  provideElectron(electron);
  Object.assign(globalThis, { __standIn: { calls: recordedCalls(), dialogAnswers, notifications: shown } });
  handleSignals();

  const require = createRequire(pathToFileURL(described.entry));
  Object.assign(globalThis, { require });
  for (const file of commandLine.requires) require(path.resolve(file));
  await import(pathToFileURL(described.entry).href);
  if (!app.isEnding) await startChromium();
}

/** What an app can see of its process, as docs/api/process has it. */
function becomeElectron(described: AppPackage): void {
  const executable = process.env['STAND_IN_EXECUTABLE'] ?? process.execPath;
  process.argv = [executable, ...raw];
  process.execPath = executable;
  Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true });
  const facts = { type: 'browser', resourcesPath: described.resourcesPath, ...(described.packaged ? {} : { defaultApp: true }) };
  Object.assign(process, facts);
}

async function startChromium(): Promise<void> {
  const hasDisplay = Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  const headless = !hasDisplay || process.env['STATION_HEADLESS'] === '1';
  if (headless) process.stderr.write('No display: the windows are not visible (headless Chromium).\n');

  browser.onGone = (code) => {
    process.stderr.write(`Chromium has ended (${code ?? 'killed'}).\n`);
    process.exit(1);
  };
  const profile = path.join(app.getPath('userData'), 'chromium');
  const socketProxy = await electron.session.defaultSession.sockets.rules();
  await browser.start({ profile, headless, socketProxy, switches: app.commandLine.forChromium }, async (started) => {
    const { product } = await started.browser.send('Browser.getVersion');
    setChromiumVersion(product);
    await watchPages(started);
  });
  // As Electron: the default session is there, and announced, before anybody hears of ready.
  electron.session.defaultSession.getUserAgent();
  app.becomeReady();
  // Now, since a test that ends the app as a power cut does leaves no time for it.
  flushCompileCache();
}

/** As Electron: a request to end is a request to quit, and a rejection that nobody awaits is only told. */
function handleSignals(): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  process.on('unhandledRejection', (reason) => {
    const text = reason instanceof Error ? reason.stack : String(reason);
    process.stderr.write(`(node:${process.pid}) UnhandledPromiseRejectionWarning: ${text}\n`);
  });
  process.on('uncaughtException', fail);
}

function fail(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`A JavaScript error occurred in the main process\n${text}\n`);
  process.exit(1);
}
