import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where SQLite keeps a database that has no file. */
const inMemory = ':memory:';

/** Makes folder and file so that only this user can read them; SQLite gives the same rights to its side files. */
export function makePrivate(file: string): void {
  if (file === inMemory) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

/** Moves a cache that cannot be used out of the way; the one set aside before is given up. */
export function setAside(file: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  if (existsSync(file)) renameSync(file, `${file}.unreadable`);
}

/** A note beside a cache file that it is damaged, for the next start. */
export function noteDamage(file: string): void {
  if (file !== inMemory) writeFileSync(damageNote(file), '');
}

export function hasDamageNote(file: string): boolean {
  return existsSync(damageNote(file));
}

export function removeDamageNote(file: string): void {
  rmSync(damageNote(file), { force: true });
}

function damageNote(file: string): string {
  return `${file}.damaged`;
}
