/* oxlint-disable no-underscore-dangle -- the stand-in's own global is set apart by its name */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, type LaunchedApp } from './launch.ts';
import { servePages, type Pages } from './pages.ts';

/** What the stand-in keeps for tests. */
declare global {
  // oxlint-disable-next-line no-var -- a global of the main process
  var __standIn: {
    calls: { name: string; args: unknown[] }[];
    dialogAnswers: { showOpenDialog: Electron.OpenDialogReturnValue[] };
    notifications: Electron.Notification[];
  };
}

let launched: LaunchedApp;
let pages: Pages;

beforeAll(async () => {
  pages = await servePages({ '/': '<title>page</title><body style="background: #123456"><h1>Parcel</h1>' });
  launched = await launch();
});

afterEach(async () => {
  await launched.app.evaluate(() => globalThis.fixture.closeAll());
});

afterAll(async () => {
  await launched.close();
  await pages.close();
});

describe('docs/api/app', () => {
  test('name, version and paths are those of the package', async () => {
    const facts = await launched.app.evaluate(({ app }) => [app.getName(), app.getVersion(), app.isPackaged, app.isReady(), app.getPath('userData')]);
    expect(facts).toEqual(['Plain Fixture', '3.2.1', false, true, launched.userData]);
  });

  test('an unknown path is refused', async () => {
    const message = await launched.app.evaluate(({ app }) => {
      try {
        return app.getPath('nowhere' as 'home');
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe("Failed to get 'nowhere' path");
  });
});

describe('docs/api/dialog', () => {
  test('a test replaces a dialog as with Electron itself', async () => {
    const answer = await launched.app.evaluate(({ dialog }) => {
      // oxlint-disable-next-line typescript/unbound-method -- put back as it was
      const original = dialog.showSaveDialog;
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: '/tmp/list.csv' });
      const answer = dialog.showSaveDialog({});
      dialog.showSaveDialog = original;
      return answer;
    });
    expect(answer).toEqual({ canceled: false, filePath: '/tmp/list.csv' });
  });

  test('an answer laid ready is given once; then the dialog is cancelled', async () => {
    const answers = await launched.app.evaluate(async ({ dialog }) => {
      globalThis.__standIn.dialogAnswers.showOpenDialog.push({ canceled: false, filePaths: ['/tmp/a'] });
      return [await dialog.showOpenDialog({}), await dialog.showOpenDialog({})];
    });
    expect(answers).toEqual([
      { canceled: false, filePaths: ['/tmp/a'] },
      { canceled: true, filePaths: [] },
    ]);
  });

  test('showMessageBox that is closed gives cancelId', async () => {
    const { response } = await launched.app.evaluate(({ dialog }) =>
      dialog.showMessageBox({ message: 'Sure?', buttons: ['Yes', 'No'], cancelId: 1 }),
    );
    expect(response).toBe(1);
  });
});

describe('docs/api/shell', () => {
  test('openExternal is recorded, and refuses what is no URL', async () => {
    const outcome = await launched.app.evaluate(async ({ shell }) => {
      await shell.openExternal('https://help.example/');
      const refusal = await shell.openExternal('not a url').catch((error: Error) => error.message);
      return [globalThis.__standIn.calls.filter(({ name }) => name === 'shell.openExternal').map(({ args }) => args[0]), refusal];
    });
    expect(outcome).toEqual([['https://help.example/'], 'Invalid URL']);
  });
});

describe('docs/api/menu', () => {
  test('items are found by id at any depth, and clicked', async () => {
    const outcome = await launched.app.evaluate(({ Menu }) => {
      const clicked: string[] = [];
      const menu = Menu.buildFromTemplate([
        { label: 'File', submenu: [{ id: 'export', label: 'Export', click: (item) => clicked.push(item.label) }, { type: 'separator' }, { id: 'dark', type: 'checkbox' }] },
      ]);
      Menu.setApplicationMenu(menu);
      menu.getMenuItemById('export')?.click();
      menu.getMenuItemById('dark')?.click();
      const outcome = [clicked, menu.getMenuItemById('dark')?.checked, menu.getMenuItemById('none'), Menu.getApplicationMenu() === menu];
      Menu.setApplicationMenu(null);
      return [...outcome, Menu.getApplicationMenu()];
    });
    expect(outcome).toEqual([['Export'], true, null, true, null]);
  });
});

describe('docs/api/native-theme', () => {
  test('themeSource changes what pages see, shouldUseDarkColors, and emits updated', async () => {
    const seen = await launched.app.evaluate(async ({ nativeTheme }, url) => {
      const window = await globalThis.fixture.open(url);
      const isDark = (): Promise<unknown> => window.webContents.executeJavaScript('matchMedia("(prefers-color-scheme: dark)").matches');
      const before = [await isDark(), nativeTheme.shouldUseDarkColors];
      const updated = globalThis.fixture.once(nativeTheme, 'updated');
      nativeTheme.themeSource = 'dark';
      await updated;
      const after = [await isDark(), nativeTheme.shouldUseDarkColors];
      const later = await globalThis.fixture.open(url);
      const inNewWindow: unknown = await later.webContents.executeJavaScript('matchMedia("(prefers-color-scheme: dark)").matches');
      nativeTheme.themeSource = 'system';
      return [before, after, inNewWindow];
    }, `${pages.url}/`);
    expect(seen).toEqual([[false, false], [true, true], true]);
  });
});

describe('docs/api/safe-storage', () => {
  test('encrypts and decrypts, says truthfully that nothing protects the key, and refuses what is altered', async () => {
    const facts = await launched.app.evaluate(({ safeStorage }) => {
      const encrypted = safeStorage.encryptString('密码');
      const altered = Buffer.from(encrypted);
      altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
      let refusal = false;
      try {
        safeStorage.decryptString(altered);
      } catch {
        refusal = true;
      }
      return [safeStorage.decryptString(encrypted), encrypted.includes('密码'), safeStorage.getSelectedStorageBackend(), refusal];
    });
    expect(facts).toEqual(['密码', false, 'basic_text', true]);
  });
});

describe('docs/api/power-save-blocker, power-monitor, notification', () => {
  test('a blocker is started and stopped', async () => {
    const facts = await launched.app.evaluate(({ powerSaveBlocker }) => {
      const id = powerSaveBlocker.start('prevent-display-sleep');
      const started = powerSaveBlocker.isStarted(id);
      powerSaveBlocker.stop(id);
      return [started, powerSaveBlocker.isStarted(id)];
    });
    expect(facts).toEqual([true, false]);
  });

  test('tests emit what the machine would', async () => {
    const heard = await launched.app.evaluate(({ powerMonitor }) => {
      const heard = globalThis.fixture.once(powerMonitor, 'resume').then(() => true);
      powerMonitor.emit('resume');
      return heard;
    });
    expect(heard).toBe(true);
  });

  test('a notification emits show and is recorded', async () => {
    const shown = await launched.app.evaluate(async ({ Notification }) => {
      const notification = new Notification({ title: 'Outbox', body: 'sent' });
      const shown = globalThis.fixture.once(notification, 'show');
      notification.show();
      await shown;
      return globalThis.__standIn.calls.findLast(({ name }) => name === 'Notification.show')?.args[0];
    });
    expect(shown).toEqual({ title: 'Outbox', body: 'sent' });
  });
});

describe('docs/api/notification: events', () => {
  test('a test clicks and closes what was shown', async () => {
    const seen = await launched.app.evaluate(({ Notification }) => {
      const notification = new Notification({ title: 'Sign in again' });
      const seen: string[] = [];
      notification.on('click', () => seen.push('click'));
      notification.on('close', () => seen.push('close'));
      notification.show();
      const shown = globalThis.__standIn.notifications.at(-1);
      shown?.emit('click', {});
      shown?.emit('close', {});
      return [Notification.isSupported(), shown === notification, seen];
    });
    expect(seen).toEqual([true, true, ['click', 'close']]);
  });
});

describe('docs/api/clipboard', () => {
  test('readText gives what writeText was given; both are asynchronous', async () => {
    const text = await launched.app.evaluate(async ({ clipboard }) => {
      await clipboard.writeText('YT2290 88');
      const read = clipboard.readText();
      return [read instanceof Promise, await read];
    });
    expect(text).toEqual([true, 'YT2290 88']);
  });
});

describe('docs/api/web-contents, docs/api/browser-window: settings', () => {
  test('print is recorded and answers success', async () => {
    const facts = await launched.app.evaluate(async (_electron, url) => {
      const { webContents } = await globalThis.fixture.open(url);
      const answer = await new Promise((resolve) => webContents.print({ silent: true, copies: 2 }, (success, reason) => resolve([success, reason])));
      return [answer, globalThis.__standIn.calls.findLast(({ name }) => name === 'webContents.print')?.args];
    }, `${pages.url}/`);
    expect(facts).toEqual([[true, ''], [`${pages.url}/`, { silent: true, copies: 2 }]]);
  });

  test('flashFrame is recorded; a title that was set stays when the page’s is prevented', async () => {
    const facts = await launched.app.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false });
      window.setTitle('Station');
      window.on('page-title-updated', (event) => event.preventDefault());
      const updated = globalThis.fixture.once(window, 'page-title-updated');
      await window.loadURL(url);
      await updated;
      window.flashFrame(true);
      return [window.getTitle(), globalThis.__standIn.calls.findLast(({ name }) => name === 'window.flashFrame')?.args.at(-1)];
    }, `${pages.url}/`);
    expect(facts).toEqual(['Station', true]);
  });

  test('WebRTC policy and throttling are kept, menu shortcuts can be ignored, and the process has an id', async () => {
    const facts = await launched.app.evaluate(({ WebContentsView }) => {
      const { webContents } = new WebContentsView();
      const before = [webContents.getWebRTCIPHandlingPolicy(), webContents.getBackgroundThrottling()];
      webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
      webContents.setBackgroundThrottling(false);
      webContents.setIgnoreMenuShortcuts(true);
      const facts = [before, webContents.getWebRTCIPHandlingPolicy(), webContents.getBackgroundThrottling(), webContents.getOSProcessId() > 0];
      webContents.close();
      return facts;
    });
    expect(facts).toEqual([['default', true], 'disable_non_proxied_udp', false, true]);
  });

  test('the history of a view’s page goes back, and is forgotten by clear', async () => {
    const facts = await launched.app.evaluate(async ({ WebContentsView }, url) => {
      const { webContents } = new WebContentsView();
      const { navigationHistory } = webContents;
      await webContents.loadURL(url);
      const first = navigationHistory.canGoBack();
      await webContents.loadURL(`${url}?second`);
      const second = navigationHistory.canGoBack();
      const loaded = globalThis.fixture.once(webContents, 'did-finish-load');
      navigationHistory.goBack();
      await loaded;
      const back = [webContents.getURL() === url, navigationHistory.canGoForward()];
      navigationHistory.clear();
      const facts = [first, second, back, navigationHistory.canGoForward(), navigationHistory.length()];
      webContents.close();
      return facts;
    }, `${pages.url}/`);
    expect(facts).toEqual([false, true, [true, true], false, 1]);
  });

  test('listeners for passwords and client certificates can be there; nothing calls them', async () => {
    const count = await launched.app.evaluate(({ app }) => {
      const refuse = (event: Electron.Event): void => event.preventDefault();
      app.on('login', refuse);
      app.on('select-client-certificate', refuse);
      const count = app.listenerCount('login') + app.listenerCount('select-client-certificate');
      app.off('login', refuse);
      app.off('select-client-certificate', refuse);
      return count;
    });
    expect(count).toBe(2);
  });
});

describe('what is missing says so', () => {
  test.each([
    ['a method', '(e) => e.app.showEmojiPanel()', 'app.showEmojiPanel'],
    ['a method of a window', '(e) => new e.BrowserWindow({ show: false }).setThumbarButtons([])', 'BrowserWindow.setThumbarButtons'],
    ['a class', '(e) => new e.Tray("x")', 'new Tray'],
    ['a module', '(e) => e.autoUpdater.checkForUpdates()', 'autoUpdater.checkForUpdates'],
    ['a method of a session', '(e) => e.session.defaultSession.setProxy({})', 'session.setProxy'],
    ['a method of contents', '(e) => new e.BrowserWindow({ show: false }).webContents.startDrag({})', 'webContents.startDrag'],
  ])('%s throws with its name', async (_kind, code, name) => {
    const message = await launched.app.evaluate((electron, code) => {
      try {
        // oxlint-disable-next-line no-eval -- the code comes as text from the table of cases
        (0, eval)(code)(electron);
        return 'pretended';
      } catch (error) {
        return (error as Error).message;
      }
    }, code);
    expect(message).toBe(`not in the stand-in: ${name}`);
  });

  test('reads that are no use of the API do not throw', async () => {
    const text = await launched.app.evaluate(({ app, BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      return [Object.prototype.toString.call(app), Object.prototype.toString.call(window), typeof (app as unknown as { then: unknown }).then, 'absent' in app].join();
    });
    expect(text).toBe('[object Object],[object Object],undefined,false');
  });
});
