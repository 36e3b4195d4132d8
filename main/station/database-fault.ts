import { StationFault, type DatabaseReason } from '../../preload/contract/index.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html) that a person can do something about. */
const reasons = new Map<number, DatabaseReason>([
  [5, 'busy'],
  [6, 'busy'],
  [8, 'read-only'],
  [10, 'disk'],
  [11, 'damaged'],
  [13, 'full'],
  [26, 'damaged'],
]);

/** A failure of the local database as the pages understand it, or null when it is something else. */
export function databaseFault(thrown: unknown): StationFault | null {
  if (!(thrown instanceof Error) || !('errcode' in thrown) || typeof thrown.errcode !== 'number') return null;
  const reason = reasons.get(thrown.errcode & 0xff) ?? 'other';
  return new StationFault({ code: 'database', details: { reason } }, { cause: thrown });
}
