/**
 * Whose turn it is to write into the cache. A thread fills it beside the main process, and SQLite lets the one wait until
 * the other's transaction has ended. So the main process says here that it wants to write, and the thread ends its
 * transaction at the next line and begins no other meanwhile.
 */
export interface Turns {
  /** For the thread: `turnsOf` makes the same turns of it there. */
  readonly memory: SharedArrayBuffer;
  /** The main process wants to write, or is at it. To be followed by `done`. */
  ask(): void;
  done(): void;
  isAsked(): boolean;
  /** In the thread: waits until nobody asks. */
  giveWay(): void;
}

/** A process that was stopped in the middle must not keep the thread for ever; milliseconds. */
const longestWaitMs = 1_000;

export function turnsOf(memory: SharedArrayBuffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)): Turns {
  const asking = new Int32Array(memory);
  return {
    memory,
    ask() {
      Atomics.add(asking, 0, 1);
    },
    done() {
      Atomics.sub(asking, 0, 1);
      Atomics.notify(asking, 0);
    },
    isAsked: () => Atomics.load(asking, 0) > 0,
    giveWay() {
      const waitedFor = Atomics.load(asking, 0);
      if (waitedFor > 0) Atomics.wait(asking, 0, waitedFor, longestWaitMs);
    },
  };
}
