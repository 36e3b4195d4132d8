import type * as Electron from 'electron';
import type { CdpSession } from '../cdp/connection.ts';
import { record } from '../desktop/record.ts';
import { preventable, type Preventable } from '../events/preventable.ts';
import { PlacedWindow } from './placed-window.ts';
import { View } from './view.ts';

let lastId = 0;
/** The window that has the keyboard. */
const focus: { owner?: BaseWindow | undefined } = {};

/** What a window is apart from its page and its place: shown or hidden, focused, its title and what adorns it. */
export abstract class BaseWindow extends PlacedWindow {
  readonly id: number;
  /** What lies over the window's own page. */
  readonly contentView = new View();
  #title: string;
  #alwaysOnTop: boolean;
  #backgroundColor: string;
  #menu: unknown = null;
  movable: boolean;
  minimizable: boolean;
  maximizable: boolean;
  closable: boolean;
  fullScreenable: boolean;
  autoHideMenuBar: boolean;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super(options);
    lastId += 1;
    this.id = lastId;
    this.#title = options.title ?? '';
    this.#alwaysOnTop = options.alwaysOnTop ?? false;
    this.#backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.movable = options.movable ?? true;
    this.minimizable = options.minimizable ?? true;
    this.maximizable = options.maximizable ?? true;
    this.closable = options.closable ?? true;
    this.fullScreenable = options.fullscreenable ?? true;
    this.autoHideMenuBar = options.autoHideMenuBar ?? false;
    this.contentView.hangIn(() => (this.isVisible() && !this.isMinimized() ? this.getContentBounds() : undefined));
    this.placed();
  }

  abstract close(): void;
  abstract destroy(): void;

  /** Told once the page is there: the window takes the state it should have. */
  protected override attachTo(cdp: CdpSession): void {
    super.attachTo(cdp);
    if (this.options.backgroundColor !== undefined) this.setBackgroundColor(this.options.backgroundColor);
  }

  protected override placed(): void {
    const [width, height] = this.getContentSize();
    this.contentView.setBounds({ x: 0, y: 0, width, height });
  }

  show(): void {
    if (this.destroyed) return;
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    if (this.destroyed || this.visible) return;
    this.visible = true;
    this.place();
    this.emit('show', preventable());
  }

  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.blur();
    this.place();
    this.emit('hide', preventable());
  }

  isVisible(): boolean {
    return this.visible && !this.destroyed;
  }

  focus(): void {
    if (focus.owner === this || this.destroyed) return;
    focus.owner?.blur();
    focus.owner = this;
    this.emit('focus', preventable());
  }

  blur(): void {
    if (focus.owner !== this) return;
    focus.owner = undefined;
    this.emit('blur', preventable());
  }

  isFocused(): boolean {
    return focus.owner === this;
  }

  moveTop(): void {
    record('window.moveTop', this.id);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  protected markDestroyed(): void {
    this.blur();
    this.destroyed = true;
    this.contentView.layOut();
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
  pageTitle(event: Preventable<object>, title: string): void {
    if (this.destroyed) return;
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
    this.cdp?.tell('Emulation.setDefaultBackgroundColorOverride', { color: { r, g, b } });
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
}
