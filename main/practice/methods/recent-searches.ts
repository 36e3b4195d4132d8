/** Searches that are kept; a client pages through one or two at a time. */
const KEPT = 4;

/** Keeps the results of the last searches, so that a client can page through one without searching again. */
export class RecentSearches {
  readonly #worldVersion: () => number;
  readonly #results = new Map<string, { readonly version: number; readonly found: readonly number[] }>();

  /** `worldVersion` changes whenever a search could find something else. */
  constructor(worldVersion: () => number) {
    this.#worldVersion = worldVersion;
  }

  /** The result kept under this key, or a new one. */
  find(key: string, search: () => readonly number[]): readonly number[] {
    const version = this.#worldVersion();
    const kept = this.#results.get(key);
    if (kept?.version === version) return kept.found;
    const found = search();
    this.#results.delete(key);
    this.#results.set(key, { version, found });
    const oldest = this.#results.keys().next().value;
    if (this.#results.size > KEPT && oldest !== undefined) this.#results.delete(oldest);
    return found;
  }
}
