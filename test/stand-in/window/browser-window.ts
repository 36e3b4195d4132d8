import type * as Electron from 'electron';
import { app } from '../app/app.ts';
import { openWindows } from '../app/open-windows.ts';
import { browser } from '../chromium/browser.ts';
import { preventable } from '../events/preventable.ts';
import { guardedClass } from '../guard/missing.ts';
import { sessionModule, type Session } from '../session/session.ts';
import { toChromium } from '../network/scheme-map.ts';
import { BaseWindow } from './base-window.ts';
import { closeUnseen } from './denied-page.ts';
import { Targets, type WaitingPage } from './targets.ts';
import { WebContents } from './web-contents.ts';

type Options = Electron.BrowserWindowConstructorOptions;

/** How a window that a page opened gets the page that is already there. */
const adoptedPage = Symbol('adopted page');
type InnerOptions = Options & { [adoptedPage]?: WaitingPage };

/** docs/api/browser-window. */
export class BrowserWindow extends BaseWindow {
  readonly webContents: WebContents;
  #readyToShow = false;

  constructor(options: InnerOptions = {}) {
    super(options);
    const preferences = options.webPreferences ?? {};
    const session = (preferences.session as unknown as Session | undefined) ?? sessionModule.fromPartition(preferences.partition ?? '');
    const adopted = options[adoptedPage];
    const page = adopted ? Promise.resolve(adopted) : this.#createPage(session, options);
    this.webContents = new WebContents(this, session, preferences, page);
    this.webContents.up.then(
      (made) => this.attachTo(made.cdp),
      () => undefined,
    );
    this.webContents.on('did-finish-load', () => this.#ready());
    this.webContents.on('did-fail-load', () => this.#ready());
    openWindows.add(this);
    windows.set(this.id, this);
    app.emit('browser-window-created', preventable(), this);
    if (options.show !== false) queueMicrotask(() => this.show());
  }

  get devToolsWebContents(): null {
    return null;
  }

  loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    return this.webContents.loadURL(url, options);
  }

  loadFile(file: string, options?: Electron.LoadFileOptions): Promise<void> {
    return this.webContents.loadFile(file, options);
  }

  reload(): void {
    this.webContents.reload();
  }

  capturePage(area?: Electron.Rectangle): Promise<Electron.NativeImage> {
    return this.webContents.capturePage(area);
  }

  focusOnWebView(): void {
    this.focus();
  }

  blurWebView(): void {
    this.blur();
  }

  override focus(): void {
    if (this.isDestroyed()) return;
    super.focus();
    WebContents.focused = this.webContents;
    const targetId = this.webContents.page?.targetId;
    if (targetId !== undefined) void browser.session().then((cdp) => cdp.tell('Target.activateTarget', { targetId }));
  }

  /** Asks the page (beforeunload) and the app (close); either may refuse. */
  override close(): void {
    if (this.isDestroyed()) return;
    const event = preventable();
    this.emit('close', event);
    if (event.defaultPrevented) app.quitRefused();
    else this.webContents.closePage();
  }

  override destroy(): void {
    if (this.isDestroyed()) return;
    const targetId = this.webContents.page?.targetId;
    this.gone();
    if (targetId !== undefined) {
      void browser.session().then((cdp) => cdp.tell('Target.closeTarget', { targetId }));
      return;
    }
    this.webContents.up.then(
      ({ cdp, targetId }) => cdp.tell('Target.closeTarget', { targetId }),
      () => undefined,
    );
  }

  /** Told when the page is no more, whoever closed it. */
  gone(): void {
    if (this.isDestroyed()) return;
    if (WebContents.focused === this.webContents) WebContents.focused = undefined;
    this.markDestroyed();
    windows.delete(this.id);
    this.webContents.gone();
    this.emit('closed');
    openWindows.remove(this);
  }

  #ready(): void {
    if (this.#readyToShow) return;
    this.#readyToShow = true;
    this.emit('ready-to-show', preventable());
  }

  async #createPage(session: Session, options: Options): Promise<WaitingPage> {
    await browser.started;
    const browserContextId = await session.contextId();
    return targets.create({
      newWindow: true,
      background: options.show === false,
      width: options.width ?? 800,
      height: options.height ?? 600,
      ...(options.x === undefined ? {} : { left: options.x }),
      ...(options.y === undefined ? {} : { top: options.y }),
      ...(browserContextId === undefined ? {} : { browserContextId }),
    });
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }

  static fromWebContents(contents: WebContents | null): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }
}

const windows = new Map<number, BrowserWindow>();

function windowOfTarget(targetId: string): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find((window) => window.webContents.page?.targetId === targetId);
}

/** Decides about a page that another one opened: docs/api/window-open. */
async function pageOpened(page: WaitingPage, openerId: string, url: string): Promise<void> {
  const opener = windowOfTarget(openerId);
  if (!opener) {
    page.cdp.tell('Runtime.runIfWaitingForDebugger');
    return;
  }
  const contents = opener.webContents;
  const request = await nextWindowRequest(contents, url);
  const details = {
    url: request.url,
    frameName: request.frameName,
    features: request.features,
    disposition: request.disposition as Electron.HandlerDetails['disposition'],
    referrer: { url: contents.getURL(), policy: 'strict-origin-when-cross-origin' as const },
  };
  const answer = contents.openHandler?.(details) ?? { action: 'allow' as const };
  if (answer.action !== 'allow') {
    await closeUnseen(page, toChromium(request.url));
    return;
  }
  targets.adopt(page);
  const given: Options = answer.overrideBrowserWindowOptions ?? {};
  const options: InnerOptions = {
    ...sizeOf(request.features),
    ...given,
    webPreferences: {
      ...inherited(contents.preferences),
      ...given.webPreferences,
      session: contents.session as unknown as Electron.Session,
    },
    [adoptedPage]: page,
  };
  const child = new BrowserWindow(options);
  contents.emit('did-create-window', child, { ...details, options });
}

/** The page's own words come by another way than the new page itself, and may come later. */
async function nextWindowRequest(contents: WebContents, url: string) {
  for (let tries = 0; tries < 50 && contents.windowRequests.length === 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return contents.windowRequests.shift() ?? { url, frameName: '', features: '', disposition: 'new-window' };
}

/** A child is as safe as its opener: it takes over these preferences, and no preload script unless told so. */
function inherited(preferences: Electron.WebPreferences): Electron.WebPreferences {
  const { contextIsolation, sandbox, nodeIntegration, webSecurity, preload } = preferences;
  const all = { contextIsolation, sandbox, nodeIntegration, webSecurity, preload };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function sizeOf(features: string): Options {
  const read = (name: string): number | undefined => {
    const value = new RegExp(`(?:^|,)\\s*${name}=(\\d+)`).exec(features)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  const sizes = { width: read('width') ?? read('innerWidth'), height: read('height') ?? read('innerHeight'), x: read('left'), y: read('top') };
  return Object.fromEntries(Object.entries(sizes).filter(([, value]) => value !== undefined));
}

/** All pages of Chromium, watched from its start on. */
export const targets = new Targets({
  opened: (page, openerId, url) => void pageOpened(page, openerId, url),
  destroyed: (targetId) => windowOfTarget(targetId)?.gone(),
  crashed: (targetId) => windowOfTarget(targetId)?.webContents.crashed(),
});

guardedClass('BrowserWindow', BrowserWindow);
