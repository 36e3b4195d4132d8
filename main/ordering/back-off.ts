import type { StationError } from '../../preload/contract/index.ts';
import { importPace } from '../otapi/index.ts';
import type { OrderingTiming } from './timing.ts';

/** `outage`: nothing gets through. `patience`: OT Platform asks for it, so a person's hurry does not shorten it. */
export type BackOffReason = 'outage' | 'patience';

/** The waiting of a worker while OT Platform cannot be asked: longer with each failure that follows another. */
export interface BackOff {
  /** Nothing is to be asked for a while; answers when to ask again (milliseconds since 1970, UTC). */
  begin(reason: BackOffReason, error: StationError): number;
  /** An answer has come. */
  end(): void;
  /** Ends the waiting of an outage. */
  hurry(): void;
  /** Null while nothing is waited for. */
  reason(): BackOffReason | null;
  /** When the waiting ends; null when nothing is waited for. */
  until(): number | null;
  /** Why the last request got no answer; null once another has got one. */
  error(): StationError | null;
}

export interface BackOffParts {
  timing: Pick<OrderingTiming, 'outage'>;
  now: () => number;
}

/** Longer than anybody waits here: a time still further ahead was written by a clock that has been set back since. */
const longestWaitMs = 600_000;

/** Whether the time for which something waits has come; null waits for none. */
export function isDue(at: number | null, now: number): boolean {
  return at === null || at <= now || at > now + longestWaitMs;
}

/** The same as SQL, of a column and the parameter that is the time now. */
export function isDueSql(column: string, now: string): string {
  return `(${column} IS NULL OR ${column} <= ${now} OR ${column} > ${now} + ${longestWaitMs})`;
}

export function createBackOff({ timing, now }: BackOffParts): BackOff {
  let failures = 0;
  let current: { reason: BackOffReason; error: StationError; until: number } | null = null;

  function waitingMs(reason: BackOffReason): number {
    const { firstMs, longestMs } = timing.outage;
    if (reason === 'outage') return Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20));
    const pauses = importPace.pausesAfterCallLimitMs;
    return pauses[Math.min(failures, pauses.length - 1)] ?? longestMs;
  }

  function isWaiting(): boolean {
    return current !== null && !isDue(current.until, now());
  }

  function end(): void {
    failures = 0;
    current = null;
  }

  return {
    begin(reason, error) {
      current = { reason, error, until: now() + waitingMs(reason) };
      failures += 1;
      return current.until;
    },
    end,
    hurry() {
      if (current?.reason === 'outage') end();
    },
    reason: () => (isWaiting() ? (current?.reason ?? null) : null),
    until: () => (isWaiting() ? (current?.until ?? null) : null),
    error: () => current?.error ?? null,
  };
}
