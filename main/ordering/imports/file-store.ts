import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportFile, ImportMapping } from '../../../preload/contract/index.ts';
import type { Database } from '../../storage/index.ts';

/** A file of orders as the station keeps it. Times are milliseconds since 1970, UTC. */
export interface StoredFile {
  id: string;
  name: string;
  format: ImportFile['format'];
  size: number;
  sha256: string;
  /** As which it is read; null: as it is found to be. */
  encoding: string | null;
  sheet: string | null;
  at: number;
}

/** Keeps files of orders beside the journal, byte for byte, and what their columns mean. */
export interface FileStore {
  /** On disk when it answers. */
  keep(file: Pick<StoredFile, 'id' | 'name' | 'format'>, bytes: Uint8Array): StoredFile;
  find(id: string): StoredFile | null;
  bytes(id: string): Uint8Array;
  /** Reads it otherwise from now on. */
  readAs(id: string, how: Pick<StoredFile, 'encoding' | 'sheet'>): void;
  /** The run that was begun last with the same bytes. */
  sentBefore(sha256: string): { number: number; at: number } | null;
  /** What the columns with these names held last; null when they were never seen. */
  mapping(columns: string): ImportMapping | null;
  rememberMapping(columns: string, mapping: ImportMapping): void;
}

interface FileRow {
  id: string;
  name: string;
  format: string;
  size: number;
  sha256: string;
  encoding: string | null;
  sheet: string | null;
  at: number;
}

/** `folder` is the instance's; it exists. */
export function createFileStore(database: Database, folder: string, now: () => number): FileStore {
  const place = join(folder, 'order-files');
  const byId = database.prepare<FileRow>('SELECT * FROM order_files WHERE id = ?');
  const insert = database.prepare('INSERT INTO order_files (id, name, format, size, sha256, at) VALUES (?, ?, ?, ?, ?, ?)');
  const setReading = database.prepare('UPDATE order_files SET encoding = ?, sheet = ? WHERE id = ?');
  const before = database.prepare<{ number: number; at: number }>(`
    SELECT r.number, r.at FROM order_runs r JOIN order_files f ON f.id = r.file_id WHERE f.sha256 = ? ORDER BY r.number DESC LIMIT 1`);
  const mappingOf = database.prepare<{ mapping: string }>('SELECT mapping FROM order_mappings WHERE columns = ?');
  const setMapping = database.prepare('INSERT OR REPLACE INTO order_mappings (columns, mapping, used_at) VALUES (?, ?, ?)');

  function find(id: string): StoredFile | null {
    const row = byId.get(id);
    return row === undefined ? null : { ...row, format: row.format as StoredFile['format'] };
  }

  return {
    find,
    keep({ id, name, format }, bytes) {
      writeDurably(place, id, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      insert.run(id, name, format, bytes.byteLength, sha256, now());
      return { id, name, format, size: bytes.byteLength, sha256, encoding: null, sheet: null, at: now() };
    },
    bytes: (id) => readFileSync(join(place, id)),
    readAs: (id, { encoding, sheet }) => void setReading.run(encoding, sheet, id),
    sentBefore: (sha256) => before.get(sha256) ?? null,
    mapping(columns) {
      const row = mappingOf.get(columns);
      return row === undefined ? null : (JSON.parse(row.mapping) as ImportMapping);
    },
    rememberMapping: (columns, mapping) => void setMapping.run(columns, JSON.stringify(mapping), now()),
  };
}

/** Whole or not at all, also when the power fails. */
function writeDurably(folder: string, name: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  const unfinished = `${file}.part`;
  const descriptor = openSync(unfinished, 'w', 0o600);
  try {
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, file);
}
