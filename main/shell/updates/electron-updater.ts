import { app } from 'electron';
import type { AppImageUpdater, NsisUpdater } from 'electron-updater';
import type { StationLog } from '../../station/index.ts';
import type { Updater } from './updates.ts';

/**
 * electron-updater on a server of plain files (its generic provider). It is told to do nothing by itself: neither to fetch,
 * nor to install when the app quits.
 */
export async function loadElectronUpdater(kind: 'nsis' | 'appimage', address: string, log: StationLog): Promise<Updater> {
  // Not among what is loaded at every start: most stations have no address.
  const { AppImageUpdater, NsisUpdater } = await import('electron-updater');
  const feed = { provider: 'generic', url: address } as const;
  const updater: AppImageUpdater | NsisUpdater = kind === 'nsis' ? new NsisUpdater(feed) : new AppImageUpdater(feed);
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  // There is none, and what it fetches besides itself has no signature that is looked at.
  updater.disableWebInstaller = true;
  updater.logger = {
    debug: (message: unknown) => log.debug({ updater: String(message) }, 'Updater'),
    info: (message: unknown) => log.info({ updater: String(message) }, 'Updater'),
    warn: (message: unknown) => log.warn({ updater: String(message) }, 'Updater'),
    error: (message: unknown) => log.warn({ updater: String(message) }, 'Updater'),
  };
  // Each call rejects as well; without a listener the event itself would be thrown.
  updater.on('error', () => {});

  return {
    async check() {
      const result = await updater.checkForUpdates();
      return result?.isUpdateAvailable ? result.updateInfo.version : null;
    },
    async download(onPercent) {
      const listen = ({ percent }: { percent: number }): void => onPercent(percent);
      updater.on('download-progress', listen);
      try {
        await updater.downloadUpdate();
      } finally {
        updater.removeListener('download-progress', listen);
      }
    },
    install({ startAgain }) {
      // The new version may start before this one has ended, and would give way to it.
      if (startAgain) app.releaseSingleInstanceLock();
      return updater.install(true, startAgain);
    },
  };
}
