import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureTypes, type FetchedPicture } from './fetch-picture.ts';

/** Pictures on disk, by their address, so that they show offline. The least recently shown ones make room. */
export interface PictureStore {
  read(address: string): Promise<FetchedPicture | null>;
  write(address: string, picture: FetchedPicture): Promise<void>;
}

interface KeptFile {
  name: string;
  bytes: number;
  shownAt: number;
}

const typeByEnding = new Map(Object.entries(pictureTypes).map(([type, ending]) => [ending, type]));

/** Keeps at most `limitBytes` in `folder`. What cannot be read or written counts as not there. */
export function createPictureStore(folder: string, limitBytes: number): PictureStore {
  let index: Promise<Map<string, KeptFile>> | null = null;
  const openIndex = (): Promise<Map<string, KeptFile>> => (index ??= readIndex(folder));

  async function read(address: string): Promise<FetchedPicture | null> {
    const kept = (await openIndex()).get(keyOf(address));
    if (kept === undefined) return null;
    try {
      const file = join(folder, kept.name);
      const bytes = await readFile(file);
      kept.shownAt = Date.now();
      await utimes(file, kept.shownAt / 1000, kept.shownAt / 1000);
      return { contentType: typeByEnding.get(endingOf(kept.name)) ?? '', bytes };
    } catch {
      return null;
    }
  }

  async function write(address: string, { contentType, bytes }: FetchedPicture): Promise<void> {
    const files = await openIndex();
    const name = `${keyOf(address)}.${pictureTypes[contentType] ?? 'bin'}`;
    const unfinished = join(folder, `${randomUUID()}.tmp`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(unfinished, bytes, { mode: 0o600 });
    await rename(unfinished, join(folder, name));
    files.set(keyOf(address), { name, bytes: bytes.length, shownAt: Date.now() });
    await makeRoom(folder, files, limitBytes);
  }

  return { read, write };
}

/** What an earlier run has kept; leftovers of unfinished writes are taken away. */
async function readIndex(folder: string): Promise<Map<string, KeptFile>> {
  const files = new Map<string, KeptFile>();
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const file = join(folder, name);
    if (!typeByEnding.has(endingOf(name))) {
      await rm(file, { force: true });
      continue;
    }
    const { size, mtimeMs } = await stat(file);
    files.set(name.slice(0, name.indexOf('.')), { name, bytes: size, shownAt: mtimeMs });
  }
  return files;
}

/** Goes a tenth below the limit, so that not every new picture has to look for room. */
async function makeRoom(folder: string, files: Map<string, KeptFile>, limitBytes: number): Promise<void> {
  let total = [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= limitBytes) return;
  for (const [key, { name, bytes }] of [...files].sort(([, a], [, b]) => a.shownAt - b.shownAt)) {
    if (total <= limitBytes * 0.9) return;
    files.delete(key);
    total -= bytes;
    await rm(join(folder, name), { force: true });
  }
}

function keyOf(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 40);
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
