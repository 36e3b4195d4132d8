import type { Activity } from '../../preload/contract/activities.ts';

/** States in which an activity does nothing more. One that was cancelled may still be at it. */
const endStates: readonly Activity['state'][] = ['finished', 'finished-with-errors', 'gone'];

export function hasEnded({ state, endedAt }: Pick<Activity, 'state' | 'endedAt'>): boolean {
  return endedAt !== null || endStates.includes(state);
}
