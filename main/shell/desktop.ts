import { clipboard, Notification } from 'electron';
import { conflict, StationFault, type Language } from '../../preload/contract/index.ts';
import type { StationDesktop, StationLog, StationNotification } from '../station/index.ts';
import { notificationWords } from './notification-words.ts';
import { saveFile } from './save-file.ts';
import { openInSystemBrowser } from './system-browser.ts';
import type { Windows } from './windows.ts';

export interface DesktopSurroundings {
  windows: Pick<Windows, 'stationContents' | 'raise' | 'isInFront'>;
  language: () => Language;
  /** A person clicked a notification; the station window is in front by then. */
  onNotificationClick: (code: StationNotification['code']) => void;
  log: StationLog;
}

/** The desktop around the station: clipboard, printers, notifications, browser. */
export function createDesktop({ windows, language, onNotificationClick, log }: DesktopSurroundings): StationDesktop {
  // One whose object is collected as garbage is shown, but its click is told to nobody.
  const shown = new Set<Notification>();

  function isNeedless(notification: StationNotification): boolean {
    if (notification.code === 'questions-waiting') return notification.count === 0 || windows.isInFront();
    return notification.names.length === 0;
  }

  return {
    async copyText(text) {
      try {
        await clipboard.writeText(text);
        return { copied: true };
      } catch (error) {
        log.warn({ error }, 'The clipboard did not take a text');
        return { copied: false };
      }
    },

    print() {
      const contents = windows.stationContents();
      if (contents === null) return Promise.resolve({ printed: false });
      return new Promise((resolve) => {
        contents.print({ printBackground: false }, (printed, reason) => {
          if (!printed) log.info({ reason }, 'Nothing was printed');
          resolve({ printed });
        });
      });
    },

    notify(notification) {
      if (!Notification.isSupported() || isNeedless(notification)) return;
      const system = new Notification(notificationWords(notification, language()));
      shown.add(system);
      system.on('click', () => {
        shown.delete(system);
        windows.raise();
        onNotificationClick(notification.code);
      });
      system.on('close', () => shown.delete(system));
      system.on('failed', (_event, error) => {
        shown.delete(system);
        log.warn({ reason: error }, 'A notification could not be shown');
      });
      system.show();
    },

    async saveFile(name, bytes) {
      try {
        return await saveFile(name, bytes);
      } catch (error) {
        log.warn({ error }, 'A file could not be saved');
        throw new StationFault(conflict('not-saved'));
      }
    },

    async openInBrowser(address) {
      try {
        await openInSystemBrowser(address);
        return { opened: true };
      } catch (error) {
        log.warn({ error }, 'The browser of the system did not open an address');
        return { opened: false };
      }
    },
  };
}
