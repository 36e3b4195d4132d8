import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { app } from '../app/app.ts';
import { guardedClass } from '../guard/missing.ts';
import { record } from './record.ts';

type Template = Electron.MenuItemConstructorOptions | MenuItem;

/** docs/api/menu-item. Nothing is drawn; `click` works as a person's click would. */
export class MenuItem {
  readonly id: string;
  readonly type: string;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  readonly commandId: number;
  readonly sublabel: string;
  readonly toolTip: string;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly click: (event?: object, window?: unknown, contents?: unknown) => void;
  menu: Menu | undefined;

  constructor(options: Electron.MenuItemConstructorOptions) {
    lastCommand += 1;
    this.commandId = lastCommand;
    this.id = options.id ?? '';
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal');
    this.role = options.role;
    this.label = options.label ?? options.role ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.accelerator = options.accelerator;
    this.submenu = submenuOf(options.submenu);
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.click = (event = {}, window, contents) => {
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (this.type === 'radio') this.checked = true;
      if (options.click) (options.click as (...args: unknown[]) => void)(this, window, event);
      else if (this.role === 'quit') app.quit();
      else record('MenuItem.role', this.role, contents !== undefined);
    };
  }
}

let lastCommand = 0;
let applicationMenu: Menu | null = null;

/** docs/api/menu. */
export class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: MenuItem): void {
    item.menu = this;
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(options?: Electron.PopupOptions): void {
    record('menu.popup', options);
    this.emit('menu-will-show', {});
  }

  closePopup(): void {
    this.emit('menu-will-close', {});
  }

  static buildFromTemplate(template: Template[]): Menu {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array');
    const menu = new Menu();
    for (const entry of template) menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
    app.applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }
}

function submenuOf(submenu: Electron.MenuItemConstructorOptions['submenu']): Menu | undefined {
  if (submenu === undefined) return undefined;
  return Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as unknown as Menu);
}

guardedClass('Menu', Menu);
guardedClass('MenuItem', MenuItem);
