import { Menu } from 'electron';

/**
 * On Windows and Linux there is no menu: its shortcuts (reload, zoom, close) would take keys from the scanner. macOS
 * needs one for copy and paste to work at all.
 */
export function setMenu(): void {
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null);
}
