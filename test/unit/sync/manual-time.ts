import type { Schedule } from '../../../main/sync/timing.ts';

/** A clock that goes only when a test moves it. */
export interface ManualTime {
  now: () => number;
  schedule: Schedule;
  /** Moves the clock and runs what falls due, in order. */
  advance(ms: number): void;
  /** Milliseconds until the next timer, or null. */
  nextTimer(): number | null;
}

export function createManualTime(start = Date.UTC(2026, 10, 23, 8)): ManualTime {
  let time = start;
  let timers: { at: number; work: () => void }[] = [];

  return {
    now: () => time,
    schedule(delayMs, work) {
      const timer = { at: time + delayMs, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const end = time + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        time = Math.max(time, next.at);
        next.work();
      }
      time = end;
    },
    nextTimer: () => (timers.length === 0 ? null : Math.min(...timers.map((timer) => timer.at)) - time),
  };
}
