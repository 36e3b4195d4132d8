import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

const copyName = /^journal-\d{4}-\d{2}-\d{2}\.db$/;

export interface JournalCopyOptions {
  /** How many copies stay; 7. */
  keep?: number;
  /** Gives the copy up: the call rejects, nothing is left behind. */
  signal?: AbortSignal;
}

/** Small steps, so that a scan that comes meanwhile does not wait. */
const pagesPerStep = 200;

/**
 * Copies the journal once a day into the folder `copies` beside it, and keeps the last seven copies. Goes on in the
 * background while the journal is in use. A copy is complete or not there at all.
 *
 * @param journal file of the journal.
 * @param now milliseconds since 1970; the copy is named by the local day.
 * @returns the copy's file, or null when there was one of this day already.
 */
export async function copyJournal(
  journal: string,
  now: number,
  { keep = 7, signal }: JournalCopyOptions = {},
): Promise<string | null> {
  const folder = copiesOf(journal);
  const file = join(folder, `journal-${localDay(now)}.db`);
  if (existsSync(file)) return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  signal?.throwIfAborted();
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  // A connection of its own: closing the station's does not disturb it.
  const source = new DatabaseSync(journal, { readOnly: true, timeout: 2000 });
  try {
    await backup(source, unfinished, { rate: pagesPerStep, progress: () => signal?.throwIfAborted() });
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    source.close();
  }
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, file);
  removeOldest(folder, keep);
  return file;
}

/** The newest copy of a journal, or null when there is none. */
export function newestCopy(journal: string): string | null {
  const folder = copiesOf(journal);
  const newest = existsSync(folder) ? copiesIn(folder).at(-1) : undefined;
  return newest === undefined ? null : join(folder, newest);
}

function copiesOf(journal: string): string {
  return join(dirname(journal), 'copies');
}

/** Oldest first: their names sort by day. */
function copiesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => copyName.test(name)).sort();
}

function removeOldest(folder: string, keep: number): void {
  const copies = copiesIn(folder);
  for (const name of copies.slice(0, Math.max(0, copies.length - keep))) rmSync(join(folder, name), { force: true });
}

function localDay(now: number): string {
  const date = new Date(now);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}
