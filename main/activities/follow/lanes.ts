/** Work on one activity, one thing at a time; activities do not wait for each other. */
export interface Lanes {
  /** Runs `work` when everything asked for before with the same key has ended. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Something runs or waits with this key. */
  isBusy(key: string): boolean;
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
}

export function createLanes(): Lanes {
  const ends = new Map<string, Promise<unknown>>();

  async function forget(key: string, end: Promise<unknown>): Promise<void> {
    await end;
    if (ends.get(key) === end) ends.delete(key);
  }

  return {
    run(key, work) {
      const before = ends.get(key) ?? Promise.resolve();
      const result = before.then(work);
      const end = ended(result);
      ends.set(key, end);
      void forget(key, end);
      return result;
    },
    isBusy: (key) => ends.has(key),
    async idle() {
      while (ends.size > 0) await Promise.all(ends.values());
    },
  };
}

/** Whoever asked hears of the failure; the next in the lane does not. */
async function ended(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch {}
}
