export { createActivities, type Activities, type ActivitiesCalls, type ActivitiesParts } from './activities.ts';
export type { Person } from './person.ts';
