import type { Session, WebPreferences } from 'electron';

/**
 * What a page of a provider gets: a browser, and nothing of the station (docs/tutorial/security). There is no preload
 * script, so it has no bridge either.
 */
export function pagePreferences(session: Session): WebPreferences {
  return {
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    devTools: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    // A page that asks again and again can be silenced.
    safeDialogs: true,
  };
}
