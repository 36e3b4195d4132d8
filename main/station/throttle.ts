/** Work that follows many changes: at once after a quiet time, then at most once per interval. */
export interface Throttle {
  /** Something has changed. The work runs now, or when the interval is over. */
  touch(): void;
  /** No work any more. */
  stop(): void;
}

export function createThrottle(intervalMs: number, work: () => void): Throttle {
  let timer: NodeJS.Timeout | null = null;
  let touchedMeanwhile = false;
  let stopped = false;

  function run(): void {
    touchedMeanwhile = false;
    timer = setTimeout(intervalIsOver, intervalMs);
    timer.unref();
    work();
  }

  function intervalIsOver(): void {
    timer = null;
    if (touchedMeanwhile && !stopped) run();
  }

  return {
    touch() {
      if (stopped) return;
      if (timer === null) run();
      else touchedMeanwhile = true;
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
