import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchLogins, pageOfProvider, type LoginApp } from './login-app.ts';
import { serveSite, type Site } from './sites.ts';

/** What a page of a provider can reach: its own site and the net, and nothing of this machine and of the station. */
let login: LoginApp;
/** The login site of practice, at the one origin that may be reached. */
let practice: Site;
/** Another program of this machine, which counts who says something to it: Chromium may connect ahead of a request that is refused. */
let other: { server: Server; port: number; calls: number };

const pages = {
  '/': () => '<title>login</title><h1>a provider</h1>',
  '/data': () => ({ status: 200, body: 'data of the site' }),
  '/file': () => ({ status: 200, headers: { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename=x.exe' }, body: 'x' }),
};

beforeAll(async () => {
  practice = await serveSite(pages, 'http');
  other = { server: createServer(), port: 0, calls: 0 };
  other.server.on('connection', (socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      other.calls += 1;
      socket.end('HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 2\r\n\r\nok');
    });
  });
  await new Promise<void>((resolve) => other.server.listen(0, '127.0.0.1', resolve));
  other.port = (other.server.address() as AddressInfo).port;
  login = await launchLogins();
});

afterEach(async () => {
  await login.closeLogin();
  other.calls = 0;
});

afterAll(async () => {
  await login.close();
  await practice.close();
  other.server.close();
});

const openLogin = (path = '/', partition = 'login'): Promise<void> => login.openLogin(`http://127.0.0.1:${practice.port}${path}`, { partition });

describe('a page of a provider has nothing of the station', () => {
  test('no bridge, no Node, no preload script, while the bar above it has its bridge', async () => {
    await openLogin();
    expect(await login.run('[typeof window.station, typeof require, typeof process, typeof module, typeof Buffer]')).toEqual(Array(5).fill('undefined'));
    const bridge = await login.app.evaluate(() => globalThis.loginFixture.bar()?.webContents.executeJavaScript('typeof window.station'));
    expect(bridge).toBe('object');
  });

  test('not in its frames and workers either', async () => {
    await openLogin();
    const inFrame = `new Promise((resolve) => {
      const frame = Object.assign(document.createElement('iframe'), { src: '/data' });
      frame.onload = () => resolve([typeof frame.contentWindow.station, typeof frame.contentWindow.require, typeof frame.contentWindow.process]);
      document.body.append(frame);
    })`;
    const inWorker = `new Promise((resolve) => {
      const code = 'postMessage([typeof require, typeof process, typeof station])';
      new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))).onmessage = ({ data }) => resolve(data);
    })`;
    for (const code of [inFrame, inWorker]) expect(await login.run(code)).toEqual(['undefined', 'undefined', 'undefined']);
  });

  test('its settings say so, too', async () => {
    await openLogin();
    const preferences = await login.app.evaluate(() => globalThis.loginFixture.preferencesOf(globalThis.loginFixture.current().page));
    expect(preferences).toEqual(pageOfProvider);
  });

  test('it names itself as a browser', async () => {
    await openLogin();
    const agent = await login.run<string>('navigator.userAgent');
    expect(agent).toMatch(/^Mozilla\/5\.0 .*Chrome\/.*Safari\/[\d.]+$/);
    expect(agent).not.toMatch(/electron|login|fixture/i);
  });

  test('it sees no cookie of another account, and none of the station', async () => {
    await login.app.evaluate(({ session }, url) => session.defaultSession.cookies.set({ url, name: 'station', value: '1' }), `http://127.0.0.1:${practice.port}`);
    await openLogin('/', 'wang');
    await login.run('document.cookie = "account=wang; max-age=600"');
    expect(await login.run('document.cookie')).toBe('account=wang');
    await login.closeLogin();
    await openLogin('/', 'lin');
    expect(await login.run('document.cookie')).toBe('');
    await login.closeLogin();
    await openLogin('/', 'wang');
    expect(await login.run('document.cookie')).toBe('account=wang');
  });

  test('what it keeps is gone once the partition is cleared', async () => {
    await openLogin('/', 'cleared');
    await login.run('document.cookie = "account=wang; max-age=600"; localStorage.setItem("device", "1"); 0');
    await login.closeLogin();
    await login.app.evaluate(() => globalThis.loginFixture.surface()?.clearPartition('cleared'));
    await openLogin('/', 'cleared');
    expect(await login.run('[document.cookie, localStorage.getItem("device")]')).toEqual(['', null]);
  });
});

describe('a page of a provider reaches its own site, and nothing else of this machine', () => {
  const tries: [how: string, script: (target: string) => string][] = [
    ['fetch', (target) => `fetch("http://${target}").then(() => true, () => false)`],
    ['fetch without an answer', (target) => `fetch("http://${target}", { mode: "no-cors" }).then(() => true, () => false)`],
    ['a picture', (target) => loading('img', target)],
    ['a script', (target) => loading('script', target)],
    ['a beacon', (target) => `(navigator.sendBeacon("http://${target}", "x"), fetch("/data").then(() => false))`],
    ['a frame', (target) => `new Promise((resolve) => {
      const frame = Object.assign(document.createElement('iframe'), { src: 'http://${target}' });
      frame.onload = () => resolve(false);
      document.body.append(frame);
      fetch('/data').then(() => fetch('/data')).then(() => resolve(false));
    })`],
    ['a web socket', (target) => `new Promise((resolve) => {
      const socket = new WebSocket('ws://${target}');
      socket.onopen = () => resolve(true);
      socket.onerror = socket.onclose = () => resolve(false);
    })`],
    ['a worker', (target) => `new Promise((resolve) => {
      const code = 'fetch("http://${target}").then(() => postMessage(true), () => postMessage(false))';
      new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))).onmessage = ({ data }) => resolve(data);
    })`],
  ];
  test.each(tries)('by %s', async (_how, script) => {
    await openLogin();
    for (const target of [`127.0.0.1:${other.port}/`, `localhost:${other.port}/`, `[::ffff:127.0.0.1]:${other.port}/`]) {
      expect(await login.run(script(target))).toBe(false);
    }
    expect(await login.run('fetch("/data").then((answer) => answer.text())')).toBe('data of the site');
    expect(other.calls).toBe(0);
  });

  test('the counting program is there: without the guards it is reached', async () => {
    const text = await fetch(`http://127.0.0.1:${other.port}/`).then((answer) => answer.text());
    expect([text, other.calls]).toEqual(['ok', 1]);
  });

  test('going there is refused, and the login goes on', async () => {
    await openLogin();
    await login.act(`location = "http://127.0.0.1:${other.port}/"`);
    await login.act('location = "file:///etc/passwd"');
    expect(await login.run('fetch("/data").then((answer) => answer.text())')).toBe('data of the site');
    expect(await login.run('document.title')).toBe('login');
    expect((await login.events()).map(({ kind }) => kind)).toEqual(['page']);
    expect(other.calls).toBe(0);
  });
});

describe('a page of a provider is given nothing it asks for', () => {
  test.each([
    ['the camera', 'navigator.mediaDevices.getUserMedia({ video: true })'],
    ['the screen', 'navigator.mediaDevices.getDisplayMedia()'],
    ['the place', 'new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))'],
    ['the clipboard', 'navigator.clipboard.readText()'],
    ['notifications', 'Notification.requestPermission().then((answer) => { if (answer !== "granted") throw new Error(answer) })'],
    ['a serial port', 'navigator.serial.requestPort()'],
  ])('not %s', async (_what, script) => {
    // Only a checked or a local origin may ask at all.
    await openLogin();
    const answer = `(async () => { try { await ${script}; return 'given' } catch (error) { return 'refused' } })()`;
    expect(await login.run(answer)).toBe('refused');
  });

  test('a download is cancelled, and the login goes on', async () => {
    await openLogin();
    const states = await login.app.evaluate(async () => {
      const { current, act } = globalThis.loginFixture;
      const cancelled = new Promise<boolean>((resolve) => {
        current().partition.once('will-download', (event) => resolve(event.defaultPrevented));
      });
      await act('location = "/file"');
      return cancelled;
    });
    expect(states).toBe(true);
    expect(await login.run('document.title')).toBe('login');
    expect((await login.events()).map(({ kind }) => kind)).toEqual(['page']);
  });

  test('an alert does not hang it', async () => {
    await openLogin();
    await login.run('(alert("hello"), 0)');
    expect(await login.run('1 + 1')).toBe(2);
  });
});

function loading(tag: string, target: string): string {
  return `new Promise((resolve) => {
    const element = Object.assign(document.createElement('${tag}'), { onload: () => resolve(true), onerror: () => resolve(false) });
    element.src = 'http://${target}';
    document.body.append(element);
  })`;
}
