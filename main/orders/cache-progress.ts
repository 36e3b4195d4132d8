import type { Database } from '../storage/index.ts';

/** Small things that the cache keeps of how far it is, each under a name. */
export interface CacheProgress {
  /** Null when there is none of that name. */
  read(name: string): string | null;
  /** Null forgets it. */
  write(name: string, value: string | null): void;
}

export function createCacheProgress(database: Database): CacheProgress {
  const select = database.prepare<{ value: string }>('SELECT value FROM cache.progress WHERE name = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO cache.progress (name, value) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM cache.progress WHERE name = ?');
  return {
    read: (name) => select.get(name)?.value ?? null,
    write(name, value) {
      if (value === null) remove.run(name);
      else upsert.run(name, value);
    },
  };
}
