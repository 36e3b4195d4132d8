import { z } from 'zod';
import { activitySchema } from './activity.ts';
import type { Activity } from './activity.ts';

const savedSchema = z.array(activitySchema);

/** Reads the part of a world file; a file that was written without it gives none, one that is damaged throws. */
export function readSavedActivities(value: unknown): Activity[] {
  return value === undefined ? [] : savedSchema.parse(value);
}
