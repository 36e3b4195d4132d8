/** What the app needs of a window to quit: docs/api/app. */
export interface OpenWindow {
  /** Asks the window to close; it may refuse. */
  close(): void;
  destroy(): void;
}

/** All windows that are open, in the order in which they were made. */
class OpenWindows<Window extends OpenWindow> {
  readonly #windows = new Set<Window>();
  #onChange: (() => void)[] = [];

  get all(): Window[] {
    return [...this.#windows];
  }

  add(window: Window): void {
    this.#windows.add(window);
  }

  remove(window: Window): void {
    this.#windows.delete(window);
    for (const listener of this.#onChange) listener();
  }

  onRemoved(listener: () => void): void {
    this.#onChange.push(listener);
  }
}

export const openWindows = new OpenWindows<OpenWindow>();
