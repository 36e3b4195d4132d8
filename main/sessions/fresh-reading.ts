/** A reading that several ask for: one is under way at a time. */
export interface FreshReading {
  /** Reads, or joins the reading under way. */
  join(): Promise<void>;
  /** Reads now, and once more when a reading is under way: that one may have asked before what the caller wants to see. */
  anew(): Promise<void>;
  isUnderWay(): boolean;
  /** Resolves when the reading under way has ended. */
  ended(): Promise<void>;
}

/**
 * `read` never rejects. `onChange` is told when a reading begins and when it has ended; nothing is told and none begins
 * anew once `signal` is aborted.
 */
export function createFreshReading(read: () => Promise<void>, signal: AbortSignal, onChange: () => void): FreshReading {
  let underWay: Promise<void> | null = null;
  let after: Promise<void> | null = null;

  async function readToItsEnd(): Promise<void> {
    try {
      await read();
    } finally {
      underWay = null;
      if (!signal.aborted) onChange();
    }
  }

  function join(): Promise<void> {
    if (underWay === null) {
      underWay = readToItsEnd();
      onChange();
    }
    return underWay;
  }

  async function joinAfter(before: Promise<void>): Promise<void> {
    await before;
    after = null;
    if (!signal.aborted) await join();
  }

  return {
    join,
    anew: () => (underWay === null ? join() : (after ??= joinAfter(underWay))),
    isUnderWay: () => underWay !== null,
    async ended() {
      await underWay;
    },
  };
}
