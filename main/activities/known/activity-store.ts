import type { ActivityAddress } from '../../../preload/contract/index.ts';
import type { Database } from '../../storage/index.ts';
import { keyOf, kindOfType, type KnownActivity } from './known-activity.ts';

/** Activities as the journal keeps them. */
export interface ActivityStore {
  /** Those under way, and those that ended and whose orders are to be read again; oldest first. */
  atWork(): KnownActivity[];
  find(address: ActivityAddress): KnownActivity | null;
  /** Keys of those that have ended, but for those that OT Platform did not know any more. */
  endedKeys(): string[];
  /** Ended ones, newest first, from the one before that place on. */
  ended(limit: number, before: EndedPosition | null): KnownActivity[];
  /** Writes one down; answers with its number. */
  save(activity: KnownActivity): number;
}

/** A place in the list of ended activities. */
export interface EndedPosition {
  endedAt: number;
  number: number;
}

interface ActivityRow {
  number: number;
  type: string;
  id: string;
  known_since: number;
  ended_at: number | null;
  read_at: number;
  told: string;
  steps_read: number;
  is_gone: number;
  orders: string;
  lines: string;
  asked: string;
  reread_due: number;
}

export function createActivityStore(database: Database): ActivityStore {
  const atWork = database.prepare<ActivityRow>('SELECT * FROM activities WHERE ended_at IS NULL OR reread_due = 1 ORDER BY number');
  const byAddress = database.prepare<ActivityRow>('SELECT * FROM activities WHERE type = ? AND id = ?');
  const endedKeys = database.prepare<{ type: string; id: string }>('SELECT type, id FROM activities WHERE ended_at IS NOT NULL AND is_gone = 0');
  const ended = database.prepare<ActivityRow>(`
    SELECT * FROM activities WHERE ended_at IS NOT NULL AND (ended_at, number) < (?, ?)
    ORDER BY ended_at DESC, number DESC LIMIT ?`);
  const save = database.prepare<{ number: number }>(`
    INSERT INTO activities
      (type, id, known_since, ended_at, read_at, told, steps_read, is_gone, orders, lines, asked, reread_due)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (type, id) DO UPDATE SET
      ended_at = excluded.ended_at, read_at = excluded.read_at, told = excluded.told, steps_read = excluded.steps_read,
      is_gone = excluded.is_gone, orders = excluded.orders, lines = excluded.lines, asked = excluded.asked,
      reread_due = excluded.reread_due
    RETURNING number`);

  return {
    atWork: () => atWork.all().flatMap(activityOf),
    find: ({ type, id }) => [byAddress.get(type, id)].flatMap((row) => (row === undefined ? [] : activityOf(row)))[0] ?? null,
    endedKeys: () => endedKeys.all().map(keyOf),
    ended(limit, before) {
      const { endedAt, number } = before ?? { endedAt: Number.MAX_SAFE_INTEGER, number: 0 };
      return ended.all(endedAt, number, limit).flatMap(activityOf);
    },
    save(activity) {
      const { type, id, knownSince, endedAt, readAt, told, stepsRead, isGone, orders, lines, asked, rereadDue } = activity;
      const texts = [JSON.stringify(told), Number(stepsRead), Number(isGone), JSON.stringify(orders), JSON.stringify(lines)];
      const row = save.get(type, id, knownSince, endedAt, readAt, ...texts, JSON.stringify(asked), Number(rereadDue));
      return row?.number ?? activity.number;
    },
  };
}

function activityOf(row: ActivityRow): KnownActivity[] {
  const kind = kindOfType(row.type);
  if (kind === null) return [];
  return [
    {
      type: row.type,
      id: row.id,
      kind,
      number: row.number,
      knownSince: row.known_since,
      endedAt: row.ended_at,
      readAt: row.read_at,
      told: JSON.parse(row.told) as KnownActivity['told'],
      stepsRead: row.steps_read === 1,
      isGone: row.is_gone === 1,
      orders: JSON.parse(row.orders) as KnownActivity['orders'],
      lines: JSON.parse(row.lines) as KnownActivity['lines'],
      asked: JSON.parse(row.asked) as KnownActivity['asked'],
      rereadDue: row.reread_due === 1,
    },
  ];
}
