import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launch();
  await launched.app.evaluate(({ protocol }) => {
    const html = { 'content-type': 'text/html' };
    protocol.handle('fixture', async (request) => {
      const url = new URL(request.url);
      switch (url.pathname) {
        case '/index.html':
          return new Response('<title>own</title><img src="/pixel.svg"><script src="/script.js"></script><script>window.inline = 1</script>', {
            headers: { ...html, 'content-security-policy': "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'self'" },
          });
        case '/script.js':
          return new Response('window.external = 1', { headers: { 'content-type': 'text/javascript' } });
        case '/pixel.svg':
          return new Response('<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>', { headers: { 'content-type': 'image/svg+xml' } });
        case '/absolute.html':
          return new Response('<title>absolute</title><img src="fixture://app/pixel.svg">', { headers: { ...html, 'content-security-policy': "img-src 'self'" } });
        case '/echo':
          return Response.json({ method: request.method, url: request.url, body: await request.text(), kind: request.headers.get('content-type') });
        case '/stream':
          return new Response(
            new ReadableStream({
              start(controller) {
                for (const part of ['a', 'b', 'c']) controller.enqueue(new TextEncoder().encode(part));
                controller.close();
              },
            }),
          );
        case '/moved':
          return new Response(null, { status: 302, headers: { location: '/index.html' } });
        case '/broken':
          return Response.error();
        case '/links':
          return new Response('<title>links</title><a href="fixture://app/index.html">own</a>', { headers: html });
        default:
          return new Response('nothing here', { status: 404, headers: html });
      }
    });
  });
});

afterEach(async () => {
  await launched.app.evaluate(() => globalThis.fixture.closeAll());
});

afterAll(async () => {
  await launched.close();
});

/** Loads a page of the own scheme and evaluates in it. */
function inPage(path: string, expression: string): Promise<unknown> {
  return launched.app.evaluate(
    async (_electron, [path, expression]) => {
      const { webContents } = await globalThis.fixture.open(`fixture://app${path}`);
      return webContents.executeJavaScript(expression) as Promise<unknown>;
    },
    [path, expression] as const,
  );
}

describe('docs/api/protocol', () => {
  test('a page of an own scheme loads, with its scripts and pictures', async () => {
    expect(await inPage('/index.html', '[document.title, window.external, document.images[0].naturalWidth]')).toEqual(['own', 1, 3]);
  });

  test('the policy of the response is in force: an inline script does not run', async () => {
    expect(await inPage('/index.html', 'typeof window.inline')).toBe('undefined');
  });

  test('the app sees the own scheme: getURL, senderFrame, events', async () => {
    const seen = await launched.app.evaluate(async ({ ipcMain }) => {
      ipcMain.removeHandler('where');
      const window = await globalThis.fixture.open('fixture://app/index.html');
      const { mainFrame } = window.webContents;
      const seen = globalThis.fixture.watch(window.webContents, ['did-start-navigation', 'did-navigate']);
      await window.loadURL('fixture://app/index.html?again#part');
      return [window.webContents.getURL(), mainFrame.origin, ...seen];
    });
    expect(seen).toEqual([
      'fixture://app/index.html?again#part',
      'fixture://app',
      'did-start-navigation fixture://app/index.html?again#part',
      'did-navigate fixture://app/index.html?again#part',
    ]);
  });

  test('event.senderFrame has the own origin', async () => {
    expect(await inPage('/index.html', 'window.ipc.invoke("sender").then(({ url, origin }) => [url, origin])')).toEqual([
      'fixture://app/index.html',
      'fixture://app',
    ]);
  });

  test('the handler gets method, url, headers and body', async () => {
    const code = 'fetch("/echo?a=1", { method: "POST", body: "text", headers: { "content-type": "text/x-waybill" } }).then((r) => r.json())';
    expect(await inPage('/index.html', code)).toEqual({ method: 'POST', url: 'fixture://app/echo?a=1', body: 'text', kind: 'text/x-waybill' });
  });

  test('status, statusText and headers of the response reach the page', async () => {
    expect(await inPage('/index.html', 'fetch("/absent").then((r) => [r.status, r.headers.get("content-type")])')).toEqual([404, 'text/html']);
  });

  test('a streamed body arrives whole', async () => {
    expect(await inPage('/index.html', 'fetch("/stream").then((r) => r.text())')).toBe('abc');
  });

  test('a redirect within the scheme is followed', async () => {
    const url = await launched.app.evaluate(async () => (await globalThis.fixture.open('fixture://app/moved')).webContents.getURL());
    expect(url).toBe('fixture://app/index.html');
  });

  test('Response.error fails the load', async () => {
    const code = await launched.app.evaluate(() =>
      globalThis.fixture.open('fixture://app/broken').then(
        () => 'loaded',
        (error: { code: string }) => error.code,
      ),
    );
    expect(code).toBe('ERR_FAILED');
  });

  test("an absolute address of the own scheme loads as a picture, and 'self' admits it", async () => {
    expect(await inPage('/absolute.html', 'document.images[0].naturalWidth')).toBe(3);
  });

  test('a link to the own scheme gives will-navigate and goes there', async () => {
    const seen = await launched.app.evaluate(async () => {
      const { webContents } = await globalThis.fixture.open('fixture://app/links');
      const seen = globalThis.fixture.watch(webContents, ['will-navigate', 'did-navigate']);
      const done = globalThis.fixture.once(webContents, 'did-finish-load');
      await webContents.executeJavaScript('setTimeout(() => document.querySelector("a").click()); 0');
      await done;
      return seen;
    });
    expect(seen).toEqual(['will-navigate fixture://app/index.html', 'did-navigate fixture://app/index.html']);
  });

  test('an own page is a secure context', async () => {
    expect(await inPage('/index.html', 'window.isSecureContext')).toBe(true);
  });

  test('a handler belongs to one session; elsewhere the scheme does not load', async () => {
    const code = await launched.app.evaluate(() =>
      globalThis.fixture.open('fixture://app/index.html', { webPreferences: { partition: 'elsewhere' } }).then(
        () => 'loaded',
        (error: { code: string }) => error.code,
      ),
    );
    expect(code).not.toBe('loaded');
  });

  test('a scheme is handled once; unhandle ends it', async () => {
    const outcome = await launched.app.evaluate(({ session }) => {
      const { protocol } = session.fromPartition('handled');
      protocol.handle('other', () => new Response('x'));
      const before = protocol.isProtocolHandled('other');
      let refusal = '';
      try {
        protocol.handle('other', () => new Response('y'));
      } catch (error) {
        refusal = (error as Error).message;
      }
      protocol.unhandle('other');
      return [before, refusal !== '', protocol.isProtocolHandled('other')];
    });
    expect(outcome).toEqual([true, true, false]);
  });

  test('registerSchemesAsPrivileged is refused after ready', async () => {
    const message = await launched.app.evaluate(({ protocol }) => {
      try {
        protocol.registerSchemesAsPrivileged([{ scheme: 'late' }]);
        return 'registered';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toMatch(/before app is ready/);
  });
});
