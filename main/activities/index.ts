export { createActivities, type Activities } from './activities.ts';
