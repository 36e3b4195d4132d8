import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';
import { redirectTo, servePages, type Pages } from './pages.ts';

/**
 * A provider's page comes back to a return URL. A live server counts what reaches it: with the app's hooks in place,
 * nothing may.
 */
let launched: LaunchedApp;
let callback: Pages;
let provider: Pages;

/** What the provider's page does to come back, and which event sees it first. */
const ways: [way: string, action: string, seenBy: string][] = [
  ['a 302 after a click', 'document.querySelector("a#redirect").click()', 'will-redirect'],
  ['a 303 after a form is posted', 'document.querySelector("form#redirect").submit()', 'will-redirect'],
  ['a chain of redirects', 'location.href = "/chain"', 'will-redirect'],
  ['location = ...', 'location.href = RETURN', 'will-navigate'],
  ['location.replace', 'location.replace(RETURN)', 'will-navigate'],
  ['a link', 'document.querySelector("a#straight").click()', 'will-navigate'],
  ['meta refresh', 'location.href = "/refresh"', 'will-navigate'],
  ['a form by GET', 'document.querySelector("form#get").submit()', 'will-navigate'],
  ['a form by POST', 'document.querySelector("form#post").submit()', 'will-navigate'],
  ['an iframe that goes to _top', 'frames[0].document.querySelector("a").click()', 'will-navigate'],
  ['a popup', 'window.open(RETURN)', 'window-open'],
  ['a link to _blank', 'document.querySelector("a#blank").click()', 'window-open'],
  ['an iframe that goes there itself', 'frames[0].location.href = RETURN', 'will-frame-navigate'],
];

beforeAll(async () => {
  callback = await servePages({ '/back': '<title>caught too late</title>' });
  const back = `${callback.url}/back?state=abc`;
  provider = await servePages({
    '/login': `<title>login</title>
      <a id="redirect" href="/go">sign in</a> <a id="straight" href="${back}">back</a> <a id="blank" target="_blank" href="${back}">back</a>
      <form id="redirect" method="post" action="/posted"></form>
      <form id="get" action="${callback.url}/back"><input name="state" value="abc"></form>
      <form id="post" method="post" action="${back}"><input name="session" value="s"></form>
      <iframe src="/inner"></iframe>`,
    '/inner': `<a target="_top" href="${back}">back</a>`,
    '/go': redirectTo(back),
    '/posted': redirectTo(back, 303),
    '/chain': redirectTo('/chain2', 301),
    '/chain2': redirectTo(back, 307),
    '/refresh': `<meta http-equiv="refresh" content="0; url=${back}">`,
  });
  launched = await launch();
});

afterEach(async () => {
  await launched.app.evaluate(() => globalThis.fixture.closeAll());
  callback.requests.length = 0;
});

afterAll(async () => {
  await launched.close();
  await callback.close();
  await provider.close();
});

describe('docs/api/web-contents: a navigation is caught before its request leaves', () => {
  test.each(ways)('%s', async (_way, action, seenBy) => {
    const seen = await launched.app.evaluate(
      async (_electron, [login, returnUrl, action]) => {
        const { webContents } = await globalThis.fixture.open(login);
        return new Promise<string>((resolve) => {
          const take = (name: string) => (event: { url: string; preventDefault(): void }) => {
            if (!event.url.startsWith(returnUrl.split('?')[0] ?? '')) return;
            event.preventDefault();
            resolve(name);
          };
          webContents.on('will-frame-navigate', (event) => {
            if (!event.isMainFrame) take('will-frame-navigate')(event);
          });
          webContents.on('will-navigate', take('will-navigate'));
          webContents.on('will-redirect', take('will-redirect'));
          webContents.setWindowOpenHandler(({ url }) => {
            take('window-open')({ url, preventDefault: () => undefined });
            return { action: 'deny' };
          });
          void webContents.executeJavaScript(`const RETURN = ${JSON.stringify(returnUrl)}; setTimeout(() => { ${action} }); 0`);
        });
      },
      [`${provider.url}/login`, `${callback.url}/back?state=abc`, action] as const,
    );
    expect(seen).toBe(seenBy);
    expect(callback.requests).toEqual([]);
  });
});

describe('docs/api/web-request: the last net, without any navigation event', () => {
  test.each([...ways, ['loadURL by the app itself', 'LOAD', ''] as const])('cancelled: %s', async (way, action) => {
    const caught = await launched.app.evaluate(
      async ({ session }, [login, returnUrl, action, partition]) => {
        const partitioned = session.fromPartition(partition);
        return new Promise<string>((resolve, reject) => {
          partitioned.webRequest.onBeforeRequest({ urls: [`${returnUrl.split('?')[0]}*`] }, (details, answer) => {
            answer({ cancel: true });
            resolve(details.url);
          });
          const comeBack = async (): Promise<void> => {
            const { webContents } = await globalThis.fixture.open(login, { webPreferences: { partition } });
            if (action === 'LOAD') await webContents.loadURL(returnUrl).catch(() => undefined);
            else await webContents.executeJavaScript(`const RETURN = ${JSON.stringify(returnUrl)}; setTimeout(() => { ${action} }); 0`);
          };
          comeBack().catch(reject);
        });
      },
      [`${provider.url}/login`, `${callback.url}/back?state=abc`, action, `net-${way}`] as const,
    );
    expect(caught).toBe(`${callback.url}/back?state=abc`);
    expect(callback.requests).toEqual([]);
  });

  test('with no hook at all the request does arrive: the server would see it', async () => {
    const title = await launched.app.evaluate(
      async (_electron, [login]) => {
        const { webContents } = await globalThis.fixture.open(login);
        const finished = globalThis.fixture.once(webContents, 'did-finish-load');
        await webContents.executeJavaScript('setTimeout(() => document.querySelector("a#redirect").click()); 0');
        await finished;
        return webContents.executeJavaScript('document.title') as Promise<string>;
      },
      [`${provider.url}/login`] as const,
    );
    expect(title).toBe('caught too late');
    expect(callback.hits('/back')).toBe(1);
  });
});
