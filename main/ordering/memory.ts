import type { Database } from '../storage/index.ts';

/** Small things that ordering keeps for an instance, each under a name. Durable when the call returns. */
export interface OrderingMemory {
  /** What was written last; null when nothing was, or when it has another form than `isRight` expects. */
  read<T>(name: string, isRight: (value: unknown) => value is T): T | null;
  /** Null forgets it. */
  write(name: string, value: unknown): void;
}

export function createOrderingMemory(database: Database): OrderingMemory {
  const select = database.prepare<{ value: string }>('SELECT value FROM ordering_memory WHERE name = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO ordering_memory (name, value) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM ordering_memory WHERE name = ?');
  return {
    read(name, isRight) {
      const row = select.get(name);
      if (row === undefined) return null;
      const value: unknown = JSON.parse(row.value);
      return isRight(value) ? value : null;
    },
    write(name, value) {
      if (value === null) remove.run(name);
      else upsert.run(name, JSON.stringify(value));
    },
  };
}
