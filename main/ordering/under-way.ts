/** Requests of persons that are under way, so that the station does not close in the middle of one. */
export interface UnderWay {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when none is under way, however they end. */
  idle(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const all = new Set<Promise<unknown>>();
  return {
    async track(work) {
      all.add(work);
      try {
        return await work;
      } finally {
        all.delete(work);
      }
    },
    async idle() {
      await Promise.allSettled(all);
    },
  };
}
