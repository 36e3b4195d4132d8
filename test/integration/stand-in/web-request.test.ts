import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';
import { redirectTo, servePages, type Pages } from './pages.ts';

let launched: LaunchedApp;
let pages: Pages;
let lastHeaders: Record<string, unknown> = {};

beforeAll(async () => {
  pages = await servePages({
    '/': '<title>page</title><img src="/picture"><script src="/script"></script><iframe src="/inner"></iframe>',
    '/plain': '<title>plain</title>',
    '/inner': 'inner',
    '/picture': (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(),
    '/script': (_request, response) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(''),
    '/one': redirectTo('/two'),
    '/two': redirectTo('/plain', 307),
    '/headers': (request, response) => {
      lastHeaders = request.headers;
      response.writeHead(200, { 'content-type': 'text/html', 'x-server': 'yes' }).end('<title>headers</title><script>document.title = "ran"</script>');
    },
    '/posted': (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('posted'),
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

describe('docs/api/web-request', () => {
  test('onBeforeRequest sees every hop of a redirect before it is sent', async () => {
    const seen = await launched.app.evaluate(async ({ session }, url) => {
      const seen: string[] = [];
      session.fromPartition('hops').webRequest.onBeforeRequest((details, answer) => {
        seen.push(`${details.method} ${details.url.replace(url, '')}`);
        answer({});
      });
      await globalThis.fixture.open(`${url}/one`, { webPreferences: { partition: 'hops' } });
      return seen;
    }, pages.url);
    expect(seen).toEqual(['GET /one', 'GET /two', 'GET /plain']);
  });

  test('cancelling a later hop keeps it from the server', async () => {
    const before = pages.hits('/plain');
    const error = await launched.app.evaluate(async ({ session }, url) => {
      session.fromPartition('cut').webRequest.onBeforeRequest((details, answer) => answer({ cancel: details.url.endsWith('/plain') }));
      return globalThis.fixture.open(`${url}/one`, { webPreferences: { partition: 'cut' } }).then(
        () => 'loaded',
        (error: { code: string; errno: number }) => `${error.code} ${error.errno}`,
      );
    }, pages.url);
    expect(error).toBe('ERR_BLOCKED_BY_CLIENT -20');
    expect(pages.hits('/plain')).toBe(before);
  });

  test('redirectURL sends the request elsewhere', async () => {
    const url = await launched.app.evaluate(async ({ session }, url) => {
      session.fromPartition('moved').webRequest.onBeforeRequest({ urls: [`${url}/absent`] }, (_details, answer) => answer({ redirectURL: `${url}/plain` }));
      const window = await globalThis.fixture.open(`${url}/absent`, { webPreferences: { partition: 'moved' } });
      return window.webContents.getURL();
    }, pages.url);
    expect(url).toBe(`${pages.url}/plain`);
    expect(pages.hits('/absent')).toBe(0);
  });

  test('resourceType names what a request is for', async () => {
    const types = await launched.app.evaluate(async ({ session }, url) => {
      const types: Record<string, string> = {};
      session.fromPartition('types').webRequest.onBeforeRequest((details, answer) => {
        types[details.url.replace(url, '')] = details.resourceType;
        answer({});
      });
      await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'types' } });
      return types;
    }, pages.url);
    expect(types).toEqual({ '/': 'mainFrame', '/picture': 'image', '/script': 'script', '/inner': 'subFrame' });
  });

  test('a filter by urls and types limits what the listener sees', async () => {
    const seen = await launched.app.evaluate(async ({ session }, url) => {
      const seen: string[] = [];
      session.fromPartition('filter').webRequest.onBeforeRequest({ urls: ['http://127.0.0.1:*/*'], types: ['image', 'subFrame'] }, (details, answer) => {
        seen.push(details.url.replace(url, ''));
        answer({});
      });
      await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'filter' } });
      return seen.sort();
    }, pages.url);
    expect(seen).toEqual(['/inner', '/picture']);
  });

  test('only the last listener of an event counts, and null takes it away', async () => {
    const seen = await launched.app.evaluate(async ({ session }, url) => {
      const seen: string[] = [];
      const { webRequest } = session.fromPartition('last');
      const listener = (name: string) => (_details: unknown, answer: (response: object) => void) => {
        seen.push(name);
        answer({});
      };
      webRequest.onBeforeRequest(listener('first'));
      webRequest.onBeforeRequest(listener('second'));
      const window = await globalThis.fixture.open(`${url}/plain`, { webPreferences: { partition: 'last' } });
      webRequest.onBeforeRequest(null);
      await window.loadURL(`${url}/plain`);
      return seen;
    }, pages.url);
    expect(seen).toEqual(['second']);
  });

  test('onBeforeSendHeaders changes what the server gets', async () => {
    await launched.app.evaluate(async ({ session }, url) => {
      session.fromPartition('send').webRequest.onBeforeSendHeaders((details, answer) => {
        answer({ requestHeaders: { ...details.requestHeaders, 'X-Station': 'yes' } });
      });
      await globalThis.fixture.open(`${url}/headers`, { webPreferences: { partition: 'send' } });
    }, pages.url);
    expect(lastHeaders['x-station']).toBe('yes');
  });

  test('a policy added in onHeadersReceived is in force in the page', async () => {
    const titles = await launched.app.evaluate(async ({ session }, url) => {
      const window = await globalThis.fixture.open(`${url}/headers`, { webPreferences: { partition: 'received' } });
      const title = (): Promise<string> => window.webContents.executeJavaScript('document.title') as Promise<string>;
      const before = await title();
      let server: string[] | undefined;
      session.fromPartition('received').webRequest.onHeadersReceived((details, answer) => {
        server = details.responseHeaders?.['x-server'];
        answer({ responseHeaders: { ...details.responseHeaders, 'content-security-policy': ["script-src 'none'"] } });
      });
      await window.loadURL(`${url}/headers?again`);
      return [before, await title(), server];
    }, pages.url);
    expect(titles).toEqual(['ran', 'headers', ['yes']]);
  });

  test('onBeforeRedirect and onCompleted tell of each hop and of the end, under one id', async () => {
    const seen = await launched.app.evaluate(async ({ session }, url) => {
      const seen: unknown[] = [];
      const ids = new Set<number>();
      const { webRequest } = session.fromPartition('told');
      webRequest.onBeforeRedirect((details) => {
        ids.add(details.id);
        seen.push(['redirect', details.statusCode, details.url.replace(url, ''), details.redirectURL.replace(url, '')]);
      });
      const completed = new Promise<void>((resolve) => {
        webRequest.onCompleted((details) => {
          ids.add(details.id);
          seen.push(['completed', details.statusCode, details.url.replace(url, '')]);
          resolve();
        });
      });
      await globalThis.fixture.open(`${url}/one`, { webPreferences: { partition: 'told' } });
      await completed;
      return [...seen, ids.size];
    }, pages.url);
    expect(seen).toEqual([
      ['redirect', 302, '/one', '/two'],
      ['redirect', 307, '/two', '/plain'],
      ['completed', 200, '/plain'],
      1,
    ]);
  });

  test('onErrorOccurred tells of a request that failed', async () => {
    const error = await launched.app.evaluate(async ({ session }, url) => {
      const { webRequest } = session.fromPartition('failed');
      webRequest.onBeforeRequest((_details, answer) => answer({ cancel: true }));
      const told = new Promise<string>((resolve) => webRequest.onErrorOccurred((details) => resolve(details.error)));
      globalThis.fixture.open(`${url}/plain`, { webPreferences: { partition: 'failed' } }).catch(() => undefined);
      return told;
    }, pages.url);
    expect(error).toBe('net::ERR_BLOCKED_BY_CLIENT');
  });

  test('uploadData holds the body of a posted form', async () => {
    const body = await launched.app.evaluate(async ({ session }, url) => {
      const window = await globalThis.fixture.open(`${url}/plain`, { webPreferences: { partition: 'upload' } });
      const posted = new Promise<string>((resolve) => {
        session.fromPartition('upload').webRequest.onBeforeRequest((details, answer) => {
          answer({});
          resolve(Buffer.concat((details.uploadData ?? []).map((part) => part.bytes)).toString());
        });
      });
      await window.webContents.executeJavaScript('fetch("/posted", { method: "POST", body: "waybill=YT1" }); 0');
      return posted;
    }, pages.url);
    expect(body).toBe('waybill=YT1');
  });
});
