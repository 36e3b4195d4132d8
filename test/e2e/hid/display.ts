import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import type { Readable } from 'node:stream';

/** An X display of its own, with no screen to look at. */
export interface VirtualDisplay {
  /** For the environment variable DISPLAY, such as `:7`. */
  display: string;
  stop(): Promise<void>;
}

/** Starts Xvfb (Debian package xvfb) on a free display number; resolves when it takes connections. */
export async function startDisplay(size = '1366x900'): Promise<VirtualDisplay> {
  // -noreset: else the keyboard layout is forgotten when the last client leaves.
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  keepSteady(server);
  const number = await firstLine(server);
  return { display: `:${number}`, stop: () => stopServer(server) };
}

/** The server itself keeps the pace of typed keys: a scanner's is steady, however busy the machine. Only root may ask for it. */
function keepSteady(server: ChildProcess): void {
  if (server.pid === undefined) return;
  try {
    setPriority(server.pid, constants.priority.PRIORITY_HIGHEST);
  } catch {
    // Without the right to it the pace is as good as the machine gives.
  }
}

/** The display number, which the server writes when it is ready. */
async function firstLine(server: ChildProcess): Promise<string> {
  let errors = '';
  server.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
  const failed = new Promise<never>((_resolve, reject) => {
    server.once('error', (cause) => reject(new Error('Xvfb could not be started', { cause })));
    server.once('exit', () => reject(new Error(`Xvfb ended: ${errors}`)));
  });
  return Promise.race([readLine(server.stdio[3] as Readable), failed]);
}

async function readLine(stream: Readable): Promise<string> {
  let text = '';
  while (!text.includes('\n')) {
    const [data] = (await once(stream, 'data')) as [Buffer];
    text += data.toString();
  }
  return text.trim();
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill();
  await ended;
}
