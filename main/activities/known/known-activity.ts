import type { ActivityAddress, ActivityKind, ActivityLine, ActivityState } from '../../../preload/contract/index.ts';
import { activityTypes, stepKindOf, type ActivityFullInfo } from '../../otapi/index.ts';

/** An order by its id and by the number that people see. */
export interface ConcernedOrder {
  id: string;
  number: string;
}

/** A background activity as the station knows it. Times are milliseconds since 1970, UTC. */
export interface KnownActivity extends ActivityAddress {
  kind: ActivityKind;
  /** Grows from one to the next that came to be known; 0 before it was written down. */
  number: number;
  knownSince: number;
  /** When it was first seen ended; null while it is under way. */
  endedAt: number | null;
  readAt: number;
  told: ActivityFullInfo;
  /** False for one that had ended before its steps were ever read. */
  stepsRead: boolean;
  /** OT Platform does not know it any more. */
  isGone: boolean;
  orders: ConcernedOrder[];
  lines: ActivityLine[];
  /** Since when which question has been open, by the question's id. */
  asked: Readonly<Record<string, number>>;
  /** It has ended, and its orders are still to be read again. */
  rereadDue: boolean;
}

/** The kind of an activity by its type; null for types that the station does not follow (reference 4.2). */
export function kindOfType(type: string): ActivityKind | null {
  const kinds = Object.keys(activityTypes) as ActivityKind[];
  return kinds.find((kind) => activityTypes[kind] === type) ?? null;
}

/** Type and id in one text, for maps. */
export function keyOf({ type, id }: ActivityAddress): string {
  return `${type}/${id}`;
}

/** The state for people: the table of reference 4.3. */
export function stateOf({ told, isGone, endedAt }: Pick<KnownActivity, 'told' | 'isGone' | 'endedAt'>): ActivityState {
  if (isGone && !told.isFinished) return 'gone';
  if (told.isCancelled) return 'cancelled';
  if (endedAt === null && !told.isFinished) return told.isAwaitingAction ? 'waiting' : 'running';
  return countSteps(told, 'error') > 0 ? 'finished-with-errors' : 'finished';
}

/** How many steps are errors, or warnings. */
export function countSteps({ steps }: Pick<ActivityFullInfo, 'steps'>, kind: 'error' | 'warning'): number {
  return steps.filter(({ type }) => stepKindOf(type) === kind).length;
}
