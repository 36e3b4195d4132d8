import type { BrowserWindow } from 'electron';
import type { StationLog } from '../station/index.ts';

/** A page that dies more often than this within a minute is not loaded again. */
const mostReloadsPerMinute = 3;

/** Loads a page of ours again when its process has died, and writes down when it does not respond. */
export function bringBackDeadPage(window: BrowserWindow, log: StationLog, reload: () => void): void {
  let diedAt: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'The page of a window has died');
    const now = Date.now();
    diedAt = [...diedAt.filter((at) => now - at < 60_000), now];
    if (diedAt.length <= mostReloadsPerMinute && !window.isDestroyed()) reload();
  });
  window.on('unresponsive', () => log.warn({}, 'The page of a window does not respond'));
}
