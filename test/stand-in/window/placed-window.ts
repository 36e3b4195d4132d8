import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { browser } from '../chromium/browser.ts';
import type { CdpSession } from '../cdp/connection.ts';
import { record } from '../desktop/record.ts';
import { preventable } from '../events/preventable.ts';
import { placeChromiumWindow, type WindowState } from './chromium-window.ts';

/** Place, size and state of a window: kept here, since Chromium tells nobody of changes, and told to Chromium. */
export abstract class PlacedWindow extends EventEmitter {
  protected readonly options: Electron.BrowserWindowConstructorOptions;
  protected visible = false;
  protected destroyed = false;
  protected cdp: CdpSession | undefined;
  resizable: boolean;
  #bounds: Electron.Rectangle;
  #minimumSize: [number, number];
  #maximumSize: [number, number];
  #state: WindowState;
  #kiosk: boolean;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#minimumSize = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#maximumSize = [options.maxWidth ?? 0, options.maxHeight ?? 0];
    this.#kiosk = options.kiosk ?? false;
    this.#state = options.fullscreen || options.kiosk ? 'fullscreen' : 'normal';
    this.resizable = options.resizable ?? true;
  }

  abstract readonly id: number;

  protected attachTo(cdp: CdpSession): void {
    this.cdp = cdp;
    this.place();
  }

  minimize(): void {
    this.#change('minimized', 'minimize');
  }

  maximize(): void {
    this.visible = true;
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
    this.place();
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

  #change(state: WindowState, event: string): void {
    if (this.destroyed) return;
    this.#state = state;
    this.place();
    this.emit(event, preventable());
  }

  /** Told whenever place, size, state or visibility may be others. */
  protected abstract placed(): void;

  /** Gives Chromium's window the place and state of this one; a hidden one is put out of sight, since CDP cannot hide it. */
  protected place(): void {
    const { cdp } = this;
    this.placed();
    if (!cdp || this.destroyed) return;
    placeChromiumWindow(cdp, this.visible || browser.headless ? this.#state : 'hidden', this.#bounds).catch(() => undefined);
  }
}
