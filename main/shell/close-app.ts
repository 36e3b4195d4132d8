import type { App } from 'electron';
import type { Closing } from './close.ts';
import type { OpenLog } from './log.ts';

/**
 * However the app is asked to end (window closed, quit, shutdown of the computer), it first drains: calls under way
 * finish, the outbox keeps the rest, the database is closed. Then it ends. Call it before the first window is opened.
 */
export function closeInGoodOrder(app: App, closing: Closing, log: Pick<OpenLog, 'info' | 'close'>): void {
  let finishing: Promise<void> | null = null;
  const finishOnce = (): void => void (finishing ??= finish());

  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (closing.state() === 'closed') return;
    event.preventDefault();
    finishOnce();
  });
  // When Windows shuts down or the person logs off there is no before-quit (docs/api/app), only this.
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', finishOnce);
  });

  async function finish(): Promise<void> {
    await closing.close();
    log.info({}, 'Closed');
    await log.close();
    app.quit();
  }
}
