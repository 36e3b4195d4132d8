import type * as Electron from 'electron';
import { guarded } from '../guard/missing.ts';
import { record } from './record.ts';

/** docs/api/shell: recorded instead of handed to the desktop. */
export const shell = guarded('shell', {
  openExternal: async (url: string): Promise<void> => {
    if (!URL.canParse(url)) throw new Error('Invalid URL');
    record('shell.openExternal', url);
  },
  openPath: async (file: string): Promise<string> => {
    record('shell.openPath', file);
    return '';
  },
  showItemInFolder: (file: string): void => record('shell.showItemInFolder', file),
  trashItem: async (file: string): Promise<void> => record('shell.trashItem', file),
  beep: (): void => record('shell.beep'),
});

shell satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem' | 'beep'>;
