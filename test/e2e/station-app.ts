import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const checkout = new URL('../..', import.meta.url).pathname;

/** The built app of the checkout, or the archive that STATION_APP names. */
const appPath = process.env['STATION_APP'] ?? checkout;

export interface LaunchOptions {
  /** Folder of an earlier run, to start again with what it left; a new one by default. */
  profile?: string;
  /** Address of a running practice platform; without it the app shows its first start. */
  practiceUrl?: string;
  args?: string[];
  /** Switches of Chromium; they stand before the app, as Electron wants them. */
  switches?: string[];
  environment?: Record<string, string>;
}

/** The app as a person has it in front of them. */
export interface StationApp {
  app: ElectronApplication;
  page: Page;
  profile: string;
  /** Everything main and its runtime wrote to stdout and stderr. */
  output(): string;
  /** Closes as a person does, by the window. */
  close(): Promise<void>;
  /** As a power cut: no time to finish anything. */
  kill(): Promise<void>;
}

/** Starts the built app with Playwright: on Electron, or on the runtime that ELECTRON_OVERRIDE_DIST_PATH names. */
export async function launchStation(options: LaunchOptions = {}): Promise<StationApp> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'station-profile-')));
  const practice = options.practiceUrl === undefined ? [] : [`--practice-url=${options.practiceUrl}`];
  const app = await _electron.launch({
    args: [...(options.switches ?? []), appPath, `--profile=${profile}`, ...practice, ...(options.args ?? [])],
    cwd: checkout,
    env: { ...definedEnvironment(), ...options.environment },
  });
  // Playwright forgets the process when the app has closed.
  const child = app.process();
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  const page = await app.firstWindow();
  // The window is told of before its page has loaded.
  await page.locator('#root > *').first().waitFor();
  return {
    app,
    page,
    profile,
    output: () => output,
    close: () => app.close(),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Takes the profile of a test away. */
export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
