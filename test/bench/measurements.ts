import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long the main thread was busy without a break, seen from within. Times are milliseconds. */
export interface BlockWatch {
  /**
   * Ends the watch. `longest` and `overFrame` (more than 16 ms) are by the clock, so what other processes take counts;
   * `longestWork` and `workOverFrame` are by the processor time of this thread alone.
   */
  end(): { longest: number; overFrame: number; longestWork: number; workOverFrame: number; loopDelayMax: number };
}

const frameMs = 16;

/** A heartbeat of 1 ms: what it comes late is a block. `monitorEventLoopDelay` runs beside it as a second witness. */
export function watchBlocks(): BlockWatch {
  const loopDelay = monitorEventLoopDelay({ resolution: 1 });
  loopDelay.enable();
  const blocks: number[] = [];
  const work: number[] = [];
  let last = { at: performance.now(), worked: workedMs() };
  const heartbeat = setInterval(() => {
    const current = { at: performance.now(), worked: workedMs() };
    blocks.push(Math.max(0, current.at - last.at - 1));
    work.push(current.worked - last.worked);
    last = current;
  }, 1);
  return {
    end() {
      clearInterval(heartbeat);
      loopDelay.disable();
      return {
        longest: maximum(blocks),
        overFrame: blocks.filter((block) => block > frameMs).length,
        longestWork: maximum(work),
        workOverFrame: work.filter((block) => block > frameMs).length,
        loopDelayMax: loopDelay.max / 1e6,
      };
    },
  };
}

/** Processor time of this thread so far. */
function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The value that so many percent of all do not exceed; 0 of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

/** The largest value; 0 of nothing. Also of more values than a call takes arguments. */
export function maximum(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
