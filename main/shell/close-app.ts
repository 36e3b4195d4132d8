import type { App } from 'electron';
import type { Closing } from './close.ts';
import type { OpenLog } from './log.ts';
import type { Updates } from './updates/index.ts';

/**
 * However the app is asked to end (window closed, quit, shutdown of the computer), it first drains: calls under way
 * finish, the outbox keeps the rest, the database is closed, an update is put in. Then it ends. Call it before the first
 * window is opened.
 */
export function closeInGoodOrder(
  app: App,
  closing: Closing,
  log: Pick<OpenLog, 'info' | 'close'>,
  updates: Pick<Updates, 'closing' | 'forgo' | 'installNow'>,
): void {
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
    window.on('session-end', () => {
      updates.forgo();
      finishOnce();
    });
  });

  async function finish(): Promise<void> {
    updates.closing();
    await closing.close();
    log.info({}, 'Closed');
    updates.installNow();
    await log.close();
    app.quit();
  }
}
