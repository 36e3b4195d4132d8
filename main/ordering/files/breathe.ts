/** How long a piece of work may hold up the main process, in milliseconds. */
const longestHold = 8;

/** Lets everything else that waits have its turn, when this work has gone on for long enough. */
export class Breath {
  #since = performance.now();

  /** To be asked before `take` where steps are many and small: awaiting costs more than they do. */
  get isDue(): boolean {
    return performance.now() - this.#since >= longestHold;
  }

  async take(): Promise<void> {
    if (!this.isDue) return;
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    this.#since = performance.now();
  }
}
