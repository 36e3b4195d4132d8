import type * as Electron from 'electron';
import { browser } from '../chromium/browser.ts';
import { preventable } from '../events/preventable.ts';
import { guardedClass, NotInTheStandIn } from '../guard/missing.ts';
import { sessionModule, type Session } from '../session/session.ts';
import { placeChromiumWindow } from './chromium-window.ts';
import { targets, type WaitingPage } from './targets.ts';
import { View, type Placement } from './view.ts';
import { WebContents, type ContentsHost } from './web-contents.ts';

/**
 * docs/api/web-contents-view. The page has a Chromium window of its own, laid over that of its parent; without a display the
 * page gets the size of the view. As in Electron the contents stay when the parent window closes, until they are closed.
 */
export class WebContentsView extends View {
  #contents: WebContents | undefined;
  #shown = false;
  #isNextPageAwaited = false;

  constructor(options: Electron.WebContentsViewConstructorOptions = {}) {
    super();
    if (options.webContents !== undefined) throw new NotInTheStandIn('new WebContentsView({ webContents })');
    const preferences = options.webPreferences ?? {};
    const session = (preferences.session as unknown as Session | undefined) ?? sessionModule.fromPartition(preferences.partition ?? '');
    this.#contents = new WebContents(this.#host(), session, preferences, createPage(session));
    this.#contents.up.then(
      () => this.layOut(),
      () => undefined,
    );
  }

  /** Undefined once they are destroyed, as in Electron. */
  get webContents(): WebContents {
    return this.#contents as WebContents;
  }

  override setBackgroundColor(color: string): void {
    const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
    if (!match) return;
    const [r = 255, g = 255, b = 255] = match.slice(1).map((part) => Number.parseInt(part, 16));
    this.#contents?.up.then(
      ({ cdp }) => cdp.tell('Emulation.setDefaultBackgroundColorOverride', { color: { r, g, b } }),
      () => undefined,
    );
  }

  protected override raised(): void {
    const targetId = this.#contents?.page?.targetId;
    if (targetId !== undefined && this.#shown) void browser.session().then((cdp) => cdp.tell('Target.activateTarget', { targetId }));
  }

  protected override placed(at: Placement | undefined): void {
    this.#shown = at !== undefined;
    const cdp = this.#contents?.page?.cdp;
    if (!cdp) return;
    const { width, height } = this.getBounds();
    if (width <= 0 || height <= 0) {
      if (!browser.headless) placeChromiumWindow(cdp, 'hidden', { x: 0, y: 0, width: 800, height: 600 }).catch(() => undefined);
      return;
    }
    // Chromium's browser process can die of an emulation for a page whose process has died: the next page gets its size.
    if (this.#contents?.isCrashed()) {
      this.#layOutNextPage();
      return;
    }
    if (browser.headless) cdp.tell('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false });
    else placeChromiumWindow(cdp, at ? 'normal' : 'hidden', { x: 0, y: 0, ...at, width, height }).catch(() => undefined);
  }

  #layOutNextPage(): void {
    if (this.#isNextPageAwaited) return;
    this.#isNextPageAwaited = true;
    this.#contents?.once('did-start-navigation', () => {
      this.#isNextPageAwaited = false;
      this.layOut();
    });
  }

  #host(): ContentsHost {
    const gone = (): void => {
      const contents = this.#contents;
      if (!contents) return;
      if (WebContents.focused === contents) WebContents.focused = undefined;
      this.#contents = undefined;
      contents.gone();
    };
    return {
      close: () => this.#contents?.closePage(),
      destroy: () => {
        const contents = this.#contents;
        gone();
        contents?.closeTarget();
      },
      focus: () => {
        const contents = this.#contents;
        if (!contents || WebContents.focused === contents) return;
        WebContents.focused = contents;
        const targetId = contents.page?.targetId;
        if (targetId !== undefined) void browser.session().then((cdp) => cdp.tell('Target.activateTarget', { targetId }));
        contents.emit('focus', preventable());
      },
      gone,
      pageTitle: () => undefined,
    };
  }
}

async function createPage(session: Session): Promise<WaitingPage> {
  await browser.started;
  const browserContextId = await session.contextId();
  const size = { newWindow: true, background: true, width: 800, height: 600 };
  return targets.create({ ...size, ...(browserContextId === undefined ? {} : { browserContextId }) }, false);
}

guardedClass('WebContentsView', WebContentsView);
