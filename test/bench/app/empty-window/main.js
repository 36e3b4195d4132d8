// The least that a program on this runtime can be: one window with one word in it.
import { app, BrowserWindow } from 'electron';
import path from 'node:path';

const [profile] = process.argv.filter((argument) => argument.startsWith('--profile='));
if (profile !== undefined) app.setPath('userData', profile.slice('--profile='.length));

app.once('ready', () => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(path.join(import.meta.dirname, 'page.html'));
});
