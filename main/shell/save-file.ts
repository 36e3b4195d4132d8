import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

/**
 * Asks the person where a file is to lie, in the dialog of the system, and writes it there. Answers with the name that it
 * got, or null when they cancelled. Rejects when it could not be written (docs/api/dialog, dialog.showSaveDialog).
 */
export async function saveFile(name: string, bytes: Uint8Array): Promise<string | null> {
  const options = { defaultPath: join(app.getPath('downloads'), name) };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  if (canceled || filePath === '') return null;
  await writeFile(filePath, bytes);
  return basename(filePath);
}
