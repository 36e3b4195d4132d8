import type { Activity } from '../../preload/contract/activities.ts';

/** How long an activity has worked, in milliseconds; it goes on counting between two readings while the activity runs. */
export function workTimeAt({ workTimeMs, state, readAt }: Pick<Activity, 'workTimeMs' | 'state' | 'readAt'>, now: number): number | null {
  if (workTimeMs === null || state !== 'running') return workTimeMs;
  return workTimeMs + Math.max(0, now - Date.parse(readAt));
}

/** A length of time as a clock shows it: `0:05`, `12:07`, `1:02:03`. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const minutesShown = hours > 0 ? `${hours}:${twoDigits(minutes)}` : String(minutes);
  return `${minutesShown}:${twoDigits(seconds % 60)}`;
}
