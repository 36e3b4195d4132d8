import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { BrowserWindow, WebContents } from 'electron';

const here = import.meta.dirname;

/** The folder to which ELECTRON_OVERRIDE_DIST_PATH points. */
export const standIn = path.resolve(here, '../../stand-in/bin');

/** What the plain fixture offers to tests inside the main process. */
interface PlainFixture {
  open(url: string, options?: Electron.BrowserWindowConstructorOptions): Promise<BrowserWindow>;
  watch(emitter: WebContents | BrowserWindow | Electron.App | Electron.Session, names: string[]): string[];
  once(emitter: unknown, name: string): Promise<unknown[]>;
  closeAll(): void;
}

declare global {
  // oxlint-disable-next-line no-var -- a global of the fixture's main process
  var fixture: PlainFixture;
}

export interface LaunchedApp extends AsyncDisposable {
  app: ElectronApplication;
  userData: string;
  /** Opens a window on a page, and gives Playwright's view of it. */
  open(url: string, options?: Electron.BrowserWindowConstructorOptions): Promise<Page>;
  /** Everything that the app has printed on stderr. */
  stderr(): string;
  close(): Promise<void>;
}

/** Starts a fixture app on the stand-in, headless, with a profile of its own unless one is given. */
export async function launch(name = 'plain', options: { userData?: string; args?: string[] } = {}): Promise<LaunchedApp> {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standIn;
  const userData = options.userData ?? mkdtempSync(path.join(tmpdir(), 'stand-in-test-'));
  const app = await _electron.launch({
    args: [path.join(here, 'fixtures', name), `--user-data-dir=${userData}`, ...(options.args ?? [])],
    // Else Playwright itself decides what pages see as prefers-color-scheme.
    colorScheme: null,
    env: { ...(process.env as Record<string, string>), STATION_HEADLESS: '1' },
  });
  let printed = '';
  app.process().stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8');
  });
  const close = async (): Promise<void> => {
    await app.close();
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return {
    app,
    userData,
    stderr: () => printed,
    close,
    [Symbol.asyncDispose]: close,
    open: async (url, windowOptions) => {
      const text = JSON.stringify(windowOptions ?? {});
      await app.evaluate(
        async (_electron, [url, options]) => {
          await globalThis.fixture.open(url, JSON.parse(options) as Electron.BrowserWindowConstructorOptions);
        },
        [url, text] as const,
      );
      // Playwright hears of the page by a way of its own: later, and perhaps after it heard of one that is closed by now.
      const find = (): Page | undefined => app.windows().findLast((page) => !page.isClosed() && page.url() === url);
      return vi.waitUntil(find, { timeout: 10_000 });
    },
  };
}
