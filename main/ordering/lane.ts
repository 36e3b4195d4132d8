import type { Schedule } from '../sync/index.ts';

/** Work that is done piece by piece by one worker, which sleeps while nothing is due. */
export interface Lane {
  /** Looks for work now. */
  wake(): void;
  /** Resolves when the worker sleeps. */
  idle(): Promise<void>;
  /** Ends after the piece under way. */
  stop(): Promise<void>;
}

export interface LaneParts {
  /** Does the next piece; false when none is due. */
  step: () => Promise<boolean>;
  /** When the next piece becomes due (milliseconds since 1970, UTC); null: not by itself. Asked when nothing is due. */
  nextAt: () => number | null;
  now: () => number;
  schedule: Schedule;
  onUnexpected: (error: unknown) => void;
}

/** After a failure that nobody foresaw, so that it is not met again and again at full speed. */
const unexpectedPauseMs = 5_000;

export function createLane({ step, nextAt, now, schedule, onUnexpected }: LaneParts): Lane {
  let working: Promise<void> | null = null;
  let isAskedAgain = false;
  let isStopped = false;
  let cancelTimer = (): void => {};

  async function work(): Promise<void> {
    try {
      for (;;) {
        isAskedAgain = false;
        const isDone = isStopped || !(await step());
        // In the same turn as `plan`, so that no wake comes between.
        if (isDone && (isStopped || !isAskedAgain)) break;
      }
      plan(nextAt());
    } catch (error) {
      onUnexpected(error);
      plan(now() + unexpectedPauseMs);
    } finally {
      working = null;
    }
  }

  function plan(at: number | null): void {
    cancelTimer();
    cancelTimer = isStopped || at === null ? () => {} : schedule(Math.max(0, at - now()), wake);
  }

  function wake(): void {
    if (isStopped) return;
    cancelTimer();
    if (working === null) working = work();
    else isAskedAgain = true;
  }

  async function idle(): Promise<void> {
    if (working === null) return;
    await working;
    await idle();
  }

  return {
    wake,
    idle,
    async stop() {
      isStopped = true;
      cancelTimer();
      await working;
    },
  };
}
