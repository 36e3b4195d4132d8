import type * as Electron from 'electron';
import { guarded } from '../guard/missing.ts';
import { record } from './record.ts';

let copied = '';

/** docs/api/clipboard: text, kept within this process. */
export const clipboard = guarded('clipboard', {
  readText: async () => copied,
  writeText: async (text: string) => {
    if (typeof text !== 'string') throw new TypeError('The text must be a string');
    copied = text;
  },
  clear: () => {
    copied = '';
  },
});

clipboard satisfies Pick<Electron.Clipboard, 'readText' | 'writeText' | 'clear'>;

let crashOptions: Electron.CrashReporterStartOptions | undefined;

/** docs/api/crash-reporter: what it was started with. */
export const crashReporter = guarded('crashReporter', {
  start: (options: Electron.CrashReporterStartOptions) => {
    crashOptions = options;
    record('crashReporter.start', options);
  },
  getUploadToServer: () => crashOptions?.uploadToServer ?? true,
  setUploadToServer: (upload: boolean) => record('crashReporter.setUploadToServer', upload),
  addExtraParameter: (key: string, value: string) => record('crashReporter.addExtraParameter', key, value),
  removeExtraParameter: (key: string) => record('crashReporter.removeExtraParameter', key),
  getParameters: () => crashOptions?.extra ?? {},
  getLastCrashReport: () => null,
  getUploadedReports: () => [],
});

const shortcuts = new Map<string, () => void>();

/** docs/api/global-shortcut: registered, never pressed. */
export const globalShortcut = guarded('globalShortcut', {
  register: (accelerator: string, callback: () => void): boolean => {
    if (shortcuts.has(accelerator)) return false;
    shortcuts.set(accelerator, callback);
    return true;
  },
  isRegistered: (accelerator: string) => shortcuts.has(accelerator),
  unregister: (accelerator: string) => void shortcuts.delete(accelerator),
  unregisterAll: () => shortcuts.clear(),
});

/** docs/api/system-preferences, as on Linux. */
export const systemPreferences = guarded('systemPreferences', {
  getAnimationSettings: () => ({ shouldRenderRichAnimation: true, scrollAnimationsEnabledBySystem: true, prefersReducedMotion: false }),
});
