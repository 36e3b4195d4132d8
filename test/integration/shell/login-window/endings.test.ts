import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { back, launchLogins, pageOfProvider, type LoginApp } from './login-app.ts';
import { serveSite, type Site } from './sites.ts';

let login: LoginApp;
let site: Site;

const known = 'https://login.known.example';
const unknown = 'https://elsewhere.example/page?token=1';

beforeAll(async () => {
  site = await serveSite(
    {
      '/': () => '<title>login</title><h1>a provider</h1>',
      '/page': () => '<title>elsewhere</title>',
      '/go': (location) => ({ status: 302, location }),
      '/stay': () => '<title>stay</title><script>addEventListener("beforeunload", (event) => event.preventDefault())</script>',
    },
    'https',
  );
  login = await launchLogins({ 'login.known.example': site.port, 'elsewhere.example': site.port });
});

afterEach(async () => {
  await login.closeLogin();
  site.requests.length = 0;
});

afterAll(async () => {
  await login.close();
  await site.close();
});

const isViewVisible = (): Promise<boolean | undefined> => login.app.evaluate(() => globalThis.loginFixture.view()?.getVisible());

describe('a login that wants to leave the known sites', () => {
  test.each([
    ['by itself', `location = ${JSON.stringify(unknown)}`],
    ['by a redirect', `location = "/go?to=${encodeURIComponent(unknown)}"`],
    ['by a window', `window.open(${JSON.stringify(unknown)})`],
    ['by a window that began empty', `window.open("about:blank").location = ${JSON.stringify(unknown)}`],
  ])('is stopped before its request leaves, %s; its page is hidden', async (_how, action) => {
    await login.openLogin(`${known}/`);
    expect(await isViewVisible()).toBe(true);
    await login.act(action);
    expect((await login.toldOf('stopped')).at(-1)).toEqual({ kind: 'stopped', host: 'elsewhere.example' });
    expect(await isViewVisible()).toBe(false);
    expect(site.requests).not.toContain('elsewhere.example/page');
  });

  test('shows the page it was on again when the person goes back', async () => {
    await login.openLogin(`${known}/`);
    await login.act(`location = ${JSON.stringify(unknown)}`);
    await login.toldOf('stopped');
    await login.app.evaluate(() => globalThis.loginFixture.current().window.goBack());
    expect(await login.toldOf('page', 2)).toMatchObject([{ kind: 'page' }, { kind: 'stopped' }, { kind: 'page', host: 'login.known.example' }]);
    expect(await isViewVisible()).toBe(true);
    expect(await login.run('document.querySelector("h1").textContent')).toBe('a provider');
    expect(site.requests).toEqual(['login.known.example/']);
  });

  test('goes there when the person goes on, even from a page that asks to be stayed on', async () => {
    await login.openLogin(`${known}/stay`);
    await login.act(`location = ${JSON.stringify(unknown)}`);
    await login.toldOf('stopped');
    await login.app.evaluate(() => globalThis.loginFixture.current().window.goOn());
    const events = await login.toldOf('page', 3);
    expect(events.at(-1)).toEqual({ kind: 'page', host: 'elsewhere.example', isSecure: true });
    expect(await isViewVisible()).toBe(true);
    expect(site.requests).toEqual(['login.known.example/stay', 'elsewhere.example/page']);
  });

  test('is stopped before its first page, too', async () => {
    await login.openLogin(`${known}/go?to=${encodeURIComponent(unknown)}`, { awaitPage: false });
    expect(await login.toldOf('stopped')).toEqual([{ kind: 'stopped', host: 'elsewhere.example' }]);
    await login.app.evaluate(() => globalThis.loginFixture.current().window.goOn());
    expect((await login.toldOf('page')).at(-1)).toMatchObject({ kind: 'page', host: 'elsewhere.example' });
  });
});

describe('a window that a page opens', () => {
  test('is in the same partition, guarded, with its host as its title, and is closed with the login', async () => {
    await login.openLogin(`${known}/`);
    await login.act('window.open("/")');
    const facts = await login.app.evaluate(async () => {
      const { until, popups, preferencesOf } = globalThis.loginFixture;
      await until(() => popups()[0]?.getTitle() === 'login.known.example' && !popups()[0]?.webContents.isLoading());
      const contents = popups()[0]?.webContents;
      return { preferences: preferencesOf(contents), bridge: await contents?.executeJavaScript('typeof window.station') as unknown };
    });
    expect(facts).toEqual({ preferences: pageOfProvider, bridge: 'undefined' });
    await login.act(`location = ${JSON.stringify(back)}`);
    await login.toldOf('returned');
    await login.pagesGone();
    expect(await login.app.evaluate(() => globalThis.loginFixture.popups().length)).toBe(0);
  });

  test('is one of three at most', async () => {
    await login.openLogin(`${known}/`);
    await login.act('for (let each = 0; each < 5; each += 1) window.open("/")');
    await login.app.evaluate(async () => {
      const { until, popups, written } = globalThis.loginFixture;
      await until(() => written.filter((line) => line.includes('"what":"window"')).length >= 2 && popups().length === 3);
    });
    expect(site.requests.length).toBeLessThanOrEqual(4);
  });
});

describe('the ending of a login', () => {
  test('is the window closed by the person; no page of the provider is left', async () => {
    await login.openLogin(`${known}/`);
    await login.app.evaluate(() => globalThis.loginFixture.bar()?.close());
    expect((await login.toldOf('closed')).map(({ kind }) => kind)).toEqual(['page', 'closed']);
    await login.pagesGone();
  });

  test('is a site that cannot be found, by Chromium’s name of the error', async () => {
    await login.openLogin('https://missing.known.example/?token=1', { awaitPage: false });
    expect(await login.toldOf('load-failed')).toEqual([
      { kind: 'load-failed', host: 'missing.known.example', networkCode: 'ERR_NAME_NOT_RESOLVED' },
    ]);
    await login.pagesGone();
  });

  test('is a page whose process has died', async () => {
    await login.openLogin(`${known}/`);
    await login.app.evaluate(() => globalThis.loginFixture.current().page.forcefullyCrashRenderer());
    expect((await login.toldOf('crashed')).map(({ kind }) => kind)).toEqual(['page', 'crashed']);
    await login.pagesGone();
  });

  test('leaves our own page in its window until the station closes that, and tells nothing more', async () => {
    await login.openLogin(`${known}/`);
    await login.act(`location = ${JSON.stringify(back)}`);
    await login.toldOf('returned');
    await login.pagesGone();
    const events = await login.app.evaluate(async () => {
      const { bar, until, current } = globalThis.loginFixture;
      const window = bar();
      const title = (await window?.webContents.executeJavaScript('document.title + typeof window.station')) as string;
      current().window.close();
      await until(() => window?.isDestroyed() ?? false);
      return [title, ...current().events.map(({ kind }) => kind)];
    });
    expect(events).toEqual(['barobject', 'page', 'returned']);
  });

  test('lets the next login open, in the same partition', async () => {
    await login.openLogin(`${known}/`);
    await expect(login.openLogin(`${known}/`)).rejects.toThrow(/already/);
    await login.closeLogin();
    await login.openLogin(`${known}/`);
    expect(await login.run('document.title')).toBe('login');
  });
});

test('the provider’s page is below the bar, as wide as the window, and follows its size and the size of texts', async () => {
  await login.openLogin(`${known}/`);
  const bounds = await login.app.evaluate(async () => {
    const { bar, view, until, setTextSize } = globalThis.loginFixture;
    const below = () => {
      const [width = 0, height = 0] = bar()?.getContentSize() ?? [];
      const at = view()?.getBounds();
      return { top: at?.y, fits: at?.x === 0 && at.width === width && at.y + at.height === height };
    };
    const first = below();
    bar()?.setSize(1200, 900);
    await until(() => view()?.getBounds().width === bar()?.getContentSize()[0]);
    const larger = below();
    setTextSize(150);
    const larger150 = below();
    setTextSize(100);
    return [first, larger, larger150];
  });
  expect(bounds).toEqual([{ top: 56, fits: true }, { top: 56, fits: true }, { top: 84, fits: true }]);
});

describe('a certificate that nobody trusts', () => {
  test('ends the login, and no request reaches the site', async () => {
    await using strict = await launchLogins({ 'login.known.example': site.port }, { isTrusting: false });
    await strict.openLogin(`${known}/?token=1`, { awaitPage: false });
    expect(await strict.toldOf('certificate')).toEqual([
      { kind: 'certificate', host: 'login.known.example', networkCode: 'ERR_CERT_AUTHORITY_INVALID' },
    ]);
    await strict.pagesGone();
    expect(site.requests).toEqual([]);
  });
});
