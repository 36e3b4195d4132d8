/** Runs `work` once after `delayMs`; answers with what cancels it. Injected, so that tests need not sleep. */
export type Schedule = (delayMs: number, work: () => void) => () => void;

/** The clock of the machine. Its timers keep no process alive. */
export const scheduleByTimer: Schedule = (delayMs, work) => {
  const timer = setTimeout(work, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Growing waiting times: doubled each time up to the longest, each spread by a fifth so that stations do not march in step. */
export interface Backoff {
  /** The next waiting time in milliseconds. */
  next(): number;
  reset(): void;
}

export function createBackoff(
  limits: { firstMs: number; longestMs: number },
  random: () => number = Math.random,
): Backoff {
  let rounds = 0;
  return {
    next() {
      const waitMs = backoffMs(limits, rounds, random);
      rounds += 1;
      return waitMs;
    },
    reset() {
      rounds = 0;
    },
  };
}

/** The waiting time after `rounds` earlier ones, in milliseconds. */
export function backoffMs(
  limits: { firstMs: number; longestMs: number },
  rounds: number,
  random: () => number = Math.random,
): number {
  const full = Math.min(limits.longestMs, limits.firstMs * 2 ** Math.min(rounds, 30));
  return Math.round(full * (0.8 + 0.2 * random()));
}
