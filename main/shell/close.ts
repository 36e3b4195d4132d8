import { conflict, StationFault } from '../../preload/contract/index.ts';
import type { StationLog } from '../station/index.ts';

/** `open`: calls are taken. `draining`: no more; what runs comes to its end. `closed`: nothing is left to do. */
export type ClosingState = 'open' | 'draining' | 'closed';

/** Counts the work under way, so that closing never cuts a call off in the middle. */
export interface Closing {
  state(): ClosingState;
  /** Runs the work of a call, or refuses it once closing has begun. */
  admit: <T>(work: () => Promise<T>) => Promise<T>;
  /** Stops taking calls, lets what runs finish, stops the station. The same promise for everybody who asks. */
  close(): Promise<void>;
}

export interface ClosingSurroundings {
  /** Stops the station; what it still has to send stays in the outbox on disk. */
  stop: () => Promise<void>;
  /** Longest time for the calls under way and then for the station, each, in milliseconds. */
  limitMs: number;
  log: StationLog;
}

export function createClosing({ stop, limitMs, log }: ClosingSurroundings): Closing {
  const underWay = new Set<Promise<unknown>>();
  let state: ClosingState = 'open';
  let closing: Promise<void> | null = null;

  async function drain(): Promise<void> {
    state = 'draining';
    if (!(await endsWithin(limitMs, Promise.allSettled(underWay)))) {
      log.warn({ calls: underWay.size }, 'Closing without waiting any longer for calls');
    }
    const stopping = stop().catch((error: unknown) => log.error({ error }, 'The station could not be stopped in good order'));
    if (!(await endsWithin(limitMs, stopping))) log.warn({}, 'Closing without waiting any longer for the station');
    state = 'closed';
  }

  return {
    state: () => state,
    async admit(work) {
      if (state !== 'open') throw new StationFault(conflict('closing'));
      const running = work();
      underWay.add(running);
      try {
        return await running;
      } finally {
        underWay.delete(running);
      }
    },
    close: () => (closing ??= drain()),
  };
}

/** @returns false when the time was over first. */
async function endsWithin(limitMs: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeIsOver = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([work.then(() => true), timeIsOver]);
  } finally {
    clearTimeout(timer);
  }
}
