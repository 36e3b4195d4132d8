/** The newest entries are kept, this many. */
const KEPT = 2000;

/** What has happened, for tests and for the curious: the newest entries, and how often each name occurred. */
export class RecentLog<Entry> {
  #entries: Entry[] = [];
  readonly #counts = new Map<string, number>();

  /** Keeps an entry and counts it under its name. */
  protected keep(entry: Entry, name: string): void {
    this.#entries.push(entry);
    if (this.#entries.length > 2 * KEPT) this.#entries = this.#entries.slice(-KEPT);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** The newest entries, oldest first, 2000 at most. */
  get requests(): readonly Entry[] {
    return this.#entries.slice(-KEPT);
  }

  /** Entries of every name since the start or the last clearing. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  clear(): void {
    this.#entries = [];
    this.#counts.clear();
  }
}
