import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';
import { pagePreferences } from './page-preferences.ts';

/** A provider needs one for a second step; more are a nuisance or an attack. */
const mostPopups = 3;

/** Windows that pages of a provider have opened. They live no longer than the login. */
export interface Popups {
  /** How the next one may be opened; null when there are too many. */
  options(host: string): BrowserWindowConstructorOptions | null;
  adopt(popup: BrowserWindow): void;
  show(): void;
  hide(): void;
  close(contents: WebContents): void;
  closeAll(): void;
}

/** `parent` is the window they stay in front of; `watch` is told of the contents of each. */
export function createPopups(parent: BrowserWindow, session: Session, watch: (contents: WebContents) => void): Popups {
  const open = new Set<BrowserWindow>();
  return {
    options(host) {
      if (open.size >= mostPopups) return null;
      return { parent, title: host, width: 560, height: 680, autoHideMenuBar: true, webPreferences: pagePreferences(session) };
    },
    adopt(popup) {
      open.add(popup);
      popup.once('closed', () => open.delete(popup));
      // The title says where the page is from, not what it says of itself.
      popup.on('page-title-updated', (event) => event.preventDefault());
      popup.webContents.on('did-navigate', (_event, url) => popup.setTitle(URL.parse(url)?.host ?? ''));
      watch(popup.webContents);
    },
    show: () => open.forEach((popup) => popup.show()),
    hide: () => open.forEach((popup) => popup.hide()),
    close(contents) {
      for (const popup of open) if (popup.webContents === contents) popup.destroy();
    },
    closeAll() {
      for (const popup of open) popup.destroy();
      open.clear();
    },
  };
}
