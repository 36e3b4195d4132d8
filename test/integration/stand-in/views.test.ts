import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';
import { redirectTo, servePages, type Pages } from './pages.ts';

let launched: LaunchedApp;
let pages: Pages;

beforeAll(async () => {
  pages = await servePages({
    '/': '<title>provider</title><a id="go" href="/hop">go</a>',
    '/hop': redirectTo('/end'),
    '/end': '<title>end</title>',
    '/cookie': (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'kept=yes; Max-Age=3600' }).end('<title>cookie</title>'),
    '/bar': '<title>bar</title>',
  });
  launched = await launch();
});

afterEach(async () => {
  await launched.app.evaluate(({ webContents }) => {
    globalThis.fixture.closeAll();
    for (const contents of webContents.getAllWebContents()) contents.close();
  });
  pages.requests.length = 0;
});

afterAll(async () => {
  await launched.close();
  await pages.close();
});

describe('docs/api/view', () => {
  test('a view is visible, and empty, by default; bounds are kept as they are set, also empty and negative ones', async () => {
    const facts = await launched.app.evaluate(({ View }) => {
      const view = new View();
      const before = [view.getVisible(), view.getBounds(), view.children];
      view.setVisible(false);
      view.setBounds({ x: -10, y: -20, width: 0, height: 50 });
      return [before, view.getVisible(), view.getBounds()];
    });
    expect(facts).toEqual([[true, { x: 0, y: 0, width: 0, height: 0 }, []], false, { x: -10, y: -20, width: 0, height: 50 }]);
  });

  test('bounds-changed comes when the bounds are others, and only then', async () => {
    const count = await launched.app.evaluate(({ View }) => {
      const view = new View();
      let count = 0;
      view.on('bounds-changed', () => (count += 1));
      view.setBounds({ x: 5, y: 6, width: 7, height: 8 });
      view.setBounds({ x: 5, y: 6, width: 7, height: 8 });
      return count;
    });
    expect(count).toBe(1);
  });

  test('children are in their order; adding one again brings it to the top; a place can be given', async () => {
    const orders = await launched.app.evaluate(({ View }) => {
      const names = new Map<Electron.View, string>();
      const make = (name: string): Electron.View => {
        const view = new View();
        names.set(view, name);
        return view;
      };
      const [a, b, c] = [make('a'), make('b'), make('c')];
      const root = new View();
      const order = (): string => root.children.map((view) => names.get(view)).join('');
      for (const view of [a, b, c]) root.addChildView(view);
      const orders = [order()];
      root.addChildView(a);
      orders.push(order());
      root.addChildView(c, 0);
      orders.push(order());
      root.removeChildView(b);
      root.removeChildView(b);
      orders.push(order());
      const other = new View();
      other.addChildView(a);
      return [...orders, order(), other.children.length];
    });
    expect(orders).toEqual(['abc', 'bca', 'cba', 'ca', 'c', 1]);
  });

  test('a view is no child of its own; bounds of a child are relative to its parent', async () => {
    const facts = await launched.app.evaluate(({ View }) => {
      const view = new View();
      let message = '';
      try {
        view.addChildView(view);
      } catch (error) {
        message = (error as Error).message;
      }
      const child = new View();
      view.addChildView(child);
      child.setBounds({ x: 10, y: 15, width: 25, height: 30 });
      view.setBounds({ x: 50, y: 60, width: 500, height: 600 });
      return [message, child.getBounds()];
    });
    expect(facts).toEqual(['A view cannot be added as its own child', { x: 10, y: 15, width: 25, height: 30 }]);
  });

  test('contentView of a window has the size of its content, and tells when that changes', async () => {
    const facts = await launched.app.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, width: 640, height: 480 });
      const before = window.contentView.getBounds();
      let told: Electron.Rectangle | undefined;
      window.contentView.on('bounds-changed', () => (told = window.contentView.getBounds()));
      window.setSize(700, 500);
      return [before, told];
    });
    expect(facts).toEqual([{ x: 0, y: 0, width: 640, height: 480 }, { x: 0, y: 0, width: 700, height: 500 }]);
  });
});

describe('docs/api/web-contents-view', () => {
  test('its page lives in the partition given, apart from that of the window, and Playwright sees both', async () => {
    const facts = await launched.app.evaluate(async ({ WebContentsView, session }, url) => {
      const window = await globalThis.fixture.open(`${url}/bar`);
      const view = new WebContentsView({ webPreferences: { partition: 'persist:provider', sandbox: true } });
      window.contentView.addChildView(view);
      await view.webContents.loadURL(`${url}/cookie`);
      const names = async (of: Electron.Session): Promise<string[]> => (await of.cookies.get({})).map(({ name }) => name);
      return [
        view.webContents.session === session.fromPartition('persist:provider'),
        await names(view.webContents.session),
        await names(window.webContents.session),
        await view.webContents.executeJavaScript('typeof window.bridge'),
        view.webContents.getTitle(),
      ] as unknown[];
    }, pages.url);
    expect(facts).toEqual([true, ['kept'], [], 'undefined', 'cookie']);
    await expect
      .poll(() => launched.app.windows().filter((page) => !page.isClosed()).map((page) => page.url().replace(pages.url, '')).sort())
      .toEqual(['/bar', '/cookie']);
  });

  test('the page has the size of the view', async () => {
    const sizes = await launched.app.evaluate(async ({ BrowserWindow, WebContentsView }, url) => {
      const window = new BrowserWindow({ width: 800, height: 600 });
      const view = new WebContentsView();
      window.contentView.addChildView(view);
      view.setBounds({ x: 0, y: 60, width: 640, height: 400 });
      await view.webContents.loadURL(url);
      const size = (): Promise<unknown> => view.webContents.executeJavaScript('[innerWidth, innerHeight]');
      const first = await size();
      const resized: Promise<unknown> = view.webContents.executeJavaScript('new Promise((resolve) => addEventListener("resize", () => resolve(0)))');
      await view.webContents.executeJavaScript('0');
      view.setBounds({ x: 0, y: 60, width: 500, height: 300 });
      await resized;
      return [first, await size()];
    }, pages.url);
    expect(sizes).toEqual([
      [640, 400],
      [500, 300],
    ]);
  });

  test('its contents give the navigation events, and are announced by web-contents-created', async () => {
    const seen = await launched.app.evaluate(async ({ app, WebContentsView }, url) => {
      let announced: Electron.WebContents | undefined;
      app.once('web-contents-created', (_event, contents) => (announced = contents));
      const { webContents } = new WebContentsView({ webPreferences: { partition: 'persist:provider' } });
      await webContents.loadURL(`${url}/`);
      const seen = globalThis.fixture.watch(webContents, ['will-navigate', 'will-redirect', 'did-navigate', 'did-finish-load']);
      const done = globalThis.fixture.once(webContents, 'did-finish-load');
      await webContents.executeJavaScript('setTimeout(() => go.click()); 0');
      await done;
      return [announced === webContents, ...seen.map((line) => line.replace(url, ''))];
    }, pages.url);
    expect(seen).toEqual([true, 'will-navigate /hop', 'will-redirect /end', 'did-navigate /end', 'did-finish-load']);
  });

  test('a redirect that is prevented does not reach the server', async () => {
    await launched.app.evaluate(async ({ WebContentsView }, url) => {
      const { webContents } = new WebContentsView({ webPreferences: { partition: 'persist:provider' } });
      await webContents.loadURL(`${url}/`);
      const asked = globalThis.fixture.once(webContents, 'will-redirect');
      webContents.on('will-redirect', (event) => event.preventDefault());
      const stopped = globalThis.fixture.once(webContents, 'did-stop-loading');
      await webContents.executeJavaScript('setTimeout(() => go.click()); 0');
      await asked;
      await stopped;
    }, pages.url);
    expect(pages.hits('/hop')).toBe(1);
    expect(pages.hits('/end')).toBe(0);
  });

  test('the contents stay when the window closes, and are destroyed by close(); then the view has none', async () => {
    const facts = await launched.app.evaluate(async ({ BrowserWindow, WebContentsView, webContents }, url) => {
      const window = new BrowserWindow({ show: false });
      const view = new WebContentsView({ webPreferences: { partition: 'persist:provider' } });
      window.contentView.addChildView(view);
      const contents = view.webContents;
      await contents.loadURL(`${url}/`);
      window.destroy();
      const after = [contents.isDestroyed(), await contents.executeJavaScript('document.title')] as unknown[];
      const seen = globalThis.fixture.watch(contents, ['destroyed']);
      contents.close();
      return [after, contents.isDestroyed(), seen, view.webContents, webContents.fromId(contents.id) === undefined];
    }, pages.url);
    expect(facts).toEqual([[false, 'provider'], true, ['destroyed'], undefined, true]);
    await expect.poll(() => launched.app.windows().filter((page) => !page.isClosed()).length).toBe(0);
  });

  test('a page that closes itself, and close() that waits for beforeunload, destroy the contents too', async () => {
    const facts = await launched.app.evaluate(async ({ WebContentsView }, url) => {
      const facts: boolean[] = [];
      for (const how of ['page', 'app']) {
        const view = new WebContentsView();
        const { webContents } = view;
        await webContents.loadURL(`${url}/`);
        const destroyed = globalThis.fixture.once(webContents, 'destroyed');
        if (how === 'app') webContents.close({ waitForBeforeUnload: true });
        else await webContents.executeJavaScript('window.close()').catch(() => undefined);
        await destroyed;
        facts.push(webContents.isDestroyed());
      }
      return facts;
    }, pages.url);
    expect(facts).toEqual([true, true]);
  });

  test('the window is not owner of the contents of its views: fromWebContents gives null', async () => {
    const owner = await launched.app.evaluate(({ BrowserWindow, WebContentsView }) => {
      const window = new BrowserWindow({ show: false });
      const view = new WebContentsView();
      window.contentView.addChildView(view);
      return [BrowserWindow.fromWebContents(view.webContents), BrowserWindow.fromWebContents(window.webContents) === window];
    });
    expect(owner).toEqual([null, true]);
  });

  test('a title of the page is told by its contents and does not become the window’s', async () => {
    const facts = await launched.app.evaluate(async ({ BrowserWindow, WebContentsView }, url) => {
      const window = new BrowserWindow({ show: false, title: 'Sign in' });
      const view = new WebContentsView();
      window.contentView.addChildView(view);
      const updated = globalThis.fixture.once(view.webContents, 'page-title-updated');
      await view.webContents.loadURL(`${url}/`);
      const [, title] = await updated;
      return [title, window.getTitle()];
    }, pages.url);
    expect(facts).toEqual(['provider', 'Sign in']);
  });

  test('popups of its page are denied, or become windows in the same partition', async () => {
    const facts = await launched.app.evaluate(async ({ BrowserWindow, WebContentsView }, url) => {
      const view = new WebContentsView({ webPreferences: { partition: 'persist:provider' } });
      const { webContents } = view;
      await webContents.loadURL(`${url}/`);
      const before = BrowserWindow.getAllWindows().length;
      const denied = new Promise<string>((resolve) => {
        webContents.setWindowOpenHandler((details) => {
          resolve(details.url.replace(url, ''));
          return { action: 'deny' };
        });
      });
      await webContents.executeJavaScript('window.open("/denied"); 0', true);
      const asked = await denied;
      const windows = BrowserWindow.getAllWindows().length - before;
      webContents.setWindowOpenHandler(() => ({ action: 'allow', overrideBrowserWindowOptions: { width: 420, height: 320, webPreferences: { sandbox: true } } }));
      const created = globalThis.fixture.once(webContents, 'did-create-window');
      await webContents.executeJavaScript('window.open("/end"); 0', true);
      const [child] = (await created) as [Electron.BrowserWindow];
      await globalThis.fixture.once(child.webContents, 'did-finish-load');
      return [asked, windows, child.webContents.getURL().replace(url, ''), child.getSize(), child.webContents.session === webContents.session];
    }, pages.url);
    expect(facts).toEqual(['/denied', 0, '/end', [420, 320], true]);
    expect(pages.hits('/denied')).toBe(0);
  });

  test('a crash of its page gives render-process-gone on the contents and on the app', async () => {
    const facts = await launched.app.evaluate(async ({ app, WebContentsView }, url) => {
      const { webContents } = new WebContentsView({ webPreferences: { partition: 'persist:provider' } });
      await webContents.loadURL(`${url}/`);
      const onApp = globalThis.fixture.once(app, 'render-process-gone');
      const onContents = globalThis.fixture.once(webContents, 'render-process-gone');
      webContents.forcefullyCrashRenderer();
      const [, details] = (await onContents) as [unknown, Electron.RenderProcessGoneDetails];
      const [, contents] = (await onApp) as [unknown, Electron.WebContents];
      const facts = [details.reason, contents === webContents, webContents.isCrashed(), webContents.isDestroyed()];
      await webContents.loadURL(`${url}/end`);
      return [...facts, webContents.getTitle()];
    }, pages.url);
    expect(facts).toEqual(['crashed', true, true, false, 'end']);
  });
});
