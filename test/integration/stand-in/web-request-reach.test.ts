import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';
import { servePages, type Pages } from './pages.ts';
import { serveSockets, type SocketServer } from './sockets.ts';

let launched: LaunchedApp;
let pages: Pages;
let sockets: SocketServer;

beforeAll(async () => {
  const script = (text: string) => (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(text);
  };
  sockets = await serveSockets();
  pages = await servePages({
    '/': '<title>page</title><iframe src="/frame"></iframe>',
    '/frame': 'frame',
    '/worker.js': script(`fetch("/from-worker").then(() => postMessage("fetched"), () => postMessage("refused"))`),
    '/shared.js': script(`onconnect = ({ ports: [port] }) => fetch("/from-shared").then(() => port.postMessage("fetched"), () => port.postMessage("refused"))`),
    '/service.js': script(`addEventListener("message", (event) => event.waitUntil(
      fetch("/from-service").then(() => "fetched", () => "refused").then((what) => event.source.postMessage(what))))`),
    '/socket-worker.js': script(`const socket = new WebSocket("${sockets.url}/from-worker");
      socket.onmessage = ({ data }) => postMessage(data); socket.onerror = () => postMessage("error")`),
    '/from-worker': 'yes',
    '/from-shared': 'yes',
    '/from-service': 'yes',
    '/posted': 'posted',
  });
  launched = await launch();
});

afterEach(async () => {
  await launched.app.evaluate(() => globalThis.fixture.closeAll());
  pages.requests.length = 0;
  sockets.arrived.length = 0;
});

afterAll(async () => {
  await launched.close();
  await pages.close();
  await sockets.close();
});

/** Runs code in a page of a partition whose listener cancels what ends in `cancelled`, and tells what the listener saw. */
async function run(partition: string, code: string, cancelled: string): Promise<{ result: unknown; seen: string[] }> {
  return launched.app.evaluate(
    async ({ session }, [url, partition, code, cancelled]) => {
      const { webContents } = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition } });
      const seen: string[] = [];
      session.fromPartition(partition).webRequest.onBeforeRequest((details, answer) => {
        const sender = details.webContents === webContents ? 'page' : details.webContents === undefined ? 'nobody' : 'another';
        seen.push(`${details.resourceType} ${details.url.replace(url, '')} ${sender}`);
        answer({ cancel: cancelled !== '' && details.url.endsWith(cancelled) });
      });
      return { result: (await webContents.executeJavaScript(code)) as unknown, seen };
    },
    [pages.url, partition, code, cancelled] as const,
  );
}

const workers: Record<string, { code: string; path: string; sender: string }> = {
  'a worker': {
    code: 'new Promise((resolve) => { new Worker("/worker.js").onmessage = ({ data }) => resolve(data) })',
    path: '/from-worker',
    sender: 'page',
  },
  'a shared worker': {
    code: 'new Promise((resolve) => { const { port } = new SharedWorker("/shared.js"); port.onmessage = ({ data }) => resolve(data) })',
    path: '/from-shared',
    sender: 'nobody',
  },
  'a service worker': {
    code: `new Promise(async (resolve) => { navigator.serviceWorker.onmessage = ({ data }) => resolve(data); navigator.serviceWorker.startMessages();
      await navigator.serviceWorker.register("/service.js"); (await navigator.serviceWorker.ready).active.postMessage("go") })`,
    path: '/from-service',
    sender: 'nobody',
  },
};

describe('docs/api/web-request: requests of workers', () => {
  test.each(Object.entries(workers))('of %s are asked about, and do not leave when they are cancelled', async (kind, { code, path, sender }) => {
    const cancelled = await run(`cancels ${kind}`, code, path);
    expect(cancelled.result).toBe('refused');
    expect(cancelled.seen).toContain(`xhr ${path} ${sender}`);
    expect(pages.hits(path)).toBe(0);
    const allowed = await run(`allows ${kind}`, code, '');
    expect(allowed.result).toBe('fetched');
    expect(pages.hits(path)).toBe(1);
  });
});

const socketMakers: Record<string, { code: (url: string) => string; path: string; sender: string }> = {
  'a page': { code: (url) => `(${hear})(new WebSocket("${url}/page?a=1"))`, path: '/page?a=1', sender: 'page' },
  'a frame': { code: (url) => `(${hear})(new frames[0].WebSocket("${url}/frame"))`, path: '/frame', sender: 'page' },
  'a frame that is just made': {
    code: (url) => `{ const frame = document.createElement("iframe"); document.body.append(frame); (${hear})(new frame.contentWindow.WebSocket("${url}/new")) }`,
    path: '/new',
    sender: 'page',
  },
  'a worker': {
    code: () => 'new Promise((resolve) => { new Worker("/socket-worker.js").onmessage = ({ data }) => resolve(data) })',
    path: '/from-worker',
    sender: 'nobody',
  },
};
const hear = 'function hear(socket) { return new Promise((resolve) => { socket.onmessage = ({ data }) => resolve(data); socket.onerror = () => resolve("error") }) }';

describe('docs/api/web-request: WebSockets', () => {
  test.each(Object.entries(socketMakers))('of %s are asked about, and do not reach a server when they are cancelled', async (kind, { code, path, sender }) => {
    const before = sockets.connections();
    const cancelled = await run(`cancels sockets of ${kind}`, code(sockets.url), path);
    expect(cancelled.result).toBe('error');
    expect(cancelled.seen).toContain(`webSocket ${sockets.url}${path} ${sender}`);
    expect(sockets.connections()).toBe(before);
    const allowed = await run(`allows sockets of ${kind}`, code(sockets.url), '');
    expect(allowed.result).toBe('hello');
    expect(sockets.arrived).toEqual([path]);
  });

  test('in the default session and with wss: they are asked about too, with the whole address', async () => {
    const { result, seen } = await run('', `(${hear})(new WebSocket("wss://127.0.0.1:8443/secure?a=1"))`, '/secure?a=1');
    expect(result).toBe('error');
    expect(seen).toContain('webSocket wss://127.0.0.1:8443/secure?a=1 page');
    await launched.app.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null));
  });
});

describe('docs/api/web-request: details', () => {
  test('frame, method, referrer and uploadData are those of the request', async () => {
    const facts = await launched.app.evaluate(async ({ session }, url) => {
      const { webContents } = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'details' } });
      const seen = new Promise<unknown[]>((resolve) => {
        session.fromPartition('details').webRequest.onBeforeRequest({ urls: ['<all_urls>'], types: ['xhr'] }, (details, answer) => {
          answer({});
          const { frame, method, uploadData, webContentsId, resourceType } = details;
          const body = Buffer.concat(uploadData.map(({ bytes }) => bytes));
          resolve([frame?.url.replace(url, ''), frame === webContents.mainFrame.frames[0], method, body.length, webContentsId === webContents.id, resourceType]);
        });
      });
      await webContents.executeJavaScript('frames[0].fetch("/posted", { method: "POST", body: "x".repeat(200000) }); 0');
      return seen;
    }, pages.url);
    expect(facts).toEqual(['/frame', true, 'POST', 200_000, true, 'xhr']);
  });

  test('a form that posts carries its body in uploadData of the mainFrame request', async () => {
    const facts = await launched.app.evaluate(async ({ session }, url) => {
      const { webContents } = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'form' } });
      const seen = new Promise<unknown[]>((resolve) => {
        session.fromPartition('form').webRequest.onBeforeRequest((details, answer) => {
          answer({});
          if (details.method === 'POST') resolve([details.resourceType, Buffer.concat(details.uploadData.map(({ bytes }) => bytes)).toString()]);
        });
      });
      await webContents.executeJavaScript(`setTimeout(() => { const form = document.createElement("form"); form.method = "post"; form.action = "/posted";
        form.innerHTML = '<input name="account" value="shop 1">'; document.body.append(form); form.submit() }); 0`);
      return seen;
    }, pages.url);
    expect(facts).toEqual(['mainFrame', 'account=shop+1']);
  });
});
