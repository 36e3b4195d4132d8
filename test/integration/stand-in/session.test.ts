import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';
import { servePages, type Pages } from './pages.ts';
import { temporaryFolder } from './run.ts';

let launched: LaunchedApp;
let pages: Pages;

beforeAll(async () => {
  pages = await servePages({
    '/': '<title>page</title>',
    '/cookie': (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html', 'set-cookie': ['session=here', 'kept=yes; Max-Age=3600; HttpOnly; SameSite=Lax'] })
        .end('<title>cookie</title>'),
    '/file': (_request, response) => response.writeHead(200, { 'content-disposition': 'attachment; filename="list.csv"' }).end('a,b'),
  });
  launched = await launch();
});

afterEach(async () => {
  await launched.app.evaluate(() => globalThis.fixture.closeAll());
});

afterAll(async () => {
  await launched.close();
  await pages.close();
});

describe('docs/api/session: partitions', () => {
  test('fromPartition gives the same session for the same name; the empty one is the default', async () => {
    const facts = await launched.app.evaluate(({ session }) => [
      session.fromPartition('a') === session.fromPartition('a'),
      session.fromPartition('a') === session.fromPartition('b'),
      session.fromPartition('') === session.defaultSession,
      session.fromPartition('persist:a').isPersistent(),
      session.fromPartition('a').isPersistent(),
    ]);
    expect(facts).toEqual([true, false, true, true, false]);
  });

  test('partitions share no cookies and no storage', async () => {
    const facts = await launched.app.evaluate(async ({ session }, url) => {
      const window = await globalThis.fixture.open(`${url}/cookie`, { webPreferences: { partition: 'one' } });
      await window.webContents.executeJavaScript('localStorage.setItem("key", "one")');
      const other = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'two' } });
      const stored: unknown = await other.webContents.executeJavaScript('localStorage.getItem("key")');
      const count = async (name: string): Promise<number> => (await session.fromPartition(name).cookies.get({})).length;
      return [await count('one'), await count('two'), stored];
    }, pages.url);
    expect(facts).toEqual([2, 0, null]);
  });

  test('a persist: partition keeps cookies and localStorage over a restart; session cookies and other partitions it forgets', async () => {
    using folder = temporaryFolder();
    for (const round of [1, 2]) {
      await using app = await launch('plain', { userData: folder.path });
      const found = await app.app.evaluate(
        async ({ session }, [url, round]) => {
          const window = await globalThis.fixture.open(`${url}${round === 1 ? '/cookie' : '/'}`, { webPreferences: { partition: 'persist:account' } });
          if (round === 1) {
            await window.webContents.executeJavaScript('localStorage.setItem("theme", "dark")');
            await session.fromPartition('memory').cookies.set({ url, name: 'gone', value: '1', expirationDate: Date.now() / 1000 + 999 });
          }
          const cookies = await session.fromPartition('persist:account').cookies.get({ url });
          const stored: unknown = await window.webContents.executeJavaScript('localStorage.getItem("theme")');
          const memory = await session.fromPartition('memory').cookies.get({});
          return { cookies: cookies.map(({ name, httpOnly }) => `${name} ${httpOnly}`).sort(), stored, memory: memory.length };
        },
        [pages.url, round] as const,
      );
      expect(found).toEqual(
        round === 1
          ? { cookies: ['kept true', 'session false'], stored: 'dark', memory: 1 }
          : { cookies: ['kept true'], stored: 'dark', memory: 0 },
      );
    }
  });

  test('clearStorageData empties cookies and storage, with a page open or without', async () => {
    const facts = await launched.app.evaluate(async ({ session }, url) => {
      const open = () => globalThis.fixture.open(`${url}/cookie`, { webPreferences: { partition: 'cleared' } });
      const partition = session.fromPartition('cleared');
      const read = (window: Electron.BrowserWindow): Promise<unknown> => window.webContents.executeJavaScript('localStorage.getItem("key")');
      let window = await open();
      await window.webContents.executeJavaScript('localStorage.setItem("key", "1")');
      await partition.clearStorageData();
      const withPage = [(await partition.cookies.get({})).length, await read(window)];
      await window.webContents.executeJavaScript('localStorage.setItem("key", "2")');
      const closed = globalThis.fixture.once(window, 'closed');
      window.close();
      await closed;
      await partition.clearStorageData();
      const cookies = (await partition.cookies.get({})).length;
      window = await open();
      return [withPage, [cookies, await read(window)]];
    }, pages.url);
    expect(facts).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  test('setUserAgent changes what servers and pages see', async () => {
    const agents = await launched.app.evaluate(async ({ session }, url) => {
      session.fromPartition('agent').setUserAgent('Station/1.0');
      const window = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'agent' } });
      return [await window.webContents.executeJavaScript('navigator.userAgent'), window.webContents.getUserAgent()] as string[];
    }, pages.url);
    expect(agents).toEqual(['Station/1.0', 'Station/1.0']);
  });

  test('the user agent names the app and Electron', async () => {
    const agent = await launched.app.evaluate(async (_electron, url) => {
      const window = await globalThis.fixture.open(`${url}/`);
      return window.webContents.executeJavaScript('navigator.userAgent') as Promise<string>;
    }, pages.url);
    expect(agent).toMatch(/PlainFixture\/3\.2\.1 Chrome\/\d+\.0\.0\.0 Electron\/\d+\.\d+\.\d+ Safari/);
  });
});

describe('docs/api/session: events', () => {
  test('every new session is announced by session-created of the app', async () => {
    const same = await launched.app.evaluate(({ app, session }) => {
      let announced: unknown;
      app.once('session-created', (made) => {
        announced = made;
      });
      return session.fromPartition('announced') === announced;
    });
    expect(same).toBe(true);
  });

  test('will-download comes with the item, and preventing it cancels the download', async () => {
    const facts = await launched.app.evaluate(async ({ session }, url) => {
      const window = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'download' } });
      const announced = new Promise<unknown[]>((resolve) => {
        session.fromPartition('download').once('will-download', (event, item, contents) => {
          event.preventDefault();
          item.once('done', (_event, state) => resolve([item.getURL().replace(url, ''), item.getFilename(), contents === window.webContents, state]));
        });
      });
      await window.webContents.executeJavaScript('setTimeout(() => { location.href = "/file" }); 0');
      return announced;
    }, pages.url);
    expect(facts).toEqual(['/file', 'list.csv', true, 'cancelled']);
  });

  test('a download with a save path is saved there', async () => {
    using folder = temporaryFolder();
    const file = `${folder.path}/saved.csv`;
    const state = await launched.app.evaluate(
      async ({ session }, [url, file]) => {
        const window = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'save' } });
        const done = new Promise<string>((resolve) => {
          session.fromPartition('save').once('will-download', (_event, item) => {
            item.setSavePath(file);
            item.once('done', (_event, state) => resolve(state));
          });
        });
        await window.webContents.executeJavaScript('setTimeout(() => { location.href = "/file" }); 0');
        return done;
      },
      [pages.url, file] as const,
    );
    expect(state).toBe('completed');
    expect(readFileSync(file, 'utf8')).toBe('a,b');
  });
});

describe('docs/api/cookies', () => {
  test('set, get by filter, remove', async () => {
    const facts = await launched.app.evaluate(async ({ session }) => {
      const { cookies } = session.fromPartition('jar');
      await cookies.set({ url: 'https://shop.example/', name: 'a', value: '1', httpOnly: true, sameSite: 'strict' });
      await cookies.set({ url: 'https://other.example/', name: 'b', value: '2', expirationDate: Math.round(Date.now() / 1000) + 100 });
      const [a] = await cookies.get({ url: 'https://shop.example/' });
      const [b] = await cookies.get({ domain: 'other.example' });
      await cookies.remove('https://shop.example/', 'a');
      return [a, b?.session, (await cookies.get({})).map(({ name }) => name)];
    });
    expect(facts).toEqual([
      { name: 'a', value: '1', domain: 'shop.example', hostOnly: true, path: '/', secure: true, httpOnly: true, session: true, sameSite: 'strict' },
      false,
      ['b'],
    ]);
  });
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
