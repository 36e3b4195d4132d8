import type { Schedule } from '../schedule.ts';
import { nextWarningAt, warningDue } from './session-times.ts';

/** A session whose end is watched. */
export interface WatchedSession {
  accountId: string;
  name: string;
  endsAt: number;
  /** How much was said of it before: 0 nothing, 1 that it ends soon, 2 that it has ended. */
  warned: number;
}

export type SessionWarning = 'session-ending' | 'session-ended';

export interface ExpiryWatchParts {
  sessions: () => WatchedSession[];
  now: () => number;
  schedule: Schedule;
  /** Writes down that so much was said of a session. */
  keepWarned: (accountId: string, warned: number) => void;
  /** Says it, once for all accounts that reach the same point together. */
  warn: (warning: SessionWarning, names: string[]) => void;
}

/** Timers of the computer stand still while it sleeps; so the watch looks at the clock this often at least. */
const longestWaitMs = 60_000;

/** Says once of each session that it ends soon, and once that it has ended; also of one that ended while the app was closed. */
export interface ExpiryWatch {
  /** Looks now, and plans the next look. After each change of accounts, sessions or settings. */
  look(): void;
  stop(): void;
}

export function createExpiryWatch({ sessions, now, schedule, keepWarned, warn }: ExpiryWatchParts): ExpiryWatch {
  let cancel = (): void => {};
  let stopped = false;

  function look(): void {
    cancel();
    if (stopped) return;
    const at = now();
    const due = sessions().map((session) => ({ ...session, due: warningDue(session.endsAt, at) }));
    for (const { accountId, due: said, warned } of due) if (said > warned) keepWarned(accountId, said);
    say('session-ending', due.filter(({ due: said, warned }) => said === 1 && warned < 1));
    say('session-ended', due.filter(({ due: said, warned }) => said === 2 && warned < 2));
    const next = due.flatMap(({ endsAt }) => nextWarningAt(endsAt, at) ?? []);
    if (next.length > 0) cancel = schedule(Math.min(Math.max(0, Math.min(...next) - at), longestWaitMs), look);
  }

  function say(warning: SessionWarning, about: WatchedSession[]): void {
    if (about.length > 0) warn(warning, about.map(({ name }) => name));
  }

  return {
    look,
    stop() {
      stopped = true;
      cancel();
    },
  };
}
