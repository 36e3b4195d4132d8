import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';
import { servePages, type Pages } from './pages.ts';

let launched: LaunchedApp;
let pages: Pages;

beforeAll(async () => {
  pages = await servePages({ '/': '<title>page</title>' });
  launched = await launch();
});

afterEach(async () => {
  await launched.app.evaluate(() => globalThis.fixture.closeAll());
});

afterAll(async () => {
  await launched.close();
  await pages.close();
});

describe('docs/api/session: permissions', () => {
  const ask: Record<string, string> = {
    geolocation: 'new Promise((r) => navigator.geolocation.getCurrentPosition(() => r("granted"), (e) => r(e.code === 1 ? "denied" : "granted")))',
    notifications: 'Notification.requestPermission()',
    media: 'navigator.mediaDevices.getUserMedia({ audio: true }).then(() => "granted", (e) => e.name === "NotAllowedError" ? "denied" : "granted")',
    'clipboard-read': 'navigator.clipboard.readText().then(() => "granted", (e) => e.name === "NotAllowedError" ? "denied" : "granted")',
  };

  test.each(Object.entries(ask))('the request handler is asked for %s, and its refusal is the page’s', async (permission, code) => {
    const [answer, asked] = await launched.app.evaluate(
      async ({ session }, [url, permission, code]) => {
        const asked: string[] = [];
        session.fromPartition(`no-${permission}`).setPermissionRequestHandler((_contents, permission, callback) => {
          asked.push(permission);
          callback(false);
        });
        const window = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: `no-${permission}` } });
        return [await window.webContents.executeJavaScript(code, true), asked] as [string, string[]];
      },
      [pages.url, permission, code] as const,
    );
    expect(answer).toBe('denied');
    expect(asked).toEqual([permission]);
  });

  test('a page that goes around the stand-in still meets a refusal', async () => {
    const answer = await launched.app.evaluate(async ({ session }, url) => {
      session.fromPartition('around').setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
      const window = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'around' } });
      return window.webContents.executeJavaScript(
        `new Promise((r) => { const frame = document.createElement('iframe'); document.body.append(frame);
          frame.contentWindow.navigator.geolocation.getCurrentPosition(() => r('granted'), (e) => r(e.code === 1 ? 'denied' : 'other')) })`,
        true,
      ) as Promise<string>;
    }, pages.url);
    expect(answer).toBe('denied');
  });

  test('a capture of the screen is asked of the display media handler, and its refusal is the page’s; so is having none', async () => {
    const facts = await launched.app.evaluate(async ({ session }, url) => {
      const partition = session.fromPartition('capture');
      const asked: unknown[] = [];
      partition.setPermissionRequestHandler((_contents, permission, callback) => callback(permission === 'display-capture'));
      partition.setDevicePermissionHandler(() => false);
      const window = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'capture' } });
      const capture = (): Promise<unknown> =>
        window.webContents.executeJavaScript('navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => "captured", (error) => error.name)', true);
      const without = await capture();
      partition.setDisplayMediaRequestHandler((request, answer) => {
        asked.push([request.securityOrigin === url, request.frame === window.webContents.mainFrame]);
        answer(null);
      });
      return [without, await capture(), asked];
    }, pages.url);
    expect(facts).toEqual(['NotAllowedError', 'NotAllowedError', [[true, true]]]);
  });

  test('no device is ever chosen for a page', async () => {
    const answers = await launched.app.evaluate(async ({ session }, url) => {
      session.fromPartition('devices').setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
      const window = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'devices' } });
      const run = (code: string): Promise<unknown> => window.webContents.executeJavaScript(code, true);
      return [await run('navigator.hid.requestDevice({ filters: [] })'), await run('navigator.serial.requestPort().catch((error) => error.name)')];
    }, pages.url);
    expect(answers).toEqual([[], 'NotFoundError']);
  });

  test('what the handler grants is granted', async () => {
    const answer = await launched.app.evaluate(async ({ session }, url) => {
      session.fromPartition('yes').setPermissionRequestHandler((_contents, permission, callback) => callback(permission === 'notifications'));
      const window = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'yes' } });
      return window.webContents.executeJavaScript('Notification.requestPermission()', true) as Promise<string>;
    }, pages.url);
    expect(answer).toBe('granted');
  });

  test('the check handler answers navigator.permissions.query', async () => {
    const states = await launched.app.evaluate(async ({ session }, url) => {
      const partition = session.fromPartition('check');
      partition.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
      partition.setPermissionCheckHandler((_contents, permission) => permission === 'notifications');
      const window = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'check' } });
      const query = (name: string): Promise<string> =>
        window.webContents.executeJavaScript(`navigator.permissions.query({ name: '${name}' }).then((s) => s.state)`) as Promise<string>;
      return [await query('notifications'), await query('geolocation')];
    }, pages.url);
    expect(states).toEqual(['granted', 'denied']);
  });
});
