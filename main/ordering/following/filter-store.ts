import { randomUUID } from 'node:crypto';
import { orderFilter, type OrderFilter, type SavedOrderFilter } from '../../../preload/contract/index.ts';
import type { Database } from '../../storage/index.ts';

/** Filters of the list of orders that a person keeps under a name. */
export interface FilterStore {
  /** By name. One that an earlier version has written in another form is left out. */
  list(): SavedOrderFilter[];
  /** In the place of one with the same name. */
  save(name: string, filter: OrderFilter): void;
  remove(id: string): void;
}

export function createFilterStore(database: Database, now: () => number): FilterStore {
  const all = database.prepare<{ id: string; name: string; filter: string }>('SELECT id, name, filter FROM order_filters ORDER BY name');
  const upsert = database.prepare(`
    INSERT INTO order_filters (id, name, filter, saved_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET filter = excluded.filter, saved_at = excluded.saved_at`);
  const remove = database.prepare('DELETE FROM order_filters WHERE id = ?');
  return {
    list: () =>
      all.all().flatMap(({ id, name, filter }) => {
        const read = orderFilter.safeParse(JSON.parse(filter));
        return read.success ? [{ id, name, filter: read.data }] : [];
      }),
    save: (name, filter) => void upsert.run(randomUUID(), name, JSON.stringify(filter), now()),
    remove: (id) => void remove.run(id),
  };
}
