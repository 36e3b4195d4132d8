import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';
import { servePages, type Pages } from './pages.ts';

let launched: LaunchedApp;
let pages: Pages;

beforeAll(async () => {
  pages = await servePages({
    '/': `<title>opener</title><a id="blank" href="/child" target="_blank">child</a>
      <a id="opener" href="/child" target="_blank" rel="opener">child</a><script>window.answer = 7</script>`,
    '/child': '<title>child</title>',
    '/cancelled': '<title>never</title>',
  });
  launched = await launch();
});

afterEach(async () => {
  await launched.app.evaluate(() => globalThis.fixture.closeAll());
  pages.requests.length = 0;
});

afterAll(async () => {
  await launched.close();
  await pages.close();
});

describe('docs/api/window-open', () => {
  test('the handler gets url, frameName, features and disposition', async () => {
    const details = await launched.app.evaluate(async (_electron, url) => {
      const { webContents } = await globalThis.fixture.open(`${url}/`);
      return new Promise<object>((resolve) => {
        webContents.setWindowOpenHandler(({ url, frameName, features, disposition, referrer }) => {
          resolve({ url, frameName, features, disposition, referrer: referrer.url });
          return { action: 'deny' };
        });
        void webContents.executeJavaScript('window.open("/child", "print", "width=300,height=200,resizable"); 0');
      });
    }, pages.url);
    expect(details).toEqual({
      url: `${pages.url}/child`,
      frameName: 'print',
      features: 'width=300,height=200,resizable',
      disposition: 'new-window',
      referrer: `${pages.url}/`,
    });
  });

  test('deny: no window appears and no request leaves', async () => {
    const windows = await launched.app.evaluate(async ({ BrowserWindow }, url) => {
      const { webContents } = await globalThis.fixture.open(`${url}/`);
      const asked = new Promise<void>((resolve) => {
        webContents.setWindowOpenHandler(() => {
          setImmediate(resolve);
          return { action: 'deny' };
        });
      });
      await webContents.executeJavaScript('document.getElementById("blank").click()');
      await asked;
      return BrowserWindow.getAllWindows().length;
    }, pages.url);
    expect(windows).toBe(1);
    expect(pages.hits('/child')).toBe(0);
  });

  test('allow: did-create-window gives a window with the overridden options, in the session of its opener', async () => {
    const facts = await launched.app.evaluate(async (_electron, url) => {
      const opener = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'popups' } });
      opener.webContents.setWindowOpenHandler(() => ({ action: 'allow', overrideBrowserWindowOptions: { width: 345, height: 234 } }));
      const created = globalThis.fixture.once(opener.webContents, 'did-create-window');
      await opener.webContents.executeJavaScript('window.open("/child"); 0');
      const [child, details] = (await created) as [Electron.BrowserWindow, Electron.DidCreateWindowDetails];
      await globalThis.fixture.once(child.webContents, 'did-finish-load');
      return [
        child.webContents.getURL().replace(url, ''),
        child.getSize(),
        child.webContents.session === opener.webContents.session,
        details.url.replace(url, ''),
      ];
    }, pages.url);
    expect(facts).toEqual(['/child', [345, 234], true, '/child']);
  });

  test('the child can use its opener, unless the link says otherwise', async () => {
    const answers = await launched.app.evaluate(async (_electron, url) => {
      const opener = await globalThis.fixture.open(`${url}/`);
      const answers: unknown[] = [];
      for (const id of ['opener', 'blank']) {
        const created = globalThis.fixture.once(opener.webContents, 'did-create-window');
        await opener.webContents.executeJavaScript(`document.getElementById("${id}").click()`);
        const [child] = (await created) as [Electron.BrowserWindow];
        await globalThis.fixture.once(child.webContents, 'did-finish-load');
        answers.push(await child.webContents.executeJavaScript('window.opener ? window.opener.answer : null'));
      }
      return answers;
    }, pages.url);
    expect(answers).toEqual([7, null]);
  });

  test('a child needs a handler of its own, and every contents is announced by web-contents-created', async () => {
    const created = await launched.app.evaluate(async ({ app }, url) => {
      const opener = await globalThis.fixture.open(`${url}/`);
      const announced = new Promise<boolean>((resolve) => {
        app.once('web-contents-created', (_event, contents) => resolve(contents !== opener.webContents));
      });
      await opener.webContents.executeJavaScript('window.open("/child"); 0');
      return announced;
    }, pages.url);
    expect(created).toBe(true);
  });

  test('the page’s first request is seen by webRequest of the opener’s session', async () => {
    const seen = await launched.app.evaluate(async ({ session }, url) => {
      const opener = await globalThis.fixture.open(`${url}/`, { webPreferences: { partition: 'seen' } });
      return new Promise<string>((resolve) => {
        session.fromPartition('seen').webRequest.onBeforeRequest((details, answer) => {
          answer({ cancel: true });
          resolve(`${details.resourceType} ${details.url.replace(url, '')}`);
        });
        void opener.webContents.executeJavaScript('window.open("/cancelled"); 0');
      });
    }, pages.url);
    expect(seen).toBe('mainFrame /cancelled');
    expect(pages.hits('/cancelled')).toBe(0);
  });
});
