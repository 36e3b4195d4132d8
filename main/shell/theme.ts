import { nativeTheme } from 'electron';
import type { StationSettings } from '../../preload/contract/index.ts';

/** Colour of a window before its page has painted: the canvas of either theme. */
const canvas = { light: '#f4f5f7', dark: '#16181d' };

/** Makes the frame, the title bar and `prefers-color-scheme` follow the setting. */
export function applyTheme(theme: StationSettings['theme']): void {
  nativeTheme.themeSource = theme;
}

export function canvasColor(): string {
  return nativeTheme.shouldUseDarkColors ? canvas.dark : canvas.light;
}
