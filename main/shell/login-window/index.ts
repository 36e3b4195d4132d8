import { session } from 'electron';
import type { Language } from '../../../preload/contract/index.ts';
import type { LoginSurface } from '../../sessions/index.ts';
import { openInSystemBrowser } from '../system-browser.ts';
import { openLoginWindow, type LoginWindowParts, type OpenLoginWindow } from './login-window.ts';
import texts from './returned-texts.json' with { type: 'json' };

export interface LoginSurfaceParts extends LoginWindowParts {
  language: () => Language;
}

/** Where logins take place, and what the app has to tell it. */
export interface ShellLoginSurface extends LoginSurface {
  /** The size of texts is another: an open window follows. */
  textSizeChanged(): void;
}

/** Makes the windows of logins; one is open at a time. Call it when the app is ready, with every guard in force. */
export function createLoginSurface(parts: LoginSurfaceParts): ShellLoginSurface {
  const { log, language } = parts;
  let open: OpenLoginWindow | null = null;
  return {
    openWindow(request) {
      if (open !== null) throw new Error('A login window is open already');
      const window = openLoginWindow(request, parts);
      open = window;
      return {
        ...window,
        close() {
          if (open === window) open = null;
          window.close();
        },
      };
    },

    async openInBrowser(address) {
      await openInSystemBrowser(address);
      log.info({ host: URL.parse(address)?.host }, 'A login goes on in the browser of the system');
    },

    returnedPage: () => texts[language()],

    async clearPartition(partition) {
      const pages = session.fromPartition(partition);
      await pages.closeAllConnections();
      await Promise.all([pages.clearStorageData(), pages.clearCache(), pages.clearAuthCache()]);
    },

    textSizeChanged: () => open?.layOut(),
  };
}
