import { isBuiltin, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { placeInArchive, type Archive } from './archive.ts';

type Place = NonNullable<ReturnType<typeof placeInArchive>>;

interface Manifest {
  main?: string;
  type?: string;
  exports?: unknown;
}

const endings = ['', '.js', '.cjs', '.json', '.node', '/index.js'];

/** Makes `import` and `require` find and load modules inside archives; native ones from where they lie unpacked. */
export function loadModulesFromArchives(): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const found = isBuiltin(specifier) ? null : findModule(specifier, context.parentURL);
      if (found === null) return nextResolve(specifier, context);
      const { archive, inside } = found;
      const isNative = inside.endsWith('.node');
      const file = isNative ? archive.unpackedPath(inside) : path.join(archive.file, inside);
      const url = pathToFileURL(file).href;
      return isNative ? { url, shortCircuit: true } : { url, format: formatOf(found), shortCircuit: true };
    },
    load(url, context, nextLoad) {
      const place = url.startsWith('file:') ? placeInArchive(fileURLToPath(url)) : null;
      const entry = place?.archive.find(place.inside);
      if (!place || !entry) return nextLoad(url, context);
      return { format: formatOf(place), source: place.archive.read(place.inside, entry), shortCircuit: true };
    },
  });
}

function findModule(specifier: string, parentUrl: string | undefined): Place | null {
  if (specifier.startsWith('file:')) return fileAt(placeInArchive(fileURLToPath(specifier)));
  if (path.isAbsolute(specifier)) return fileAt(placeInArchive(specifier));
  const parent = parentUrl?.startsWith('file:') ? placeInArchive(fileURLToPath(parentUrl)) : null;
  if (parent === null) return null;
  const { archive, inside } = parent;
  const folder = path.posix.dirname(inside);
  if (specifier.startsWith('.')) return fileAt({ archive, inside: path.posix.join(folder, specifier) });
  return findInPackages(archive, folder, specifier);
}

/** In the node_modules of a folder and of those above it, up to the archive's root. */
function findInPackages(archive: Archive, folder: string, specifier: string): Place | null {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '';
  for (let at = folder; ; at = path.posix.dirname(at)) {
    const packageFolder = path.posix.join(at, 'node_modules', name);
    const manifest = readManifest(archive, packageFolder);
    if (manifest !== null) {
      if (manifest.exports !== undefined) throw new Error(`not in the stand-in: exports of the package ${name} inside an archive`);
      const rest = specifier.slice(name.length + 1) || (manifest.main ?? 'index.js');
      return fileAt({ archive, inside: path.posix.join(packageFolder, rest) });
    }
    if (at === '.') return null;
  }
}

/** The file that a path means, with the endings that `require` lets one leave out. */
function fileAt(place: Place | null): Place | null {
  if (place === null) return null;
  const { archive } = place;
  for (const ending of endings) {
    const inside = `${place.inside}${ending}`;
    const entry = archive.find(inside);
    if (entry && !entry.files) return { archive, inside };
  }
  return null;
}

function formatOf({ archive, inside }: Place): 'module' | 'commonjs' | 'json' {
  if (inside.endsWith('.json')) return 'json';
  if (inside.endsWith('.cjs')) return 'commonjs';
  if (inside.endsWith('.mjs')) return 'module';
  for (let at = path.posix.dirname(inside); ; at = path.posix.dirname(at)) {
    const manifest = readManifest(archive, at);
    if (manifest !== null) return manifest.type === 'module' ? 'module' : 'commonjs';
    if (at === '.') return 'commonjs';
  }
}

function readManifest(archive: Archive, folder: string): Manifest | null {
  const inside = path.posix.join(folder, 'package.json');
  const entry = archive.find(inside);
  return entry ? (JSON.parse(archive.read(inside, entry).toString('utf8')) as Manifest) : null;
}
