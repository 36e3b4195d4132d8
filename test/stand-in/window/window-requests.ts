import type { WindowRequest } from '../navigation/tracker.ts';

/** What one page asked to open: the words and the new window itself come by different ways, either of them first. */
export class WindowRequests {
  /** Called when some page has asked for a window that will name nobody. */
  static onUnnamed: (() => void) | undefined;
  /** For windows that name this page as their opener. */
  readonly #asOpener: WindowRequest[] = [];
  /** For windows that name nobody: a click with Ctrl, Shift or the middle button. */
  readonly #asNobody: WindowRequest[] = [];
  #waiting: ((request: WindowRequest | undefined) => void)[] = [];

  add(request: WindowRequest, isOpener: boolean): void {
    if (!isOpener) {
      this.#asNobody.push(request);
      WindowRequests.onUnnamed?.();
      return;
    }
    const waiting = this.#waiting.shift();
    if (waiting) waiting(request);
    else this.#asOpener.push(request);
  }

  /** The words of the next window that names this page; undefined when the page is gone before it said them. */
  next(): Promise<WindowRequest | undefined> {
    const request = this.#asOpener.shift();
    if (request) return Promise.resolve(request);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The words of a window that names nobody; undefined when this page has asked for none. */
  takeUnnamed(): WindowRequest | undefined {
    return this.#asNobody.shift();
  }

  /** Told when the page is gone. */
  end(): void {
    for (const resolve of this.#waiting) resolve(undefined);
    this.#waiting = [];
  }
}
