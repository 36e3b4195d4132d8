import type { App, WebContents } from 'electron';
import type { StationLog } from '../station/index.ts';

/**
 * The one place that decides where pages may go: nowhere. A page of ours stays the document it is, opens no window and
 * holds no other page (Electron: docs/tutorial/security, 12 to 14). What main itself loads is not asked for here.
 */
export function guardNavigation(app: App, log: StationLog): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, log));
}

function guard(contents: WebContents, log: StationLog): void {
  const refuse = (event: { preventDefault(): void; url: string }, what: string): void => {
    event.preventDefault();
    log.warn({ what, to: withoutQuery(event.url) }, 'Refused a navigation');
  };
  contents.on('will-frame-navigate', (event) => refuse(event, 'frame'));
  contents.on('will-navigate', (event) => refuse(event, 'page'));
  contents.on('will-redirect', (event) => refuse(event, 'redirect'));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log.warn({ what: 'window', to: withoutQuery(url) }, 'Refused a navigation');
    return { action: 'deny' };
  });
}

function withoutQuery(address: string): string {
  return address.split(/[?#]/, 1)[0]?.slice(0, 200) ?? '';
}
