import type * as Electron from 'electron';
import { guarded } from '../guard/missing.ts';
import { record } from './record.ts';

/** Answers that tests lay ready, first in first out, for each kind of dialog; without one the dialog is cancelled. */
export interface DialogAnswers {
  showOpenDialog: Electron.OpenDialogReturnValue[];
  showSaveDialog: Electron.SaveDialogReturnValue[];
  showMessageBox: Electron.MessageBoxReturnValue[];
}

export const dialogAnswers: DialogAnswers = { showOpenDialog: [], showSaveDialog: [], showMessageBox: [] };

function openAnswer(args: unknown[]): Electron.OpenDialogReturnValue {
  record('dialog.showOpenDialog', args.at(-1));
  return dialogAnswers.showOpenDialog.shift() ?? { canceled: true, filePaths: [] };
}

function saveAnswer(args: unknown[]): Electron.SaveDialogReturnValue {
  record('dialog.showSaveDialog', args.at(-1));
  return dialogAnswers.showSaveDialog.shift() ?? { canceled: true, filePath: '' };
}

function messageAnswer(args: unknown[]): Electron.MessageBoxReturnValue {
  const options = args.at(-1) as Electron.MessageBoxOptions;
  record('dialog.showMessageBox', options);
  const response = options.cancelId ?? 0;
  return dialogAnswers.showMessageBox.shift() ?? { response, checkboxChecked: options.checkboxChecked ?? false };
}

/** docs/api/dialog. Nothing is shown: what was asked is recorded. */
export const dialog = guarded('dialog', {
  showOpenDialog: async (...args: unknown[]) => openAnswer(args),
  showOpenDialogSync: (...args: unknown[]) => {
    const { canceled, filePaths } = openAnswer(args);
    return canceled ? undefined : filePaths;
  },
  showSaveDialog: async (...args: unknown[]) => saveAnswer(args),
  showSaveDialogSync: (...args: unknown[]) => saveAnswer(args).filePath,
  showMessageBox: async (...args: unknown[]) => messageAnswer(args),
  showMessageBoxSync: (...args: unknown[]) => messageAnswer(args).response,
  showErrorBox: (title: string, content: string) => {
    record('dialog.showErrorBox', title, content);
    process.stderr.write(`${title}\n${content}\n`);
  },
});

dialog satisfies Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox' | 'showMessageBoxSync'>;
