import type { Database } from '../../storage/index.ts';
import { createThread, programFile } from '../../threads/index.ts';
import type { CacheChange } from '../line-cache.ts';
import type { CacheWriting, ReadPage, WriterData } from './cache-writing.ts';

/** Writes into the cache of this database, in a thread that is started by the first page. Only for files on disk. */
export function startCacheWriting({ files, turns }: Pick<Database, 'files' | 'turns'>): CacheWriting {
  const data: WriterData = { file: files.cache, turns: turns.memory };
  const thread = createThread<ReadPage, CacheChange>(programFile('cache-writer', import.meta.url), { data });
  return { store: (page) => thread.ask(page), stop: () => thread.stop() };
}
