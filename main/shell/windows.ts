import { BrowserWindow, screen, type Rectangle, type WebContents } from 'electron';
import type { StationEvent, StationEvents } from '../../preload/contract/index.ts';
import type { StationLog } from '../station/index.ts';
import { appAddress } from './app-address.ts';
import { createCallers } from './callers.ts';
import { bringBackDeadPage } from './dead-page.ts';
import { ownPagePreferences } from './own-page.ts';
import type { OpenSettings } from './settings-store.ts';
import { canvasColor } from './theme.ts';
import { chooseBounds } from './window-bounds.ts';

/** The channel on which the preload script awaits every event, as `[name, value]`. */
const eventChannel = 'station.event';

/** The app's windows: one for the station, or one that tells of a problem; beside the first, that of a login. */
export interface Windows {
  /** Opens the station window. It shows itself once its page has painted. */
  openStation(settings: OpenSettings): void;
  /** Puts a page without scripts in the place of whatever is open. */
  openPlain(path: string): void;
  /** Puts the open window in front of the person, from wherever it is. */
  raise(): void;
  /** One of our windows has the person's attention. */
  isInFront(): boolean;
  /** Counts a login's window among ours: its page hears of events and may make the few calls it needs. */
  adoptLogin(window: BrowserWindow): void;
  /** Tells our pages of an event. */
  send<Name extends StationEvent>(name: Name, value: StationEvents[Name]): void;
  /** True when these contents are of one of our windows, and its page has a use for this call. */
  mayCall(webContentsId: number, channel: string): boolean;
  /** The contents of the station window; null when it is not open. */
  stationContents(): WebContents | null;
}

export function createWindows({ preload, log }: { preload: string; log: StationLog }): Windows {
  let open: BrowserWindow | null = null;
  let station: BrowserWindow | null = null;
  let login: BrowserWindow | null = null;
  const callers = createCallers();

  /** Lets the page of a window call until the window is gone. */
  function admit(window: BrowserWindow, page: 'station' | 'login'): void {
    const { id } = window.webContents;
    callers.admit(id, page);
    window.once('closed', () => callers.dismiss(id));
  }

  function load(window: BrowserWindow, path: string): void {
    window.loadURL(appAddress(path)).catch((error: unknown) => {
      if (!window.isDestroyed()) log.error({ error, path }, 'A page could not be loaded');
    });
  }

  function openWindow(window: BrowserWindow, path: string): void {
    const before = open;
    open = window;
    window.once('closed', () => {
      if (open === window) open = null;
      if (station !== window) return;
      station = null;
      // A login without its station would keep the app running, and nobody would await it.
      login?.close();
    });
    load(window, path);
    before?.destroy();
  }

  return {
    openStation(settings) {
      const place = settings.windowPlace();
      const window = new BrowserWindow({
        ...chooseBounds(place, workAreas()),
        minWidth: 800,
        minHeight: 600,
        show: false,
        backgroundColor: canvasColor(),
        title: 'Warehouse Station',
        webPreferences: {
          ...ownPagePreferences(preload),
          // A receiver may have another window in front; scans and sounds must not wait for it.
          backgroundThrottling: false,
        },
      });
      window.once('ready-to-show', () => {
        if (place?.maximized) window.maximize();
        window.show();
      });
      window.on('close', () => settings.keepWindowPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
      bringBackDeadPage(window, log, () => load(window, 'index.html'));
      station = window;
      admit(window, 'station');
      openWindow(window, 'index.html');
    },

    openPlain(path) {
      const window = new BrowserWindow({
        width: 760,
        height: 560,
        show: false,
        backgroundColor: canvasColor(),
        title: 'Warehouse Station',
        webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, spellcheck: false },
      });
      window.once('ready-to-show', () => window.show());
      openWindow(window, path);
    },

    raise() {
      if (open === null) return;
      if (open.isMinimized()) open.restore();
      open.show();
      open.focus();
    },

    isInFront: () => BrowserWindow.getFocusedWindow() !== null,

    adoptLogin(window) {
      login = window;
      admit(window, 'login');
      window.once('closed', () => {
        if (login === window) login = null;
      });
    },

    send(name, value) {
      for (const window of [station, login]) {
        if (window !== null && !window.isDestroyed()) window.webContents.send(eventChannel, name, value);
      }
    },

    mayCall: (webContentsId, channel) => callers.mayCall(webContentsId, channel),
    stationContents: () => (station === null || station.isDestroyed() ? null : station.webContents),
  };
}

/** Of all displays, the primary one first. */
function workAreas(): Rectangle[] {
  return [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
}
