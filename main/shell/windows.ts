import { BrowserWindow, screen, type Rectangle } from 'electron';
import type { StationEvent, StationEvents } from '../../preload/contract/index.ts';
import type { StationLog } from '../station/index.ts';
import { appAddress } from './app-address.ts';
import type { OpenSettings } from './settings-store.ts';
import { canvasColor } from './theme.ts';
import { chooseBounds } from './window-bounds.ts';

/** The channel on which the preload script awaits every event, as `[name, value]`. */
const eventChannel = 'station.event';

/** A page that dies more often than this within a minute is not loaded again. */
const mostReloadsPerMinute = 3;

/** The app's windows: one for the station, or one that tells of a problem. */
export interface Windows {
  /** Opens the station window. It shows itself once its page has painted. */
  openStation(settings: OpenSettings): void;
  /** Puts a page without scripts in the place of whatever is open. */
  openPlain(path: string): void;
  /** Puts the open window in front of the person, from wherever it is. */
  raise(): void;
  /** Tells the station's page of an event. */
  send<Name extends StationEvent>(name: Name, value: StationEvents[Name]): void;
  /** True for the contents of the station window: only they may call. */
  isStation(webContentsId: number): boolean;
}

export function createWindows({ preload, log }: { preload: string; log: StationLog }): Windows {
  let open: BrowserWindow | null = null;
  let station: BrowserWindow | null = null;

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
      if (station === window) station = null;
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
          preload,
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webviewTag: false,
          spellcheck: false,
          navigateOnDragDrop: false,
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

    send(name, value) {
      if (station !== null && !station.isDestroyed()) station.webContents.send(eventChannel, name, value);
    },

    isStation: (webContentsId) => station !== null && !station.isDestroyed() && station.webContents.id === webContentsId,
  };
}

/** Of all displays, the primary one first. */
function workAreas(): Rectangle[] {
  return [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
}

function bringBackDeadPage(window: BrowserWindow, log: StationLog, reload: () => void): void {
  let diedAt: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'The page of the station window has died');
    const now = Date.now();
    diedAt = [...diedAt.filter((at) => now - at < 60_000), now];
    if (diedAt.length <= mostReloadsPerMinute && !window.isDestroyed()) reload();
  });
  window.on('unresponsive', () => log.warn({}, 'The page of the station window does not respond'));
}
