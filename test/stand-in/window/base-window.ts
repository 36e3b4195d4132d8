import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { browser } from '../chromium/browser.ts';
import type { CdpSession, Protocol } from '../cdp/connection.ts';
import { record } from '../desktop/record.ts';
import { preventable } from '../events/preventable.ts';

type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

let lastId = 0;
let focused: BaseWindow | undefined;

/** What a window is apart from its page: place, size, state, title. The state is kept here and told to Chromium. */
export abstract class BaseWindow extends EventEmitter {
  readonly id: number;
  protected readonly options: Electron.BrowserWindowConstructorOptions;
  #bounds: Electron.Rectangle;
  #minimumSize: [number, number];
  #maximumSize: [number, number];
  #state: WindowState = 'normal';
  #visible = false;
  #title: string;
  #kiosk: boolean;
  #alwaysOnTop: boolean;
  #backgroundColor: string;
  #menu: unknown = null;
  #destroyed = false;
  #cdp: CdpSession | undefined;
  resizable: boolean;
  movable: boolean;
  minimizable: boolean;
  maximizable: boolean;
  closable: boolean;
  fullScreenable: boolean;
  autoHideMenuBar: boolean;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    lastId += 1;
    this.id = lastId;
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#minimumSize = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#maximumSize = [options.maxWidth ?? 0, options.maxHeight ?? 0];
    this.#title = options.title ?? '';
    this.#kiosk = options.kiosk ?? false;
    this.#alwaysOnTop = options.alwaysOnTop ?? false;
    this.#backgroundColor = options.backgroundColor ?? '#FFFFFF';
    if (options.fullscreen || options.kiosk) this.#state = 'fullscreen';
    this.resizable = options.resizable ?? true;
    this.movable = options.movable ?? true;
    this.minimizable = options.minimizable ?? true;
    this.maximizable = options.maximizable ?? true;
    this.closable = options.closable ?? true;
    this.fullScreenable = options.fullscreenable ?? true;
    this.autoHideMenuBar = options.autoHideMenuBar ?? false;
  }

  abstract close(): void;
  abstract destroy(): void;

  /** Told once the page is there: the window takes the state it should have. */
  protected attachTo(cdp: CdpSession): void {
    this.#cdp = cdp;
    if (this.options.backgroundColor !== undefined) this.setBackgroundColor(this.options.backgroundColor);
    this.#apply();
  }

  show(): void {
    if (this.#destroyed) return;
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    if (this.#destroyed || this.#visible) return;
    this.#visible = true;
    this.#apply();
    this.emit('show', preventable());
  }

  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    this.blur();
    this.#apply();
    this.emit('hide', preventable());
  }

  isVisible(): boolean {
    return this.#visible && !this.#destroyed;
  }

  focus(): void {
    if (focused === this || this.#destroyed) return;
    focused?.blur();
    focused = this;
    this.emit('focus', preventable());
  }

  blur(): void {
    if (focused !== this) return;
    focused = undefined;
    this.emit('blur', preventable());
  }

  isFocused(): boolean {
    return focused === this;
  }

  moveTop(): void {
    record('window.moveTop', this.id);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  protected markDestroyed(): void {
    this.blur();
    this.#destroyed = true;
  }

  minimize(): void {
    this.#change('minimized', 'minimize');
  }

  maximize(): void {
    this.#visible = true;
    this.#change('maximized', 'maximize');
  }

  unmaximize(): void {
    if (this.isMaximized()) this.#change('normal', 'unmaximize');
  }

  restore(): void {
    if (this.#state !== 'normal') this.#change('normal', 'restore');
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  isNormal(): boolean {
    return this.#state === 'normal';
  }

  setFullScreen(flag: boolean): void {
    if (flag !== this.isFullScreen()) this.#change(flag ? 'fullscreen' : 'normal', flag ? 'enter-full-screen' : 'leave-full-screen');
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }

  setKiosk(flag: boolean): void {
    this.#kiosk = flag;
    this.setFullScreen(flag);
  }

  isKiosk(): boolean {
    return this.#kiosk;
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  getContentBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.#bounds;
    this.#bounds = { ...before, ...bounds };
    this.#apply();
    if (before.x !== this.#bounds.x || before.y !== this.#bounds.y) this.emit('move', preventable());
    if (before.width !== this.#bounds.width || before.height !== this.#bounds.height) this.emit('resize', preventable());
  }

  setContentBounds(bounds: Electron.Rectangle): void {
    this.setBounds(bounds);
  }

  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getContentSize(): [number, number] {
    return this.getSize();
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getPosition(): [number, number] {
    return [this.#bounds.x, this.#bounds.y];
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  center(): void {
    record('window.center', this.id);
  }

  getMinimumSize(): [number, number] {
    return [...this.#minimumSize];
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimumSize = [width, height];
  }

  getMaximumSize(): [number, number] {
    return [...this.#maximumSize];
  }

  setMaximumSize(width: number, height: number): void {
    this.#maximumSize = [width, height];
  }

  isResizable(): boolean {
    return this.resizable;
  }

  setResizable(resizable: boolean): void {
    this.resizable = resizable;
  }

  get title(): string {
    return this.getTitle();
  }

  set title(title: string) {
    this.setTitle(title);
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  /** Told when the page has another title; the app may keep its own. */
  pageTitle(title: string): void {
    const contents = (this as unknown as { webContents: { title: string; emit(name: string, ...args: unknown[]): boolean } }).webContents;
    if (this.#destroyed || title === '' || title === contents.title || title === 'about:blank') return;
    contents.title = title;
    const event = preventable({ title, explicitSet: true });
    contents.emit('page-title-updated', event, title, true);
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.#title = title;
  }

  setAlwaysOnTop(flag: boolean): void {
    this.#alwaysOnTop = flag;
    this.emit('always-on-top-changed', preventable(), flag);
  }

  isAlwaysOnTop(): boolean {
    return this.#alwaysOnTop;
  }

  getBackgroundColor(): string {
    return this.#backgroundColor;
  }

  setBackgroundColor(color: string): void {
    this.#backgroundColor = color;
    const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
    if (!match) return;
    const [r = 255, g = 255, b = 255] = match.slice(1).map((part) => Number.parseInt(part, 16));
    this.#cdp?.tell('Emulation.setDefaultBackgroundColorOverride', { color: { r, g, b } });
  }

  getParentWindow(): Electron.BaseWindow | null {
    return this.options.parent ?? null;
  }

  isModal(): boolean {
    return this.options.modal ?? false;
  }

  setMenu(menu: unknown): void {
    this.#menu = menu;
  }

  getMenu(): unknown {
    return this.#menu;
  }

  removeMenu(): void {
    this.#menu = null;
  }

  setMenuBarVisibility(visible: boolean): void {
    record('window.setMenuBarVisibility', this.id, visible);
  }

  setAutoHideMenuBar(hide: boolean): void {
    this.autoHideMenuBar = hide;
  }

  setProgressBar(progress: number): void {
    record('window.setProgressBar', this.id, progress);
  }

  setIcon(): void {
    record('window.setIcon', this.id);
  }

  flashFrame(flag: boolean): void {
    record('window.flashFrame', this.id, flag);
  }

  setSkipTaskbar(skip: boolean): void {
    record('window.setSkipTaskbar', this.id, skip);
  }

  #change(state: WindowState, event: string): void {
    if (this.#destroyed) return;
    this.#state = state;
    this.#apply();
    this.emit(event, preventable());
  }

  /** Gives Chromium's window the place and state of this one; a hidden one is minimised, as far as CDP can hide it. */
  #apply(): void {
    const cdp = this.#cdp;
    if (!cdp || this.#destroyed) return;
    void applyBounds(cdp, this.#visible || browser.headless ? this.#state : 'minimized', this.#bounds).catch(() => undefined);
  }
}

async function applyBounds(cdp: CdpSession, windowState: WindowState, bounds: Electron.Rectangle): Promise<void> {
  const connection = await browser.session();
  const { targetInfo } = await cdp.send('Target.getTargetInfo');
  const { windowId, bounds: now } = await connection.send('Browser.getWindowForTarget', { targetId: targetInfo.targetId });
  const set = (wanted: Protocol.Browser.Bounds) => connection.send('Browser.setWindowBounds', { windowId, bounds: wanted });
  if (windowState !== 'normal') {
    if (now.windowState !== 'normal' && now.windowState !== windowState) await set({ windowState: 'normal' });
    await set({ windowState });
    return;
  }
  if (now.windowState !== 'normal') await set({ windowState: 'normal' });
  await set({ left: bounds.x, top: bounds.y, width: bounds.width, height: bounds.height });
}
