import { constants, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLineCache, type LineCache } from '../../../main/orders/index.ts';
import { openDatabase, type Database, type DatabaseFiles } from '../../../main/storage/index.ts';

/** An empty folder for a station's data. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'station-bench-'));
}

/** A copy of a profile that no station has open. */
export function copyProfile(profile: string): string {
  const copy = newProfile();
  cpSync(profile, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
}

export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** The files of the only instance in a profile. */
export function filesOf(profile: string): DatabaseFiles {
  const instances = join(profile, 'instances');
  const [instance] = readdirSync(instances);
  if (instance === undefined) throw new Error(`No station has worked in ${profile}`);
  return { journal: join(instances, instance, 'journal.db'), cache: join(instances, instance, 'cache.db') };
}

/** An open cache. */
export interface OpenCache {
  database: Database;
  lineCache: LineCache;
}

/** Opens the cache of a profile that no station has open, works with it, and closes it. */
export async function withCache<T>(files: DatabaseFiles, work: (open: OpenCache) => T | Promise<T>): Promise<T> {
  const database = openDatabase(files);
  try {
    return await work({ database, lineCache: createLineCache(database, { now: () => Date.now() }) });
  } finally {
    database.close();
  }
}
