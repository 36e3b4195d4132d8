import type { WebPreferences } from 'electron';

/** What a page of ours gets: the bridge, and nothing else of Node or Electron (docs/tutorial/security). */
export function ownPagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
  };
}
