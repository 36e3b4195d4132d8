import type { StatusName } from '../otapi/index.ts';
import type { Database } from '../storage/index.ts';
import { createCacheProgress } from './cache-progress.ts';

/** What orders and lines can be, as OT Platform calls it in one language. */
export interface NamesOfStatuses {
  /** The station's language in which they were asked for. */
  language: string;
  orders: readonly StatusName[];
  lines: readonly StatusName[];
}

/**
 * The names of statuses, apart from the orders and lines that have them: those were read in whatever language the station
 * had then. Whatever the cache gives out has these names; a status that is not among them keeps the name with which it was read.
 */
export interface StatusNames {
  /** The language of those that are kept; null: there are none. */
  language(): string | null;
  /** Takes the place of all that were kept. One transaction. */
  keep(names: NamesOfStatuses): void;
}

/** Its name in the cache's progress. */
const languageName = 'orders.status-language';

export function createStatusNames(database: Database): StatusNames {
  const progress = createCacheProgress(database);
  const forget = database.prepare('DELETE FROM cache.status_names');
  const insert = database.prepare('INSERT OR REPLACE INTO cache.status_names (kind, id, name) VALUES (?, ?, ?)');

  return {
    language: () => progress.read(languageName),
    keep({ language, orders, lines }) {
      database.transaction(() => {
        forget.run();
        for (const { id, name } of orders) if (name !== '') insert.run('order', id, name);
        for (const { id, name } of lines) if (name !== '') insert.run('line', id, name);
        progress.write(languageName, language);
      });
    },
  };
}

/** The part of a SELECT that gives the name of a status by its number; null where none is kept. */
export function nameOfStatus(kind: 'order' | 'line', statusId: string): string {
  return `(SELECT name FROM cache.status_names WHERE kind = '${kind}' AND id = ${statusId})`;
}
