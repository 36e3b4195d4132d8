import { shell } from 'electron';

/**
 * Opens a web address in the browser of the system. Rejects for anything that is no plain http(s) address, and when there
 * is no browser to open it (electronjs.org, shell.openExternal).
 */
export async function openInSystemBrowser(address: string): Promise<void> {
  const url = URL.parse(address);
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
  if (!isWeb || url.username !== '' || url.password !== '') throw new Error('Only a web address without a user name is opened');
  await shell.openExternal(url.href);
}
