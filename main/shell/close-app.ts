import type { App } from 'electron';
import type { Closing } from './close.ts';
import type { OpenLog } from './log.ts';

/**
 * However the app is asked to end (window closed, quit, shutdown of the computer), it first drains: calls under way
 * finish, the outbox keeps the rest, the database is closed. Then it ends.
 */
export function closeInGoodOrder(app: App, closing: Closing, log: OpenLog): void {
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (closing.state() === 'closed') return;
    event.preventDefault();
    void finish();
  });

  async function finish(): Promise<void> {
    await closing.close();
    log.info({}, 'Closed');
    await log.close();
    app.quit();
  }
}
