import { createHash } from 'node:crypto';
import fs from 'node:fs';

/** A file, folder or link in an archive's header (@electron/asar, README "Format"). */
export interface ArchiveEntry {
  files?: Record<string, ArchiveEntry>;
  size?: number;
  /** Where the file begins, counted from the end of the header. */
  offset?: string;
  unpacked?: boolean;
  link?: string;
  integrity?: { algorithm: string; hash: string };
}

/** As they were before they understood archives: an archive itself is read with these. */
const { openSync, readSync, closeSync, readFileSync, statSync } = fs;

/** An asar archive. Its header is read once, as Electron does. */
export class Archive {
  readonly file: string;
  readonly #root: ArchiveEntry;
  readonly #contentStart: number;

  constructor(file: string) {
    this.file = file;
    // A pickle with the size of the next one; that one holds its own size, the length of the JSON text, and the text.
    const sizes = readPart(file, 0, 16);
    const headerSize = sizes.readUInt32LE(4);
    this.#contentStart = 8 + headerSize;
    this.#root = JSON.parse(readPart(file, 16, sizes.readUInt32LE(12)).toString('utf8')) as ArchiveEntry;
  }

  /** The entry at a path inside, with its links followed; undefined when there is none. `''` is the archive's root. */
  find(inside: string): ArchiveEntry | undefined {
    let entry: ArchiveEntry | undefined = this.#root;
    for (const name of inside.split('/').filter((part) => part !== '')) {
      entry = entry?.files && Object.hasOwn(entry.files, name) ? entry.files[name] : undefined;
      if (entry?.link !== undefined) entry = this.find(entry.link);
    }
    return entry;
  }

  /** Where an unpacked file lies on the disk. */
  unpackedPath(inside: string): string {
    return `${this.file}.unpacked/${inside}`;
  }

  /** The bytes of a file, which have to be those that the header vouches for. */
  read(inside: string, entry: ArchiveEntry): Buffer {
    const bytes = entry.unpacked
      ? readFileSync(this.unpackedPath(inside))
      : readPart(this.file, this.#contentStart + Number(entry.offset ?? 0), entry.size ?? 0);
    const expected = entry.integrity;
    if (expected && createHash(expected.algorithm).update(bytes).digest('hex') !== expected.hash) {
      throw new Error(`ASAR integrity violation: ${inside} in ${this.file}`);
    }
    return bytes;
  }
}

const archives = new Map<string, Archive | null>();

/** A place inside an archive; null for every other path. `app.asar` itself counts as a folder, as in Electron. */
export function placeInArchive(path: string): { archive: Archive; inside: string } | null {
  const parts = /^(.*?\.asar)(?:\/(.*))?$/s.exec(path);
  if (parts === null) return null;
  const archive = archiveAt(parts[1] ?? '');
  return archive && { archive, inside: (parts[2] ?? '').replace(/\/+$/, '') };
}

function archiveAt(file: string): Archive | null {
  let archive = archives.get(file);
  if (archive === undefined) {
    // A folder may have such a name as well.
    archive = statSync(file, { throwIfNoEntry: false })?.isFile() ? new Archive(file) : null;
    archives.set(file, archive);
  }
  return archive;
}

function readPart(file: string, position: number, length: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    if (readSync(descriptor, bytes, 0, length, position) !== length) throw new Error(`The archive ${file} is cut off`);
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}
