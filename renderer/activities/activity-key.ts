import type { ActivityAddress } from '../../preload/contract/activities.ts';

/** Type and id of an activity as one text, to find it again and to key lists by. */
export function activityKey({ type, id }: ActivityAddress): string {
  return `${type} ${id}`;
}

/** The activity with this address, or undefined. */
export function findActivity<One extends ActivityAddress>(all: readonly One[], address: ActivityAddress): One | undefined {
  const key = activityKey(address);
  return all.find((one) => activityKey(one) === key);
}
