import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';
import { redirectTo, servePages, type Pages } from './pages.ts';

const navigationEvents = [
  'did-start-navigation',
  'will-frame-navigate',
  'will-navigate',
  'will-redirect',
  'did-redirect-navigation',
  'did-frame-navigate',
  'did-navigate',
  'did-navigate-in-page',
];
const loadEvents = ['did-start-loading', 'dom-ready', 'did-finish-load', 'did-stop-loading', 'did-fail-load', 'did-fail-provisional-load'];

let launched: LaunchedApp;
let pages: Pages;

beforeAll(async () => {
  pages = await servePages({
    '/': '<title>start</title><a id="go" href="/first">go</a><a id="hash" href="#part">part</a>',
    '/first': redirectTo('/second'),
    '/second': redirectTo('/end'),
    '/end': '<title>end</title>',
    '/other': '<title>other</title>',
    '/framed': '<title>framed</title><iframe src="/inner"></iframe>',
    '/inner': '<a id="go" href="/end">go</a>',
    '/prevented': '<title>prevented</title>',
    '/never': () => undefined,
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

/** Opens the start page, watches, acts in the page, waits for an event, and tells what was seen, without the server's address. */
async function watch(names: string[], action: string, until: string, start = '/'): Promise<string[]> {
  const seen = await launched.app.evaluate(
    async (_electron, [url, names, action, until]) => {
      const { webContents } = await globalThis.fixture.open(url);
      const seen = globalThis.fixture.watch(webContents, names);
      const done = globalThis.fixture.once(webContents, until);
      await webContents.executeJavaScript(`setTimeout(() => { ${action} }); 0`);
      await done;
      return seen;
    },
    [`${pages.url}${start}`, names, action, until] as const,
  );
  return seen.map((line) => line.replaceAll(pages.url, ''));
}

describe('docs/api/web-contents: navigation events', () => {
  test('a click through two server redirects gives every event, in order', async () => {
    expect(await watch(navigationEvents, 'go.click()', 'did-stop-loading')).toEqual([
      'did-start-navigation /first',
      'will-frame-navigate /first',
      'will-navigate /first',
      'will-redirect /second',
      'did-redirect-navigation /second',
      'will-redirect /end',
      'did-redirect-navigation /end',
      'did-frame-navigate /end',
      'did-navigate /end',
    ]);
  });

  test('loading events frame the navigation', async () => {
    expect(await watch(['did-navigate', ...loadEvents], 'location.href = "/other"', 'did-stop-loading')).toEqual([
      'did-start-loading',
      'did-navigate /other',
      'dom-ready',
      'did-finish-load',
      'did-stop-loading',
    ]);
  });

  test('a hash gives only did-start-navigation and did-navigate-in-page', async () => {
    expect(await watch(navigationEvents, 'hash.click()', 'did-navigate-in-page')).toEqual([
      'did-start-navigation /#part',
      'did-navigate-in-page /#part',
    ]);
  });

  test('history.pushState gives only did-start-navigation and did-navigate-in-page', async () => {
    expect(await watch(navigationEvents, 'history.pushState({}, "", "/made-up")', 'did-navigate-in-page')).toEqual([
      'did-start-navigation /made-up',
      'did-navigate-in-page /made-up',
    ]);
  });

  test('will-navigate is not emitted for loadURL, reload and going back', async () => {
    const seen = await launched.app.evaluate(
      async (_electron, url) => {
        const { webContents } = await globalThis.fixture.open(`${url}/`);
        const seen = globalThis.fixture.watch(webContents, ['will-navigate', 'will-frame-navigate', 'did-navigate']);
        await webContents.loadURL(`${url}/other`);
        let loaded = globalThis.fixture.once(webContents, 'did-finish-load');
        webContents.reload();
        await loaded;
        loaded = globalThis.fixture.once(webContents, 'did-finish-load');
        webContents.navigationHistory.goBack();
        await loaded;
        return seen;
      },
      pages.url,
    );
    expect(seen).toEqual([`did-navigate ${pages.url}/other`, `did-navigate ${pages.url}/other`, `did-navigate ${pages.url}/`]);
  });

  test('will-redirect is emitted for loadURL as well, once per hop', async () => {
    const seen = await launched.app.evaluate(
      async (_electron, url) => {
        const { webContents } = await globalThis.fixture.open(`${url}/`);
        const seen = globalThis.fixture.watch(webContents, ['will-redirect']);
        await webContents.loadURL(`${url}/first`);
        return seen;
      },
      pages.url,
    );
    expect(seen).toEqual([`will-redirect ${pages.url}/second`, `will-redirect ${pages.url}/end`]);
  });

  test('a frame gives will-frame-navigate with isMainFrame false, and no will-navigate', async () => {
    const seen = await launched.app.evaluate(
      async (_electron, url) => {
        const { webContents } = await globalThis.fixture.open(`${url}/framed`);
        const seen: unknown[] = [];
        webContents.on('will-frame-navigate', (event) => seen.push([event.url.replace(url, ''), event.isMainFrame]));
        webContents.on('will-navigate', (event) => seen.push(event.url));
        const done = globalThis.fixture.once(webContents, 'did-frame-navigate');
        await webContents.executeJavaScript('frames[0].document.getElementById("go").click()');
        await done;
        return seen;
      },
      pages.url,
    );
    expect(seen).toEqual([['/end', false]]);
  });

  test('the event carries url, isMainFrame, isSameDocument and frame, and the older arguments follow it', async () => {
    const facts = await launched.app.evaluate(
      async (_electron, url) => {
        const { webContents } = await globalThis.fixture.open(`${url}/`);
        const emitted = globalThis.fixture.once(webContents, 'did-start-navigation');
        const loaded = webContents.loadURL(`${url}/other`);
        const [event, ...older] = await emitted;
        await loaded;
        const details = event as Electron.Event<Electron.WebContentsDidStartNavigationEventParams>;
        const { isMainFrame, isSameDocument } = details;
        return [details.url.replace(url, ''), isMainFrame, isSameDocument, details.frame === webContents.mainFrame, String(older[0]).replace(url, ''), ...older.slice(1, 3)];
      },
      pages.url,
    );
    expect(facts).toEqual(['/other', true, false, true, '/other', false, true]);
  });

  test('preventing will-navigate keeps the page, and no request leaves', async () => {
    const url = await launched.app.evaluate(
      async (_electron, url) => {
        const { webContents } = await globalThis.fixture.open(`${url}/`);
        webContents.on('will-navigate', (event) => event.preventDefault());
        const stopped = globalThis.fixture.once(webContents, 'did-stop-loading');
        await webContents.executeJavaScript('setTimeout(() => { location.href = "/prevented" }); 0');
        await stopped;
        return webContents.getURL().replace(url, '');
      },
      pages.url,
    );
    expect(url).toBe('/');
    expect(pages.hits('/prevented')).toBe(0);
  });

  test('a load that is cancelled gives did-fail-provisional-load with -3, and no did-fail-load', async () => {
    const seen = await launched.app.evaluate(
      async (_electron, url) => {
        const { webContents } = await globalThis.fixture.open(`${url}/`);
        const seen: unknown[] = [];
        webContents.on('did-fail-load', () => seen.push('did-fail-load'));
        webContents.on('did-fail-provisional-load', (_event, code, description) => seen.push([code, description]));
        webContents.loadURL(`${url}/never`).catch(() => undefined);
        await globalThis.fixture.once(webContents, 'did-start-navigation');
        const stopped = globalThis.fixture.once(webContents, 'did-stop-loading');
        webContents.stop();
        await stopped;
        return seen;
      },
      pages.url,
    );
    expect(seen).toEqual([[-3, 'ERR_ABORTED']]);
  });
});

describe('docs/api/web-contents: loadURL', () => {
  test('the promise is fulfilled when the page has finished loading', async () => {
    const title = await launched.app.evaluate(async (_electron, url) => {
      const window = await globalThis.fixture.open(`${url}/end`);
      return window.webContents.executeJavaScript('document.readyState');
    }, pages.url);
    expect(title).toBe('complete');
  });

  test('the promise is rejected with code, errno and url when the page cannot be loaded', async () => {
    await using closed = await servePages({});
    const { url } = closed;
    await closed.close();
    const outcome = await launched.app.evaluate(async (_electron, url) => {
      try {
        await globalThis.fixture.open(`${url}/`);
        return 'loaded';
      } catch (error) {
        const { code, errno, url: failed, message } = error as Error & { code: string; errno: number; url: string };
        return { code, errno, failed, message };
      }
    }, url);
    expect(outcome).toEqual({
      code: 'ERR_CONNECTION_REFUSED',
      errno: -102,
      failed: `${url}/`,
      message: `ERR_CONNECTION_REFUSED (-102) loading '${url}/'`,
    });
  });

  test('a second loadURL before the first has ended rejects the first with ERR_ABORTED', async () => {
    const codes = await launched.app.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow();
      const started = globalThis.fixture.once(window.webContents, 'did-start-navigation');
      const first = window.loadURL(`${url}/never`).catch((error: { code: string }) => error.code);
      await started;
      const second = window.loadURL(`${url}/end`).then(() => 'loaded');
      return [await first, await second];
    }, pages.url);
    expect(codes).toEqual(['ERR_ABORTED', 'loaded']);
  });

  test('loadFile takes a path relative to the app, with query and hash', async () => {
    const url = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow();
      await window.loadFile('page.html', { query: { a: '1' }, hash: 'b' });
      return [window.webContents.getURL(), window.webContents.getTitle()];
    });
    expect(url[0]).toMatch(/^file:\/\/.*\/fixtures\/plain\/page\.html\?a=1#b$/);
  });
});

describe('docs/api/navigation-history', () => {
  test('canGoBack, goBack and clear', async () => {
    const facts = await launched.app.evaluate(async (_electron, url) => {
      const { webContents } = await globalThis.fixture.open(`${url}/`);
      const { navigationHistory } = webContents;
      await webContents.loadURL(`${url}/end`);
      const before = [navigationHistory.canGoBack(), navigationHistory.length(), navigationHistory.getActiveIndex()];
      const loaded = globalThis.fixture.once(webContents, 'did-finish-load');
      navigationHistory.goBack();
      await loaded;
      const after = [navigationHistory.canGoBack(), navigationHistory.canGoForward()];
      navigationHistory.clear();
      return [before, after, navigationHistory.canGoForward(), navigationHistory.length()];
    }, pages.url);
    expect(facts).toEqual([[true, 2, 1], [false, true], false, 1]);
  });
});
