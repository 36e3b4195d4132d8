// The login window with everything that guards it, and nothing else of the app: tests drive it through `evaluate`.
import { join } from 'node:path';
import { app, BrowserWindow, protocol, session, webContents, type Session, type WebContents } from 'electron';
import { registerAppScheme, serveAppScheme } from '../../../../../main/shell/app-scheme.ts';
import { createDesktop } from '../../../../../main/shell/desktop.ts';
import { createLoginSurface, type ShellLoginSurface } from '../../../../../main/shell/login-window/index.ts';
import { guardNavigation } from '../../../../../main/shell/navigation-guard.ts';
import { refuseCredentials, refusePermissions } from '../../../../../main/shell/permissions.ts';
import type { OpenSettings } from '../../../../../main/shell/settings-store.ts';
import { createWindows, type Windows } from '../../../../../main/shell/windows.ts';
import type { LoginWindow, LoginWindowEvent, LoginWindowRequest } from '../../../../../main/sessions/index.ts';
import type { StationDesktop } from '../../../../../main/station/index.ts';

const written: string[] = [];
const write = (level: string) => (fields: Record<string, unknown>, message: string) => void written.push(JSON.stringify({ level, message, ...fields }));
const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error'), registerSecret: () => undefined };

// Names of the tests lead to servers of this machine.
app.commandLine.appendSwitch('host-resolver-rules', app.commandLine.getSwitchValue('hosts'));
if (app.commandLine.hasSwitch('trusting')) app.commandLine.appendSwitch('ignore-certificate-errors');
registerAppScheme(protocol);
const guard = guardNavigation(app, log);
refuseCredentials(app);
app.on('window-all-closed', () => {});

let textSize = 100;
let surface: ShellLoginSurface | undefined;
let windows: Windows | undefined;
let desktop: StationDesktop | undefined;
const clicked: string[] = [];
app.once('ready', () => {
  refusePermissions(app, session.defaultSession);
  const pictures = { serve: () => Promise.resolve(new Response(null, { status: 404 })) };
  serveAppScheme(protocol, { pages: join(import.meta.dirname, 'pages'), pictures, madePage: () => null });
  const preload = join(import.meta.dirname, 'preload.cjs');
  windows = createWindows({ preload, log });
  surface = createLoginSurface({ preload, log, guard, windows, textSize: () => textSize, language: () => 'en' });
  desktop = createDesktop({ windows, language: () => 'en', onNotificationClick: (code) => void clicked.push(code), log });
});

interface OpenLogin {
  window: LoginWindow;
  events: LoginWindowEvent[];
  partition: Session;
  /** The provider's page. */
  page: WebContents;
}
let open: OpenLogin | undefined;

function current(): OpenLogin {
  if (open === undefined) throw new Error('No login is open');
  return open;
}

/** The station window, when it is open. */
function stationWindow(): BrowserWindow | undefined {
  const contents = windows?.stationContents() ?? null;
  return contents === null ? undefined : (BrowserWindow.fromWebContents(contents) ?? undefined);
}

function hasLoaded(contents: WebContents | undefined): boolean {
  return contents !== undefined && contents.getURL() !== '' && !contents.isLoading();
}

/** Longest wait, shorter than that of a test: so that the failure says what was there instead. In milliseconds. */
const patience = 20_000;

/** Resolves when something is so, and asks again whenever a turn of the event loop has passed. */
async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + patience;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`Not so: ${isSo.toString()}, but ${describeLogin()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function describeLogin(): string {
  const pages = webContents.getAllWebContents().map((contents) => ({ url: contents.getURL(), isLoading: contents.isLoading() }));
  return JSON.stringify({ events: open?.events, pages, written: written.slice(-10) });
}

const loginFixture = {
  open(request: Omit<LoginWindowRequest, 'onEvent'>): void {
    if (surface === undefined) throw new Error('The app is not ready');
    const events: LoginWindowEvent[] = [];
    const known = new Set(webContents.getAllWebContents());
    const window = surface.openWindow({ ...request, onEvent: (event) => events.push(event) });
    const partition = session.fromPartition(request.partition);
    const page = webContents.getAllWebContents().find((contents) => !known.has(contents) && contents.session === partition);
    if (page === undefined) throw new Error('There is no page of the provider');
    open = { window, events, partition, page };
  },
  events: () => current().events,
  async toldOf(kind: LoginWindowEvent['kind'], times = 1): Promise<LoginWindowEvent[]> {
    const { events } = current();
    await until(() => events.filter((event) => event.kind === kind).length >= times);
    return events;
  },
  /** Runs a script in the provider's page, and gives what it comes to. */
  run: (script: string): Promise<unknown> => current().page.executeJavaScript(script, true),
  /** Lets the provider's page do something after this call has returned: the page may be gone by then. */
  act: (script: string): Promise<unknown> => current().page.executeJavaScript(`setTimeout(() => { ${script} }); 0`, true),
  /** Resolves when the provider's page has loaded, with its frames, and the bar above it. */
  loaded: (): Promise<void> => until(() => hasLoaded(current().page) && hasLoaded(loginFixture.bar()?.webContents)),
  /** Windows that pages have opened. */
  popups: () => BrowserWindow.getAllWindows().filter((window) => window.webContents.session === current().partition),
  bar: () => BrowserWindow.getAllWindows().find((window) => window.webContents.session === session.defaultSession && window !== stationWindow()),
  station: stationWindow,
  openStation: async (): Promise<void> => {
    windows?.openStation({ windowPlace: () => null, keepWindowPlace: () => undefined } as unknown as OpenSettings);
    await until(() => hasLoaded(stationWindow()?.webContents));
  },
  windows: () => windows,
  desktop: () => desktop,
  clicked,
  /** The provider's view in the window. */
  view: () => loginFixture.bar()?.contentView.children[0],
  /** Resolves when no page of the provider is left. */
  async pagesGone(): Promise<void> {
    const { partition } = current();
    await until(() => webContents.getAllWebContents().every((contents) => contents.isDestroyed() || contents.session !== partition));
  },
  /** What contents were made with, but for their session. */
  preferencesOf: (contents: WebContents | undefined): Partial<Electron.WebPreferences> => {
    if (contents === undefined) throw new Error('There are no such contents');
    // Electron has this function, and its types do not.
    const { session: _session, ...preferences } = (contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }).getLastWebPreferences();
    return preferences;
  },
  until,
  current,
  surface: () => surface,
  written,
  setTextSize: (percent: number): void => {
    textSize = percent;
    surface?.textSizeChanged();
  },
  /** Ends the login, and resolves when its windows are gone. */
  async close(): Promise<void> {
    open?.window.close();
    open = undefined;
    await until(() => BrowserWindow.getAllWindows().every((window) => window === stationWindow()));
  },
};
export type LoginFixture = typeof loginFixture;
globalThis.loginFixture = loginFixture;
