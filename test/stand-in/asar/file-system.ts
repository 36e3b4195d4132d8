import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeInArchive, type Archive, type ArchiveEntry } from './archive.ts';

type Place = NonNullable<ReturnType<typeof placeInArchive>>;
type Work = (place: Place, options: unknown) => unknown;
type Functions = Record<string, (...args: unknown[]) => unknown>;

const { lstatSync } = fs;

/** Reading works inside archives as in folders (docs/tutorial/asar-archives). */
const readers: Record<string, Work> = {
  readFile(place, options) {
    const entry = entryAt(place, 'open');
    if (entry.files) throw failure('EISDIR', 'read', place);
    const bytes = place.archive.read(place.inside, entry);
    const encoding = encodingOf(options);
    return encoding === undefined ? bytes : bytes.toString(encoding);
  },
  stat: describe,
  lstat: describe,
  access: (place) => void entryAt(place, 'access'),
  realpath(place) {
    entryAt(place, 'realpath');
    return path.join(place.archive.file, place.inside);
  },
  readdir(place, options) {
    const { files } = entryAt(place, 'scandir');
    if (!files) throw failure('ENOTDIR', 'scandir', place);
    if (options !== undefined && options !== null) throw new Error('not in the stand-in: options of readdir inside an archive');
    return Object.keys(files);
  },
};

/** An archive cannot be changed; what is opened as a stream or a descriptor is not in the stand-in either. */
const refused = ['open', 'writeFile', 'appendFile', 'mkdir', 'rm', 'rmdir', 'unlink', 'rename', 'truncate', 'utimes', 'chmod', 'opendir', 'cp', 'copyFile'];

/** Makes Node's `fs`, in all its three forms, read inside archives, for the app as well as for the stand-in itself. */
export function readInsideArchives(): void {
  const direct = fs as unknown as Functions;
  const promises = fs.promises as unknown as Functions;
  const refusals = refused.map((name): [string, Work] => [name, (place) => {
    throw failure('ENOTDIR', name, place);
  }]);
  for (const [name, work] of [...Object.entries(readers), ...refusals]) {
    replace(direct, `${name}Sync`, (place, options) => work(place, options));
    replace(promises, name, async (place, options) => work(place, options));
    replace(direct, name, (place, ...args) => answerLater(args, (options) => work(place, options)));
  }
  replace(direct, 'existsSync', ({ archive, inside }) => archive.find(inside) !== undefined);
  syncBuiltinESMExports();
}

function replace(functions: Functions, name: string, work: (place: Place, ...args: unknown[]) => unknown): void {
  const original = functions[name];
  if (original === undefined) throw new Error(`Node has no fs.${name}`);
  const replaced = function (this: unknown, target: unknown, ...args: unknown[]): unknown {
    const place = placeOf(target);
    return place === null ? original.call(this, target, ...args) : work(place, ...args);
  };
  // Such as `realpathSync.native`.
  functions[name] = Object.assign(replaced, original);
}

function answerLater(args: unknown[], work: (options: unknown) => unknown): void {
  const done = args.at(-1) as (error: unknown, value?: unknown) => void;
  let answer: [error: unknown, value?: unknown];
  try {
    answer = [null, work(args.length > 1 ? args[0] : undefined)];
  } catch (error) {
    answer = [error];
  }
  process.nextTick(done, ...answer);
}

function placeOf(target: unknown): Place | null {
  if (target instanceof URL) return target.protocol === 'file:' ? placeInArchive(fileURLToPath(target)) : null;
  return typeof target === 'string' && target.includes('.asar') ? placeInArchive(path.resolve(target)) : null;
}

function entryAt(place: Place, syscall: string): ArchiveEntry {
  const entry = place.archive.find(place.inside);
  if (entry === undefined) throw failure('ENOENT', syscall, place);
  return entry;
}

/** The archive's own facts, with the kind and size of the entry. */
function describe(place: Place, options: unknown): fs.Stats | undefined {
  const mayBeAbsent = typeof options === 'object' && options !== null && 'throwIfNoEntry' in options && options.throwIfNoEntry === false;
  if (mayBeAbsent && place.archive.find(place.inside) === undefined) return undefined;
  const entry = entryAt(place, 'stat');
  const mode = entry.files ? fs.constants.S_IFDIR | 0o755 : fs.constants.S_IFREG | 0o644;
  const stats = lstatSync(place.archive.file);
  return Object.assign(stats, { mode, size: entry.size ?? 0 });
}

function encodingOf(options: unknown): BufferEncoding | undefined {
  const encoding: unknown = typeof options === 'object' && options !== null && 'encoding' in options ? options.encoding : options;
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : undefined;
}

function failure(code: string, syscall: string, { archive, inside }: { archive: Archive; inside: string }): NodeJS.ErrnoException {
  const file = path.join(archive.file, inside);
  return Object.assign(new Error(`${code}: ${syscall} '${file}'`), { code, syscall, path: file });
}
