/** What goes on by itself rests for a moment when a person does something: both share the processors. */
export interface MakeWay {
  /** A person scans. */
  ask(): void;
  /** Resolves when nobody has asked for a moment; at the latest after a second, so that the work goes on all the same. */
  free(signal: AbortSignal): Promise<void>;
}

/** From a scan to the drawn answer, and what comes after it. */
const restMs = 200;
const longestRestMs = 1_000;

/** Times are those of a clock that nobody sets. */
export function createMakeWay(): MakeWay {
  let freeAt = 0;
  return {
    ask() {
      freeAt = performance.now() + restMs;
    },
    async free(signal) {
      const latest = performance.now() + longestRestMs;
      for (let now = performance.now(); now < Math.min(freeAt, latest) && !signal.aborted; now = performance.now()) {
        await pause(Math.min(freeAt, latest) - now, signal);
      }
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
