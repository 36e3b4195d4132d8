import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

const copyName = /^journal-\d{4}-\d{2}-\d{2}\.db$/;

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
export async function copyJournal(journal: string, now: number, keep = 7): Promise<string | null> {
  const folder = join(dirname(journal), 'copies');
  const file = join(folder, `journal-${localDay(now)}.db`);
  if (existsSync(file)) return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  // A connection of its own: closing the station's does not disturb it.
  const source = new DatabaseSync(journal, { readOnly: true, timeout: 2000 });
  try {
    await backup(source, unfinished, { rate: pagesPerStep });
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

function removeOldest(folder: string, keep: number): void {
  const copies = readdirSync(folder).filter((name) => copyName.test(name)).sort();
  for (const name of copies.slice(0, Math.max(0, copies.length - keep))) rmSync(join(folder, name), { force: true });
}

function localDay(now: number): string {
  const date = new Date(now);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}
