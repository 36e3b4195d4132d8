import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

/** In the page: resolves with the time at which the frame that shows `ready` is out; milliseconds since 1970. */
const readyTime = `new Promise((resolve) => {
  const painted = () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
    channel.port2.postMessage(null);
  });
  const isReady = () => document.querySelector('output[data-state="ready"]') !== null;
  if (isReady()) return painted();
  const observer = new MutationObserver(() => {
    if (!isReady()) return;
    observer.disconnect();
    painted();
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
})`;

/**
 * Starts an app on the runtime and answers with the milliseconds from the start of its process to the frame that shows
 * that it is ready. No test driver stands in between: it would hold up every start by as much.
 */
export async function timedStart(app: string, args: readonly string[]): Promise<number> {
  // Outside of Electron its package gives the path of the executable, or fetches it: only where a start is wanted.
  const executable = (await import('electron')).default as unknown as string;
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(executable, ['--remote-debugging-port=0', ...sandbox(), app, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const browser = await connect(await debuggingAddress(child));
    const readyAt = await untilReady(browser);
    browser.close();
    return readyAt - startedAt;
  } finally {
    const ended = child.exitCode === null ? once(child, 'exit') : null;
    child.kill('SIGTERM');
    await Promise.race([ended, pause(5_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
    await ended;
  }
}

/** Folder of the app that has one empty window. */
export const emptyWindow = fileURLToPath(new URL('empty-window', import.meta.url));

function sandbox(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /DevTools listening on (ws:\/\/\S+)\s/.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    stderr?.once('close', () => reject(new Error(`The app did not start: ${printed}`)));
  });
}

interface Browser {
  call(method: string, parameters: object, sessionId?: string): Promise<Record<string, unknown>>;
  close(): void;
}

async function connect(address: string): Promise<Browser> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: Record<string, unknown>) => void>();
  let calls = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as { id?: number; result?: Record<string, unknown>; error?: unknown };
    if (id !== undefined) waiting.get(id)?.(result ?? { error });
  });
  await once(socket, 'open');
  return {
    call(method, parameters, sessionId) {
      calls += 1;
      const id = calls;
      socket.send(JSON.stringify({ id, method, params: parameters, ...(sessionId !== undefined && { sessionId }) }));
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    close: () => socket.close(),
  };
}

/** A page that is still on its way to its address loses the question; it is asked again. */
async function untilReady(browser: Browser): Promise<number> {
  const givenUpAt = performance.now() + 60_000;
  while (performance.now() < givenUpAt) {
    const { targetInfos } = (await browser.call('Target.getTargets', {})) as { targetInfos: { targetId: string; type: string; url: string }[] };
    const target = targetInfos.find(({ type, url }) => type === 'page' && url !== 'about:blank' && url !== '');
    if (target) {
      const { sessionId } = await browser.call('Target.attachToTarget', { targetId: target.targetId, flatten: true });
      const answer = await browser.call('Runtime.evaluate', { expression: readyTime, awaitPromise: true, returnByValue: true }, String(sessionId));
      const { value } = (answer['result'] ?? {}) as { value?: unknown };
      if (typeof value === 'number') return value;
    }
    await pause(2);
  }
  throw new Error('The app has not become ready within a minute');
}
