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
      // A page in a new process has forgotten it.
      contents.on('did-navigate', () => void this.#apply(contents));
    });
  }

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Error processing argument at index 0, conversion failure from ${source}`);
    if (source === this.#source) return;
    this.#source = source;
    void this.#update();
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return false;
  }

  async #update(): Promise<void> {
    await Promise.all(WebContents.getAllWebContents().map((contents) => this.#apply(contents)));
    this.emit('updated');
  }

  async #apply(contents: WebContents): Promise<void> {
    const value = this.#source === 'dark' ? 'dark' : 'light';
    const features = [{ name: 'prefers-color-scheme', value }];
    await contents.page?.cdp.send('Emulation.setEmulatedMedia', { features }).catch(() => undefined);
  }
}

guardedClass('nativeTheme', NativeTheme);

export const nativeTheme = new NativeTheme();

nativeTheme satisfies Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors' | 'inForcedColorsMode'>;
