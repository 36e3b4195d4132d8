import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';
import { servePages, type Pages } from './pages.ts';

let launched: LaunchedApp;
let pages: Pages;

beforeAll(async () => {
  pages = await servePages({
    '/': '<title>first title</title><body style="background: #123456"><h1>Parcel</h1>',
    '/stays': '<title>stays</title><button>touch</button><script>addEventListener("beforeunload", (event) => event.preventDefault())</script>',
    '/talks': '<title>talks</title><script>console.warn("careful", 7); window.said = confirm("Sure?")</script>',
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

describe('docs/api/browser-window: showing', () => {
  test('show: false stays hidden until show(), which emits show and focus', async () => {
    const facts = await launched.app.evaluate(async (_electron, url) => {
      const window = await globalThis.fixture.open(url, { show: false });
      const before = window.isVisible();
      const seen = globalThis.fixture.watch(window, ['show', 'focus', 'hide', 'blur']);
      window.show();
      const shown = [window.isVisible(), window.isFocused()];
      window.hide();
      return [before, shown, window.isVisible(), seen];
    }, `${pages.url}/`);
    expect(facts).toEqual([false, [true, true], false, ['show', 'focus', 'blur', 'hide']]);
  });

  test('ready-to-show comes once, after the page is there', async () => {
    const count = await launched.app.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false });
      let count = 0;
      window.on('ready-to-show', () => (count += 1));
      await window.loadURL(url);
      await window.loadURL(`${url}?again`);
      return count;
    }, `${pages.url}/`);
    expect(count).toBe(1);
  });

  test('the focus moves from window to window', async () => {
    const facts = await launched.app.evaluate(async ({ BrowserWindow, webContents }, url) => {
      const first = await globalThis.fixture.open(url);
      const second = await globalThis.fixture.open(url);
      const seen = globalThis.fixture.watch(second, ['blur']);
      first.focus();
      return [BrowserWindow.getFocusedWindow() === first, webContents.getFocusedWebContents() === first.webContents, seen];
    }, `${pages.url}/`);
    expect(facts).toEqual([true, true, ['blur']]);
  });
});

describe('docs/api/browser-window: place', () => {
  test('setBounds moves the real window and emits move and resize', async () => {
    const page = await launched.open(`${pages.url}/`, { width: 640, height: 480 });
    const facts = await launched.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('no window');
      const seen = globalThis.fixture.watch(window, ['move', 'resize']);
      window.setBounds({ x: 10, y: 20, width: 700, height: 500 });
      return [window.getBounds(), seen];
    });
    expect(facts).toEqual([{ x: 10, y: 20, width: 700, height: 500 }, ['move', 'resize']]);
    await expect.poll(() => page.evaluate('outerWidth')).toBe(700);
  });

  test('minimize, maximize, restore and full screen keep their state', async () => {
    const facts = await launched.app.evaluate(async (_electron, url) => {
      const window = await globalThis.fixture.open(url);
      window.minimize();
      const minimized = window.isMinimized();
      window.restore();
      window.maximize();
      const maximized = window.isMaximized();
      window.unmaximize();
      window.setFullScreen(true);
      const full = window.isFullScreen();
      window.setFullScreen(false);
      return [minimized, maximized, full, window.isNormal()];
    }, `${pages.url}/`);
    expect(facts).toEqual([true, true, true, true]);
  });

  test('parent and modal are what they were made with', async () => {
    const facts = await launched.app.evaluate(({ BrowserWindow }) => {
      const parent = new BrowserWindow({ show: false });
      const child = new BrowserWindow({ show: false, parent, modal: true });
      return [child.getParentWindow() === parent, child.isModal(), parent.getParentWindow()];
    });
    expect(facts).toEqual([true, true, null]);
  });
});

describe('docs/api/browser-window: title', () => {
  test('page-title-updated changes the title, unless it is prevented', async () => {
    const titles = await launched.app.evaluate(async (_electron, url) => {
      const window = await globalThis.fixture.open(url);
      if (window.getTitle() !== 'first title') await globalThis.fixture.once(window, 'page-title-updated');
      const first = window.getTitle();
      window.once('page-title-updated', (event) => event.preventDefault());
      const updated = globalThis.fixture.once(window, 'page-title-updated');
      await window.webContents.executeJavaScript('document.title = "second title"');
      await updated;
      return [first, window.getTitle(), window.webContents.getTitle()];
    }, `${pages.url}/`);
    expect(titles).toEqual(['first title', 'first title', 'second title']);
  });
});

describe('docs/api/browser-window: closing', () => {
  test('close can be prevented; destroy cannot', async () => {
    const facts = await launched.app.evaluate(async (_electron, url) => {
      const window = await globalThis.fixture.open(url);
      const seen = globalThis.fixture.watch(window, ['close', 'closed']);
      window.once('close', (event) => event.preventDefault());
      window.close();
      const alive = !window.isDestroyed();
      window.destroy();
      return [alive, window.isDestroyed(), window.webContents.isDestroyed(), seen];
    }, `${pages.url}/`);
    expect(facts).toEqual([true, true, true, ['close', 'closed']]);
  });

  test('close gives close, then closed, and the contents’ destroyed', async () => {
    const seen = await launched.app.evaluate(async (_electron, url) => {
      const window = await globalThis.fixture.open(url);
      const seen = globalThis.fixture.watch(window, ['close', 'closed']);
      window.webContents.once('destroyed', () => seen.push('destroyed'));
      const closed = globalThis.fixture.once(window, 'closed');
      window.close();
      await closed;
      return seen;
    }, `${pages.url}/`);
    expect(seen).toEqual(['close', 'destroyed', 'closed']);
  });
});

describe('docs/api/web-contents: will-prevent-unload', () => {
  test('a page that wants to stay asks the app first', async () => {
    const page = await launched.open(`${pages.url}/stays`);
    await page.getByRole('button').click();
    const gone = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('no window');
      const asked = globalThis.fixture.once(window.webContents, 'will-prevent-unload');
      window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
      const closed = globalThis.fixture.once(window, 'closed');
      window.close();
      await asked;
      await closed;
      return window.isDestroyed();
    });
    expect(gone).toBe(true);
  });
});

describe('docs/api/web-contents: contents', () => {
  test('executeJavaScript gives the result, awaits promises, and rejects with the message', async () => {
    const facts = await launched.app.evaluate(async (_electron, url) => {
      const { webContents } = await globalThis.fixture.open(url);
      const run = (code: string): Promise<unknown> => webContents.executeJavaScript(code);
      return [await run('1 + 1'), await run('Promise.resolve({ a: [1] })'), await run('undefined') === undefined, await run('Promise.reject(new Error("no"))').catch((error: Error) => error.message)];
    }, `${pages.url}/`);
    expect(facts).toEqual([2, { a: [1] }, true, 'no']);
  });

  test('insertCSS and removeInsertedCSS', async () => {
    const colours = await launched.app.evaluate(async (_electron, url) => {
      const { webContents } = await globalThis.fixture.open(url);
      const colour = (): Promise<unknown> => webContents.executeJavaScript('getComputedStyle(document.querySelector("h1")).color');
      const key = await webContents.insertCSS('h1 { color: rgb(1, 2, 3) }');
      const after = await colour();
      await webContents.removeInsertedCSS(key);
      return [after, await colour()];
    }, `${pages.url}/`);
    expect(colours).toEqual(['rgb(1, 2, 3)', 'rgb(0, 0, 0)']);
  });

  test('printToPDF gives a PDF of the size asked for', async () => {
    const [start, box] = await launched.app.evaluate(async (_electron, url) => {
      const { webContents } = await globalThis.fixture.open(url);
      const pdf = (await webContents.printToPDF({ pageSize: { width: 4, height: 6 } })).toString('latin1');
      return [pdf.slice(0, 5), /MediaBox\s*\[([^\]]*)\]/.exec(pdf)?.[1]?.trim()];
    }, `${pages.url}/`);
    expect(start).toBe('%PDF-');
    expect(box).toBe('0 0 288 432');
  });

  test('capturePage gives a picture of the page', async () => {
    const facts = await launched.app.evaluate(async (_electron, url) => {
      const window = await globalThis.fixture.open(url, { width: 400, height: 300 });
      const image = await window.capturePage();
      return [image.isEmpty(), image.getSize().width > 300, image.toPNG().subarray(1, 4).toString()];
    }, `${pages.url}/`);
    expect(facts).toEqual([false, true, 'PNG']);
  });

  test('console-message carries level and message; confirm is asked through dialog.showMessageBox', async () => {
    const facts = await launched.app.evaluate(async ({ dialog, BrowserWindow }, url) => {
      // oxlint-disable-next-line typescript/unbound-method -- put back as it was
      const original = dialog.showMessageBox;
      const asked: unknown[] = [];
      dialog.showMessageBox = async (...args: unknown[]) => {
        asked.push((args.at(-1) as Electron.MessageBoxOptions).message);
        return { response: 0, checkboxChecked: false };
      };
      const window = new BrowserWindow({ show: false });
      const messages: unknown[] = [];
      window.webContents.on('console-message', (event) => messages.push([event.level, event.message]));
      await window.loadURL(url);
      dialog.showMessageBox = original;
      return [messages, asked];
    }, `${pages.url}/talks`);
    expect(facts).toEqual([[['warning', 'careful 7']], ['Sure?']]);
  });

  test('a crash of the page gives render-process-gone on the contents and on the app', async () => {
    const facts = await launched.app.evaluate(async ({ app }, url) => {
      const window = await globalThis.fixture.open(url);
      const onApp = globalThis.fixture.once(app, 'render-process-gone');
      const onContents = globalThis.fixture.once(window.webContents, 'render-process-gone');
      window.webContents.forcefullyCrashRenderer();
      const [, details] = (await onContents) as [unknown, Electron.RenderProcessGoneDetails];
      const [, contents] = (await onApp) as [unknown, Electron.WebContents];
      const crashed = window.webContents.isCrashed();
      await window.loadURL(url);
      return [details.reason, contents === window.webContents, crashed, window.webContents.isCrashed()];
    }, `${pages.url}/`);
    expect(facts).toEqual(['crashed', true, true, false]);
  });

  test('ids: fromId, fromWebContents, fromDevToolsTargetId, getAllWebContents', async () => {
    const facts = await launched.app.evaluate(async ({ BrowserWindow, webContents }, url) => {
      const window = await globalThis.fixture.open(url);
      return [
        BrowserWindow.fromId(window.id) === window,
        BrowserWindow.fromWebContents(window.webContents) === window,
        webContents.fromId(window.webContents.id) === window.webContents,
        webContents.getAllWebContents().includes(window.webContents),
        webContents.fromDevToolsTargetId('nothing') === undefined,
      ];
    }, `${pages.url}/`);
    expect(facts).toEqual([true, true, true, true, true]);
  });
});
