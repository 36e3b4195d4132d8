import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchLogins, type LoginApp } from './login-app.ts';
import { serveSite, type Site } from './sites.ts';

let login: LoginApp;
let practice: Site;

beforeAll(async () => {
  practice = await serveSite({ '/': () => '<title>login</title>' }, 'http');
  login = await launchLogins();
});

afterEach(() => login.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.destroy())));

afterAll(async () => {
  await login.close();
  await practice.close();
});

async function openBoth(): Promise<void> {
  await login.app.evaluate(() => globalThis.loginFixture.openStation());
  await login.openLogin(`http://127.0.0.1:${practice.port}/`);
}

describe('the station window and that of a login', () => {
  test('hear of events both, and may call what each needs', async () => {
    await openBoth();
    const facts = await login.app.evaluate(async () => {
      const { windows, station, bar } = globalThis.loginFixture;
      windows()?.send('accounts.changed', {} as never);
      const heard = await Promise.all([station(), bar()].map((window) => window?.webContents.executeJavaScript(
        'new Promise((resolve) => { const ask = () => station.heard().length ? resolve(station.heard()) : setTimeout(ask, 10); ask() })',
      ) as Promise<string[]>));
      const may = [station(), bar()].map((window) => ['orders.any', 'accounts.view'].map((call) => windows()?.mayCall(window?.webContents.id ?? 0, call)));
      const provider = windows()?.mayCall(globalThis.loginFixture.current().page.id, 'accounts.view');
      return { heard, may, provider };
    });
    expect(facts).toEqual({
      heard: [['accounts.changed'], ['accounts.changed']],
      may: [[true, true], [false, true]],
      provider: false,
    });
    await login.closeLogin();
  });

  test('end together when the person closes the station', async () => {
    await openBoth();
    await login.app.evaluate(() => globalThis.loginFixture.station()?.close());
    expect((await login.toldOf('closed')).at(-1)).toEqual({ kind: 'closed' });
    await login.pagesGone();
    expect(await login.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
    await login.closeLogin();
  });

  test('are two: the end of a login leaves the station open', async () => {
    await openBoth();
    await login.closeLogin();
    const left = await login.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()));
    expect(left).toEqual(['station://app/index.html']);
  });
});

describe('what our own pages are made with', () => {
  /** Our bridge, and no setting besides these: web security and the like are Electron's own, which are on. */
  const ownPage = {
    preload: expect.stringMatching(/preload\.cjs$/),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
  };

  test('the station window and the bar of a login have the bridge, and nothing of Node', async () => {
    await openBoth();
    const [station, bar] = await login.app.evaluate(() => {
      const { station, bar, preferencesOf } = globalThis.loginFixture;
      return [preferencesOf(station()?.webContents), preferencesOf(bar()?.webContents)];
    });
    expect(station).toEqual({ ...ownPage, backgroundThrottling: false });
    expect(bar).toEqual(ownPage);
    await login.closeLogin();
  });

  test('the one that tells of a problem has no bridge and no scripts', async () => {
    const plain = await login.app.evaluate(({ BrowserWindow }) => {
      globalThis.loginFixture.windows()?.openPlain('problem.html');
      return globalThis.loginFixture.preferencesOf(BrowserWindow.getAllWindows()[0]?.webContents);
    });
    expect(plain).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, spellcheck: false });
  });
});

describe('the desktop', () => {
  test('takes a text to its clipboard', async () => {
    const copied = await login.app.evaluate(async ({ clipboard }) => [
      await globalThis.loginFixture.desktop()?.copyText('13800138000'),
      await clipboard.readText(),
    ]);
    expect(copied).toEqual([{ copied: true }, '13800138000']);
  });

  test('prints the station window, and says so when it did not', async () => {
    const results = await login.app.evaluate(async () => {
      const { desktop, openStation, station } = globalThis.loginFixture;
      const before = await desktop()?.print();
      await openStation();
      const contents = station()?.webContents;
      const answers = [true, false];
      if (contents) contents.print = (_options, done) => done?.(answers.shift() ?? false, 'Print job canceled');
      return [before, await desktop()?.print(), await desktop()?.print()];
    });
    expect(results).toEqual([{ printed: false }, { printed: true }, { printed: false }]);
  });

  test('shows a notification whose click brings the station to the front', async () => {
    const shown = await login.app.evaluate(async (electron) => {
      const { desktop, openStation, station, clicked } = globalThis.loginFixture;
      await openStation();
      station()?.minimize();
      const made: Electron.Notification[] = [];
      electron.Notification.prototype.show = function keep(this: Electron.Notification) {
        made.push(this);
      };
      desktop()?.notify({ code: 'session-ended', names: ['wang_01'] });
      desktop()?.notify({ code: 'session-ended', names: [] });
      made[0]?.emit('click', {});
      return { words: made.map(({ title, body }) => [title, body]), minimized: station()?.isMinimized(), clicked };
    });
    expect(shown).toEqual({
      words: [['A provider session has ended', 'wang_01: nothing can be bought with it until the next login.']],
      minimized: false,
      clicked: ['session-ended'],
    });
  });
});

describe('the browser of the system', () => {
  /** What it is asked to open, and why it was not asked. */
  const openInBrowser = (address: string): Promise<{ opened: string[]; refusal: string | null }> =>
    login.app.evaluate(async (electron, address) => {
      const opened: string[] = [];
      electron.shell.openExternal = async (url) => void opened.push(url);
      const asked = globalThis.loginFixture.surface()?.openInBrowser(address);
      return { opened, refusal: (await asked?.then(() => null, (error: Error) => error.message)) ?? null };
    }, address);

  test.each(['file:///etc/passwd', 'taobao://login', 'javascript:1', 'https://wang:secret@login.taobao.com/', 'nonsense'])(
    'is not asked to open %s',
    async (address) => {
      expect(await openInBrowser(address)).toEqual({ opened: [], refusal: 'Only a web address without a user name is opened' });
    },
  );

  test('opens a web address as it is', async () => {
    const address = 'https://login.taobao.com/?to=http%3A%2F%2F127.0.0.1';
    expect(await openInBrowser(address)).toEqual({ opened: [address], refusal: null });
  });
});
