import type { Schedule } from '../../sessions/index.ts';

export interface RemindersParts {
  /** The ids of all open questions. */
  open: () => readonly string[];
  /** Those of all that stand, also of such as pause just now: they are no new ones when they are open again. */
  standing: () => readonly string[];
  now: () => number;
  schedule: Schedule;
  /** Questions have come up, or have been open for a while; so many are open in all. */
  remind: (reason: 'asked' | 'reminder', count: number) => void;
}

/** Open questions are called to mind again after this time; milliseconds. As the vendor's panel does (reference 4.4). */
const remindAgainMs = 5 * 60_000;

/** Sees to it that no question waits unnoticed. */
export interface Reminders {
  /** Looks now: after every change of the questions. */
  look(): void;
  stop(): void;
}

export function createReminders({ open, standing, now, schedule, remind }: RemindersParts): Reminders {
  let told: ReadonlySet<string> = new Set();
  let toldAt = 0;
  let cancel = (): void => {};
  let stopped = false;

  function tell(reason: 'asked' | 'reminder', ids: readonly string[]): void {
    toldAt = now();
    plan();
    remind(reason, ids.length);
  }

  function plan(): void {
    cancel();
    if (!stopped) cancel = schedule(Math.max(0, toldAt + remindAgainMs - now()), onTime);
  }

  function onTime(): void {
    const ids = open();
    if (!stopped && ids.length > 0) tell('reminder', ids);
  }

  return {
    look() {
      if (stopped) return;
      const ids = open();
      const isNew = ids.some((id) => !told.has(id));
      const stays = new Set(standing());
      told = new Set([...told, ...ids].filter((id) => stays.has(id)));
      if (isNew) tell('asked', ids);
      else if (ids.length === 0) cancel();
    },
    stop() {
      stopped = true;
      cancel();
    },
  };
}
