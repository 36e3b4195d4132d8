import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection, type CdpSession } from '../cdp/connection.ts';
import { findChromium } from './executable.ts';
import { ownProfile, prepareProfile } from './profile.ts';
import { chromiumArguments, type ChromiumLaunch } from './switches.ts';

const debug = process.env['STATION_STAND_IN_DEBUG'] === '1';

/** The one Chromium of this process. */
class Browser {
  /** Resolves when Chromium answers; every window and session waits for it. */
  readonly started: Promise<CdpConnection>;
  /** Path of Chromium's profile, known once started. */
  profile = '';
  headless = false;
  onGone: ((code: number | null) => void) | undefined;
  #resolveStarted!: (connection: CdpConnection) => void;
  #process: ChildProcess | undefined;
  #ending = false;

  constructor() {
    this.started = new Promise((resolve) => {
      this.#resolveStarted = resolve;
    });
  }

  /** The browser's own conversation. */
  async session(): Promise<CdpSession> {
    return (await this.started).browser;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /**
   * Starts Chromium on a profile; `prepare` runs before anybody else speaks to it. With a debugging port, its address is
   * printed as Electron prints it.
   */
  async start(launch: ChromiumLaunch, prepare: (connection: CdpConnection) => Promise<void>): Promise<void> {
    this.profile = await prepareProfile(launch.profile);
    this.headless = launch.headless;
    const child = spawn(findChromium(), chromiumArguments({ ...launch, profile: this.profile }), {
      stdio: ['ignore', debug ? 'inherit' : 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    this.#process = child;
    process.on('exit', () => child.kill('SIGKILL'));
    child.once('exit', (code) => this.#gone(code));
    if (child.pid !== undefined) ownProfile(this.profile, child.pid);

    const address = listeningAddress(child);
    const connection = new CdpConnection(child.stdio[3] as Writable, child.stdio[4] as Readable);
    await Promise.race([connection.browser.send('Browser.getVersion'), failure(child)]);
    await prepare(connection);
    this.#resolveStarted(connection);
    if (launch.switches.has('remote-debugging-port')) process.stderr.write(`DevTools listening on ${await address}\n`);
  }

  /** Ends Chromium: politely, so that cookies reach the disk, and by force after three seconds. */
  async stop(): Promise<void> {
    this.#ending = true;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const force = setTimeout(() => child.kill('SIGKILL'), 3000);
    (await this.session()).tell('Browser.close');
    await gone;
    clearTimeout(force);
  }

  #gone(code: number | null): void {
    if (!this.#ending) this.onGone?.(code);
  }
}

/** Reads Chromium's stderr to its end, so that it never blocks, and finds the line that names the debugging address. */
function listeningAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let seen: string | undefined = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      if (debug) process.stderr.write(chunk);
      if (seen === undefined) return;
      seen += chunk.toString('utf8');
      const address = /DevTools listening on (ws:\/\/\S+)\s/.exec(seen)?.[1];
      if (address === undefined) return;
      seen = undefined;
      resolve(address);
    });
  });
}

function failure(child: ChildProcess): Promise<never> {
  return new Promise((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`Chromium ended at start (${signal ?? code})`)));
  });
}

export const browser = new Browser();
