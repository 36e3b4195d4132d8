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
    '/cached': (_request, response) => response.writeHead(200, { 'cache-control': 'max-age=3600' }).end('cached'),
    '/agent': (request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end([request.headers['user-agent'], request.headers['sec-ch-ua']].join(' ')),
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
      // A page that is open keeps a copy, and hears of the clearing a moment later.
      const look = `new Promise((resolve) => {
        const end = Date.now() + 10_000;
        const look = () => {
          const value = localStorage.getItem('key');
          if (value === null || Date.now() > end) resolve(value);
          else setTimeout(look, 10);
        };
        look();
      })`;
      const read = (window: Electron.BrowserWindow): Promise<unknown> => window.webContents.executeJavaScript(look);
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

  test('clearStorageData of a persist: partition is for good, with a page open or without; another origin keeps its own', async () => {
    using folder = temporaryFolder();
    for (const round of ['with a page', 'without a page', 'look']) {
      await using app = await launch('plain', { userData: folder.path });
      const found = await app.app.evaluate(
        async ({ session }, [url, round]) => {
          const partition = session.fromPartition('persist:account');
          const before = (await partition.cookies.get({})).map(({ name }) => name).sort();
          if (round === 'look') {
            const window = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'persist:account' } });
            return [before, await window.webContents.executeJavaScript('localStorage.getItem("key")')] as unknown[];
          }
          const window = await globalThis.fixture.open(`${url}/cookie`, { webPreferences: { partition: 'persist:account' } });
          await window.webContents.executeJavaScript('localStorage.setItem("key", "1")');
          await partition.cookies.set({ url: 'https://other.example/', name: 'other', value: '1', expirationDate: Date.now() / 1000 + 999 });
          await partition.clearStorageData({ origin: url });
          const others = (await partition.cookies.get({})).map(({ name }) => name);
          await partition.cookies.set({ url, name: 'again', value: '1', expirationDate: Date.now() / 1000 + 999 });
          if (round === 'without a page') {
            const closed = globalThis.fixture.once(window, 'closed');
            window.close();
            await closed;
          }
          await partition.closeAllConnections();
          await Promise.all([partition.clearStorageData(), partition.clearCache(), partition.clearAuthCache()]);
          return [before, others, (await partition.cookies.get({})).length] as unknown[];
        },
        [pages.url, round] as const,
      );
      expect(found).toEqual(round === 'look' ? [[], null] : [[], ['other'], 0]);
    }
  });

  test('clearCache makes a page ask the server again, with a page open or without', async () => {
    const hits: number[] = [];
    const load = (): Promise<void> =>
      launched.app.evaluate(async (_electron, url) => {
        const window = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'persist:cache' } });
        await window.webContents.executeJavaScript('fetch("/cached").then((response) => response.text())');
      }, pages.url);
    const clear = (): Promise<void> => launched.app.evaluate(({ session }) => session.fromPartition('persist:cache').clearCache());
    const before = pages.hits('/cached');
    for (const step of [load, load, clear, load, () => launched.app.evaluate(() => globalThis.fixture.closeAll()), clear, load]) {
      await step();
      if (step === load) hits.push(pages.hits('/cached') - before);
    }
    expect(hits).toEqual([1, 1, 2, 3]);
  });

  test('getUserAgent gives the one in force before any is set; neither header nor hints of the one that is set tell of Electron', async () => {
    const facts = await launched.app.evaluate(async ({ session }, url) => {
      const partition = session.fromPartition('persist:plain-agent');
      const first = partition.getUserAgent();
      partition.setUserAgent(first.replace(/ \S+ (Chrome\S+) Electron\/\S+/, ' $1'));
      const window = await globalThis.fixture.open(`${url}/agent`, { webPreferences: { partition: 'persist:plain-agent' } });
      const page = await window.webContents.executeJavaScript('JSON.stringify([navigator.userAgent, navigator.userAgentData?.brands, document.body.innerText])');
      const worker = await window.webContents.executeJavaScript(
        'new Promise((resolve) => { new Worker(URL.createObjectURL(new Blob(["postMessage(navigator.userAgent)"]))).onmessage = ({ data }) => resolve(data) })',
      );
      return [first, page, worker] as string[];
    }, pages.url);
    expect(facts[0]).toContain('Electron/');
    for (const told of facts.slice(1)) {
      expect(told).toContain(' Chrome/');
      expect(told).not.toMatch(/Electron|PlainFixture|Headless/i);
    }
  });

  test('setSpellCheckerEnabled is kept', async () => {
    const facts = await launched.app.evaluate(({ session }) => {
      const partition = session.fromPartition('spelling');
      const before = partition.isSpellCheckerEnabled();
      partition.setSpellCheckerEnabled(false);
      return [before, partition.isSpellCheckerEnabled()];
    });
    expect(facts).toEqual([true, false]);
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
