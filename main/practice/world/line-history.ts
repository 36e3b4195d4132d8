import type { LineChange } from './changes.ts';

/** What has happened to lines since the world was made. */
export class LineHistory {
  readonly #changes: LineChange[] = [];
  readonly #ofLine = new Map<number, LineChange[]>();

  /** All of it, oldest first. */
  get changes(): readonly LineChange[] {
    return this.#changes;
  }

  /** What happened to this line, oldest first. */
  of(slot: number): readonly LineChange[] {
    return this.#ofLine.get(slot) ?? [];
  }

  add(change: LineChange): void {
    this.#changes.push(change);
    this.#remember(change.slot, change);
    if (change.kind === 'line-split') this.#remember(change.newSlot, change);
  }

  #remember(slot: number, change: LineChange): void {
    const changes = this.#ofLine.get(slot);
    if (changes === undefined) this.#ofLine.set(slot, [change]);
    else changes.push(change);
  }
}
