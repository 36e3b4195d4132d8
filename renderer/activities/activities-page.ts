import type { ActivityAddress } from '../../preload/contract/activities.ts';

/** The lists of the place: what is going on, what has ended, who answered what. */
export const activityLists = ['now', 'history', 'answers'] as const;
export type ActivityList = (typeof activityLists)[number];

/** What the place shows. It is kept while a person looks at another place. */
export type ActivitiesPage =
  | { name: 'lists'; list: ActivityList }
  | { name: 'activity'; activity: ActivityAddress; list: ActivityList }
  | { name: 'start'; list: ActivityList };

export const firstActivitiesPage: ActivitiesPage = { name: 'lists', list: 'now' };
