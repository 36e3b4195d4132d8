import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { silentPort } from '../../fixtures/network/silent-port.ts';
import { serveUntrusted } from './certificate.ts';
import { launch, type LaunchedApp } from './launch.ts';
import { servePages, type Pages } from './pages.ts';

let launched: LaunchedApp;
let pages: Pages;
let untrusted: Awaited<ReturnType<typeof serveUntrusted>>;

beforeAll(async () => {
  pages = await servePages({ '/': '<title>page</title>', '/never': () => undefined });
  untrusted = await serveUntrusted();
  launched = await launch();
});

afterEach(async () => {
  await launched.app.evaluate(({ webContents }) => {
    globalThis.fixture.closeAll();
    for (const contents of webContents.getAllWebContents()) contents.close();
  });
});

afterAll(async () => {
  await launched.close();
  await pages.close();
  await untrusted.close();
});

/** What a view’s contents and the app tell when an address is loaded, and the error of loadURL. */
function load(url: string, cancels = false): Promise<{ told: unknown[]; error: string }> {
  return launched.app.evaluate(
    async ({ app, session, WebContentsView }, [url, cancels]) => {
      const { webContents } = new WebContentsView({ webPreferences: { partition: 'persist:failures' } });
      session.fromPartition('persist:failures').webRequest.onBeforeRequest(cancels ? (_details, answer) => answer({ cancel: true }) : null);
      const told: unknown[] = [];
      const onApp = (event: Electron.Event, contents: Electron.WebContents, url: string, error: string, _certificate: unknown, answer: (trusted: boolean) => void): void => {
        event.preventDefault();
        answer(false);
        told.push(['app certificate-error', contents === webContents, url, error]);
      };
      app.on('certificate-error', onApp);
      webContents.on('certificate-error', (_event, url, error, _certificate, _answer, isMainFrame) => told.push(['certificate-error', url, error, isMainFrame]));
      webContents.on('did-fail-provisional-load', (_event, code, name, url, isMainFrame) => told.push(['did-fail-provisional-load', code, name, url, isMainFrame]));
      webContents.on('did-fail-load', (_event, code, name, url, isMainFrame) => told.push(['did-fail-load', code, name, url, isMainFrame]));
      const error = await webContents.loadURL(url).then(
        () => 'loaded',
        (error: { code: string; errno: number }) => `${error.code} ${error.errno}`,
      );
      app.off('certificate-error', onApp);
      return { told, error };
    },
    [url, cancels] as const,
  );
}

describe('docs/api/web-contents: did-fail-load of a view’s page', () => {
  const both = (code: number, name: string, url: string): unknown[] => [
    ['did-fail-provisional-load', code, name, url, true],
    ['did-fail-load', code, name, url, true],
  ];

  test('a name that is not found is -105', async () => {
    const url = 'http://nowhere.invalid/';
    expect(await load(url)).toEqual({ told: both(-105, 'ERR_NAME_NOT_RESOLVED', url), error: 'ERR_NAME_NOT_RESOLVED -105' });
  });

  test('a server that is not there is -102', async () => {
    const { port, release } = await silentPort();
    const url = `http://127.0.0.1:${port}/`;
    expect(await load(url)).toEqual({ told: both(-102, 'ERR_CONNECTION_REFUSED', url), error: 'ERR_CONNECTION_REFUSED -102' });
    await release();
  });

  test('a request that webRequest cancels is -20', async () => {
    const url = `${pages.url}/`;
    expect(await load(url, true)).toEqual({ told: both(-20, 'ERR_BLOCKED_BY_CLIENT', url), error: 'ERR_BLOCKED_BY_CLIENT -20' });
  });

  test('a load that is stopped is -3, and only provisional', async () => {
    const facts = await launched.app.evaluate(async ({ WebContentsView }, url) => {
      const { webContents } = new WebContentsView();
      const told: unknown[] = [];
      webContents.on('did-fail-provisional-load', (_event, code, name) => told.push([code, name]));
      webContents.on('did-fail-load', () => told.push('did-fail-load'));
      const started = globalThis.fixture.once(webContents, 'did-start-navigation');
      const outcome = webContents.loadURL(url).then(
        () => 'loaded',
        () => 'rejected',
      );
      await started;
      webContents.stop();
      return [await outcome, told];
    }, `${pages.url}/never`);
    expect(facts).toEqual(['rejected', [[-3, 'ERR_ABORTED']]]);
  });
});

describe('docs/api/web-contents, docs/api/app: certificate-error', () => {
  test('comes on the app and on the contents before did-fail-load has the code of the certificate, and nothing is sent', async () => {
    const url = `${untrusted.url}/`;
    expect(await load(url)).toEqual({
      told: [
        ['app certificate-error', true, url, 'net::ERR_CERT_AUTHORITY_INVALID'],
        ['certificate-error', url, 'net::ERR_CERT_AUTHORITY_INVALID', true],
        ['did-fail-provisional-load', -202, 'ERR_CERT_AUTHORITY_INVALID', url, true],
        ['did-fail-load', -202, 'ERR_CERT_AUTHORITY_INVALID', url, true],
      ],
      error: 'ERR_CERT_AUTHORITY_INVALID -202',
    });
    expect(untrusted.hits()).toBe(0);
  });
});
