import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { guardedClass } from '../guard/missing.ts';
import { WebContents } from '../window/web-contents.ts';
import { app } from '../app/app.ts';

type ThemeSource = Electron.NativeTheme['themeSource'];

/** docs/api/native-theme. The desktop counts as light; what the app chooses, pages see as prefers-color-scheme. */
class NativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  #source: ThemeSource = 'system';

  constructor() {
    super();
    app.on('web-contents-created', (_event, contents: WebContents) => {
      contents.up.then(
        () => this.#apply(contents),
        () => undefined,
      );
    });
  }

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Error processing argument at index 0, conversion failure from ${source}`);
    if (source === this.#source) return;
    this.#source = source;
    for (const contents of WebContents.getAllWebContents()) this.#apply(contents);
    setImmediate(() => this.emit('updated'));
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return false;
  }

  #apply(contents: WebContents): void {
    const value = this.#source === 'dark' ? 'dark' : 'light';
    contents.page?.cdp.tell('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  }
}

guardedClass('nativeTheme', NativeTheme);

export const nativeTheme = new NativeTheme();

nativeTheme satisfies Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors' | 'inForcedColorsMode'>;
