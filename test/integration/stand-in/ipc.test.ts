import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '@playwright/test';
import { launch, type LaunchedApp } from './launch.ts';
import { servePages, type Pages } from './pages.ts';

declare const window: {
  ipc: {
    invoke(channel: string, ...args: unknown[]): Promise<unknown>;
    send(channel: string, ...args: unknown[]): void;
    on(channel: string, listener: (...args: unknown[]) => void): () => void;
    once(channel: string, listener: (...args: unknown[]) => void): void;
    invokeFunction(): Promise<unknown>;
    sendSync(): unknown;
  };
};

let launched: LaunchedApp;
let pages: Pages;
let page: Page;

beforeAll(async () => {
  pages = await servePages({ '/': '<title>page</title>' });
  launched = await launch();
  page = await launched.open(`${pages.url}/`);
});

afterAll(async () => {
  await launched.close();
  await pages.close();
});

describe('docs/api/ipc-renderer: invoke', () => {
  test('answers with what the handler returns', async () => {
    expect(await page.evaluate(() => window.ipc.invoke('echo', { waybill: 'YT1', lines: [1, 2] }))).toEqual({ waybill: 'YT1', lines: [1, 2] });
  });

  test('is rejected with the text of the error only', async () => {
    const message = await page.evaluate(() => window.ipc.invoke('fail').catch((error: unknown) => (error as Error).message));
    expect(message).toBe("Error invoking remote method 'fail': TypeError: no such order");
  });

  test('is rejected when nobody handles the channel', async () => {
    const message = await page.evaluate(() => window.ipc.invoke('nobody').catch((error: unknown) => (error as Error).message));
    expect(message).toBe("Error invoking remote method 'nobody': Error: No handler registered for 'nobody'");
  });

  test.each([
    ['undefined', 'undefined', 'value === undefined'],
    ['bigint', '12345678901234567890n', 'value === 12345678901234567890n'],
    ['NaN', 'NaN', 'Number.isNaN(value)'],
    ['-0', '-0', 'Object.is(value, -0)'],
    ['Date', 'new Date(5)', 'value instanceof Date && value.getTime() === 5'],
    ['RegExp', '/a/gi', 'value instanceof RegExp && value.flags === "gi"'],
    ['Map', 'new Map([[{ a: 1 }, new Set([2])]])', 'value instanceof Map && [...value.values()][0].has(2)'],
    ['Set', 'new Set(["x"])', 'value instanceof Set && value.has("x")'],
    ['Uint8Array', 'new Uint8Array([0, 255])', 'value instanceof Uint8Array && value[1] === 255'],
    ['Float64Array', 'new Float64Array([0.5])', 'value instanceof Float64Array && value[0] === 0.5'],
    ['ArrayBuffer', 'new Uint8Array([7]).buffer', 'value instanceof ArrayBuffer && value.byteLength === 1'],
    ['Error', 'new RangeError("far")', 'value instanceof Error && value.message === "far"'],
    ['an object with a field named $', '({ $: "map", v: [] })', 'value.$ === "map"'],
    ['an object that holds itself', '(() => { const a = { n: 1 }; a.self = a; return a })()', 'value.n === 1'],
    ['text beyond ASCII', '"运单 \\u2028 😀"', 'value === "运单 \\u2028 😀"'],
  ])('structured clone carries %s there and back', async (_name, expression, check) => {
    expect(await page.evaluate(`window.ipc.invoke('echo', ${expression}).then((value) => ${check})`)).toBe(true);
  });

  test('a function cannot be sent', async () => {
    const message = await page.evaluate(() => window.ipc.invokeFunction().catch((error: unknown) => (error as Error).message));
    expect(message).toBe('An object could not be cloned.');
  });
});

describe('docs/api/ipc-main', () => {
  test('the event names the sender: its contents, and its frame with url and origin', async () => {
    const id = await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.id);
    expect(await page.evaluate(() => window.ipc.invoke('sender'))).toEqual({
      url: `${pages.url}/`,
      origin: pages.url,
      isTop: true,
      contentsId: id,
    });
  });

  test('a second handler for a channel is refused', async () => {
    const message = await launched.app.evaluate(({ ipcMain }) => {
      try {
        ipcMain.handle('echo', () => undefined);
        return 'taken';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe("Attempted to register a second handler for 'echo'");
  });

  test('handleOnce answers once; removeHandler ends a handler', async () => {
    await launched.app.evaluate(({ ipcMain }) => {
      ipcMain.handleOnce('once', () => 'first');
      ipcMain.handle('removed', () => 'there');
      ipcMain.removeHandler('removed');
    });
    const answers = await page.evaluate(async () => [
      await window.ipc.invoke('once'),
      await window.ipc.invoke('once').catch(() => 'gone'),
      await window.ipc.invoke('removed').catch(() => 'gone'),
    ]);
    expect(answers).toEqual(['first', 'gone', 'gone']);
  });

  test('a contents’ own ipc is asked before ipcMain', async () => {
    await launched.app.evaluate(({ BrowserWindow, ipcMain }) => {
      ipcMain.handle('who', () => 'ipcMain');
      BrowserWindow.getAllWindows()[0]?.webContents.ipc.handle('who', () => 'webContents.ipc');
    });
    expect(await page.evaluate(() => window.ipc.invoke('who'))).toBe('webContents.ipc');
  });

  test('event.reply answers the sender of send', async () => {
    const heard = await page.evaluate(
      () =>
        new Promise((resolve) => {
          window.ipc.once('said', resolve);
          window.ipc.send('say', 'hello');
        }),
    );
    expect(heard).toBe('hello');
  });
});

describe('docs/api/web-contents: send', () => {
  test('reaches listeners in order, until they are taken off', async () => {
    const heard = await page.evaluate(async () => {
      const heard: unknown[] = [];
      const off = window.ipc.on('tick', (count) => heard.push(count));
      const second = (): Promise<unknown> => new Promise((resolve) => window.ipc.once('done', resolve));
      let done = second();
      window.ipc.send('ticks', 3);
      await done;
      off();
      done = second();
      window.ipc.send('ticks', 1);
      await done;
      return heard;
    });
    expect(heard).toEqual([1, 2, 3]);
  });

  test('what cannot be cloned is refused at once', async () => {
    const message = await launched.app.evaluate(({ BrowserWindow }) => {
      try {
        BrowserWindow.getAllWindows()[0]?.webContents.send('tick', () => undefined);
        return 'sent';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe('An object could not be cloned.');
  });

  test('sendSync is not in the stand-in, and says so', async () => {
    const message = await page.evaluate(() => {
      try {
        return window.ipc.sendSync();
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe('not in the stand-in: ipcRenderer.sendSync');
  });
});
