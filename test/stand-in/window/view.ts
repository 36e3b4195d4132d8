import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { preventable } from '../events/preventable.ts';
import { guardedClass } from '../guard/missing.ts';

/** Where the content of a window is on the screen. */
export interface Placement {
  x: number;
  y: number;
}

/** docs/api/view. A tree of rectangles; what is to be seen in them is up to their classes. */
export class View extends EventEmitter {
  #children: View[] = [];
  #parent: View | undefined;
  #bounds: Electron.Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  #visible = true;
  /** Of the view that is the content of a window: where that is, or undefined while it is not to be seen. */
  #window: (() => Placement | undefined) | undefined;

  get children(): View[] {
    return [...this.#children];
  }

  addChildView(view: View, index?: number): void {
    if (view === this) throw new Error('A view cannot be added as its own child');
    view.#parent?.removeChildView(view);
    this.#children.splice(index ?? this.#children.length, 0, view);
    view.#parent = this;
    this.layOut();
  }

  removeChildView(view: View): void {
    if (!this.#children.includes(view)) return;
    this.#children = this.#children.filter((child) => child !== view);
    view.#parent = undefined;
    this.layOut();
    view.layOut();
  }

  setBounds(bounds: Electron.Rectangle, _options?: Electron.BoundsOptions): void {
    const { x, y, width, height } = bounds;
    const before = this.#bounds;
    this.#bounds = { x, y, width, height };
    this.layOut();
    const same = before.x === x && before.y === y && before.width === width && before.height === height;
    if (!same) this.emit('bounds-changed', preventable());
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    this.layOut();
  }

  getVisible(): boolean {
    return this.#visible;
  }

  setBackgroundColor(_color: string): void {
    // Nothing of a plain view is drawn.
  }

  setBorderRadius(_radius: number): void {
    // The corners of Chromium's windows stay as they are.
  }

  /** Makes this the content of a window. */
  hangIn(window: () => Placement | undefined): void {
    this.#window = window;
  }

  /** Tells all views of the tree where on the screen they are by now. */
  layOut(): void {
    if (this.#parent) this.#parent.layOut();
    else this.#tell(this.#window?.());
  }

  /** Brings what is drawn back over the window, from the lowest view to the topmost. */
  raise(): void {
    this.raised();
    for (const child of this.#children) child.raise();
  }

  /** Told when the window has come to the front. */
  protected raised(): void {
    // Nothing of a plain view is drawn.
  }

  /** Told where on the screen the view is by now; undefined while it is not to be seen. */
  protected placed(_at: Placement | undefined): void {
    // Nothing of a plain view is drawn.
  }

  #tell(parentAt: Placement | undefined): void {
    const { x, y } = this.#bounds;
    const at = parentAt && this.#visible ? { x: parentAt.x + x, y: parentAt.y + y } : undefined;
    this.placed(at);
    for (const child of this.#children) child.#tell(at);
  }
}

guardedClass('View', View);
