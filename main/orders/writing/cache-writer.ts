/** The program of the thread that `startCacheWriting` begins. */
import { openCacheBeside, turnsOf } from '../../storage/index.ts';
import { serveThread } from '../../threads/index.ts';
import type { CacheChange } from '../line-cache.ts';
import type { ReadPage, WriterData } from './cache-writing.ts';
import { createPageWriter } from './write-page.ts';

serveThread<ReadPage, CacheChange>((data) => {
  const { file, turns } = data as WriterData;
  const database = openCacheBeside(file);
  return { answer: createPageWriter(database, turnsOf(turns)), close: () => database.close() };
});
