import type { CdpSession, Protocol } from '../cdp/connection.ts';
import { startPage } from '../chromium/switches.ts';
import { guardedClass } from '../guard/missing.ts';
import { fromChromium } from '../network/scheme-map.ts';

/** docs/api/navigation-history. Its answers are as of the last navigation. */
export class NavigationHistory {
  readonly #cdp: () => CdpSession | undefined;
  #entries: Protocol.Page.NavigationEntry[] = [];
  #index = 0;
  /** Where the app asked to go in the history, until it is there. */
  #going: number | undefined;

  constructor(cdp: () => CdpSession | undefined) {
    this.#cdp = cdp;
  }

  /** Told after every navigation: says at once what is certain, then reads the history again. */
  navigated(url: string): void {
    if (this.#going !== undefined) this.#index = this.#going;
    else if (this.#entries[this.#index]?.url !== url) {
      this.#entries = [...this.#entries.slice(0, this.#index + 1), { id: 0, url, userTypedURL: url, title: '', transitionType: 'link' }];
      this.#index = this.#entries.length - 1;
    }
    this.#going = undefined;
    void this.#refresh();
  }

  async #refresh(): Promise<void> {
    const history = await this.#cdp()?.send('Page.getNavigationHistory').catch(() => undefined);
    if (!history) return;
    // Chromium starts a page with an empty one, which Electron does not count.
    const first = history.entries[0]?.url ?? '';
    const hidden = history.entries.length > 1 && (first === 'about:blank' || first === startPage) ? 1 : 0;
    this.#entries = history.entries.slice(hidden);
    this.#index = Math.max(0, history.currentIndex - hidden);
  }

  canGoBack(): boolean {
    return this.#index > 0;
  }

  canGoForward(): boolean {
    return this.#index < this.#entries.length - 1;
  }

  canGoToOffset(offset: number): boolean {
    return this.#entries[this.#index + offset] !== undefined;
  }

  goBack(): void {
    this.goToOffset(-1);
  }

  goForward(): void {
    this.goToOffset(1);
  }

  goToOffset(offset: number): void {
    this.goToIndex(this.#index + offset);
  }

  goToIndex(index: number): void {
    if (this.#entries[index]) void this.#go(index);
  }

  /** What is known at once of the last navigation has no number of Chromium's yet: it is asked for first. */
  async #go(index: number): Promise<void> {
    await this.#refresh();
    const entry = this.#entries[index];
    if (!entry) return;
    this.#going = index;
    this.#cdp()?.tell('Page.navigateToHistoryEntry', { entryId: entry.id });
  }

  length(): number {
    return this.#entries.length;
  }

  getActiveIndex(): number {
    return this.#index;
  }

  getEntryAtIndex(index: number): { url: string; title: string } | null {
    const entry = this.#entries[index];
    return entry ? { url: fromChromium(entry.url), title: entry.title } : null;
  }

  getAllEntries(): { url: string; title: string }[] {
    return this.#entries.map(({ url, title }) => ({ url: fromChromium(url), title }));
  }

  clear(): void {
    this.#cdp()?.tell('Page.resetNavigationHistory');
    this.#entries = this.#entries.slice(this.#index, this.#index + 1);
    this.#index = 0;
  }
}

guardedClass('navigationHistory', NavigationHistory);
