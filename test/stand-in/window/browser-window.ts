import type * as Electron from 'electron';
import { app } from '../app/app.ts';
import { openWindows } from '../app/open-windows.ts';
import { browser } from '../chromium/browser.ts';
import { preventable } from '../events/preventable.ts';
import { guardedClass } from '../guard/missing.ts';
import { sessionModule, type Session } from '../session/session.ts';
import { BaseWindow } from './base-window.ts';
import { targets, type WaitingPage } from './targets.ts';
import { WebContents } from './web-contents.ts';

type Options = Electron.BrowserWindowConstructorOptions;

/** How a window that a page opened gets the page that is already there. */
export const adoptedPage = Symbol('adopted page');
export type InnerOptions = Options & { [adoptedPage]?: WaitingPage };

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
    this.contentView.raise();
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
    this.gone();
    this.webContents.closeTarget();
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

guardedClass('BrowserWindow', BrowserWindow);
