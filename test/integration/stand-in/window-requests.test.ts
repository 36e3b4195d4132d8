import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';
import { servePages, type Pages } from './pages.ts';

/** Windows per test; a larger number also loads the machine with two busy loops, as a proof that chance has no part. */
const count = Number(process.env['STATION_OPENED_WINDOWS'] ?? 45);
const patience = 30_000 + count * 1000;

let launched: LaunchedApp;
let pages: Pages;
let hogs: ChildProcess[] = [];
/** Requests of the windows that have reached the server. */
let arrived: string[] = [];

/** How a page can open a window; the text runs in the opener, with the address as `url`. */
const ways: Record<string, string> = {
  'window.open': 'window.open(url)',
  'window.open with noopener': 'window.open(url, "_blank", "noopener")',
  'window.open with features': 'window.open(url, "", "width=300,height=200")',
  'window.open without an address, which the opener sets later': 'const opened = window.open(); if (opened) opened.location = url',
  'a link with a target': 'link.target = "_blank"; link.rel = ""; link.click()',
  'a link with a target that keeps its opener': 'link.target = "_blank"; link.rel = "opener"; link.click()',
  'a click with Ctrl': 'link.target = ""; link.dispatchEvent(new MouseEvent("click", { ctrlKey: true, bubbles: true, cancelable: true }))',
  'a click with Shift': 'link.target = ""; link.dispatchEvent(new MouseEvent("click", { shiftKey: true, bubbles: true, cancelable: true }))',
  'a form with a target': 'form.action = url; form.method = "post"; form.target = "_blank"; form.submit()',
  'window.open of a frame': 'frames[0].eval(`window.open(${JSON.stringify(url)})`)',
  'window.open without opener of a frame': 'frames[0].eval(`window.open(${JSON.stringify(url)}, "_blank", "noopener")`)',
};
const scripts = Object.entries(ways).map(([name, code]) => [name, `{ const url = 'URL'; link.href = url; ${code}; } 0`] as const);

beforeAll(async () => {
  pages = await servePages({
    '/': '<title>opener</title><a id="link">go</a><form id="form"></form><iframe src="/frame"></iframe>',
    '/frame': 'frame',
    '/opened': (request, response) => {
      arrived.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>opened</title>');
    },
  });
  launched = await launch();
  if (count > 100) hogs = [1, 2].map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
});

afterEach(async () => {
  await launched.app.evaluate(() => globalThis.fixture.closeAll());
  arrived = [];
});

afterAll(async () => {
  for (const hog of hogs) hog.kill();
  await launched.close();
  await pages.close();
});

describe('docs/api/window-open: the first request of a window', () => {
  test('of one that is denied never leaves, however it was opened', { timeout: patience }, async () => {
    const asked = await launched.app.evaluate(
      async ({ BrowserWindow }, [url, scripts, count]) => {
        const { webContents } = await globalThis.fixture.open(`${url}/`);
        const asked: string[] = [];
        let heard = (): void => undefined;
        webContents.setWindowOpenHandler((details) => {
          asked.push(details.url.replace(url, ''));
          heard();
          return { action: 'deny' };
        });
        for (let number = 0; number < count; number += 1) {
          const answered = new Promise<void>((resolve) => (heard = resolve));
          const script = scripts[number % scripts.length]?.[1] ?? '';
          await webContents.executeJavaScript(script.replace('URL', `${url}/opened?${number}`), true);
          await answered;
        }
        return { windows: BrowserWindow.getAllWindows().length, asked };
      },
      [pages.url, scripts, count] as const,
    );
    await expect.poll(() => launched.app.windows().filter((page) => !page.isClosed()).length, { timeout: 20_000 }).toBe(1);
    expect(asked.windows).toBe(1);
    const withoutAddress = scripts.findIndex(([name]) => name.includes('without an address'));
    const addressOf = (number: number): string => (number % scripts.length === withoutAddress ? 'about:blank' : `/opened?${number}`);
    expect(asked.asked).toEqual(Array.from({ length: count }, (_, number) => addressOf(number)));
    expect(arrived).toEqual([]);
  });

  test('of one that is allowed is asked about, and does not leave when it is cancelled', { timeout: patience }, async () => {
    const seen = await launched.app.evaluate(
      async ({ session }, [url, scripts, count]) => {
        const { webContents } = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'cancels' } });
        const seen: string[] = [];
        let heard = (): void => undefined;
        session.fromPartition('cancels').webRequest.onBeforeRequest((details, answer) => {
          if (details.resourceType === 'mainFrame') seen.push(`${details.url.replace(url, '')} ${details.webContents === webContents}`);
          answer({ cancel: true });
          if (details.resourceType === 'mainFrame') heard();
        });
        let child: Electron.BrowserWindow | undefined;
        webContents.on('did-create-window', (window) => (child = window));
        for (let number = 0; number < count; number += 1) {
          const answered = new Promise<void>((resolve) => (heard = resolve));
          const script = scripts[number % scripts.length]?.[1] ?? '';
          await webContents.executeJavaScript(script.replace('URL', `${url}/opened?${number}`), true);
          await answered;
          child?.destroy();
        }
        return seen;
      },
      [pages.url, scripts, count] as const,
    );
    expect(seen).toEqual(Array.from({ length: count }, (_, number) => `/opened?${number} false`));
    expect(arrived).toEqual([]);
  });

  test.each(scripts)('of one that is allowed arrives once: %s', async (_name, script) => {
    const seen = await launched.app.evaluate(
      async (_electron, [url, script]) => {
        const { webContents } = await globalThis.fixture.open(`${url}/`);
        const created = globalThis.fixture.once(webContents, 'did-create-window');
        await webContents.executeJavaScript(script.replace('URL', `${url}/opened?once`), true);
        const [child] = (await created) as [Electron.BrowserWindow];
        while (child.webContents.getURL() !== `${url}/opened?once`) await globalThis.fixture.once(child.webContents, 'did-navigate');
        return child.webContents.getURL().replace(url, '');
      },
      [pages.url, script] as const,
    );
    expect(seen).toBe('/opened?once');
    expect(arrived).toEqual(['/opened?once']);
  });
});
