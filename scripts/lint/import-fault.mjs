import { posix } from 'node:path';
import { ownedNames, ownedPackages, rooms } from './rooms.mjs';

/** Longest first: `renderer/app.tsx` and `test/unit/otapi` come before what they lie in. */
const roomNames = Object.keys(rooms).sort((one, other) => other.length - one.length);

/** The folders whose every file is in a room. */
const app = /^(?:main|preload|renderer)\//;

/** The preload script carries the names of calls, not their schemas: every page waits for it (docs/decisions.md, 13). */
const preloadScript = 'preload/station.ts';
const callNames = 'preload/contract/channels.ts';

/**
 * What is wrong with an import, as a sentence; null when nothing is.
 *
 * @param {string} file Path of the importing file from the root of the project, with `/`.
 * @param {string} source What it imports, as written.
 * @param {boolean} isType Nothing of the import is left at run time.
 */
export function importFault(file, source, isType) {
  const room = roomOf(file);
  if (room === null) return app.test(file) ? `${file} is in no room: give it a line in scripts/lint/rooms.mjs.` : null;
  if (!source.startsWith('.')) return packageFault(file, room, source);
  const target = posix.join(posix.dirname(file), source);
  if (file === preloadScript && !isType && target !== callNames) return `${file} may import only types, and ${callNames}.`;
  return fileFault(file, room, target);
}

/** What is wrong with taking this name out of a package, as a sentence; null when nothing is. A null name is the whole package. */
export function nameFault(file, source, name) {
  const owners = ownedNames[source];
  if (owners === undefined || !app.test(file)) return null;
  if (name === null) return `${file} imports the whole of ${source}: name what it takes.`;
  const owner = owners[name];
  return owner === undefined || owner === file ? null : `Only ${owner} may take ${name} out of ${source}, and this is ${file}.`;
}

function fileFault(file, room, target) {
  const other = roomOf(target);
  if (other === room) return null;
  const { imports } = rooms[room];
  if (!imports.some((name) => isWithin(target, name))) return `${file} imports ${target}, but ${room} may import ${listed(imports)}.`;
  const door = rooms[other]?.door;
  if (door === undefined || !app.test(file) || target === `${other}/${door}`) return null;
  return `${file} imports ${target}, but others come into ${other} through its ${door} only.`;
}

function packageFault(file, room, source) {
  const name = source.startsWith('node:') ? source : source.split('/', source.startsWith('@') ? 2 : 1).join('/');
  const owners = app.test(file) ? ownedPackages[name] : undefined;
  if (owners !== undefined && !owners.some((owner) => isWithin(file, owner))) return `${file} imports ${source}, which is for ${listed(owners)}.`;
  const { packages } = rooms[room];
  return packages === null || packages.includes(name) ? null : `${file} imports ${source}, but of packages ${room} may import ${listed(packages)}.`;
}

function roomOf(path) {
  return roomNames.find((name) => isWithin(path, name)) ?? null;
}

function isWithin(path, name) {
  return path === name || path.startsWith(`${name}/`);
}

function listed(names) {
  return names.length === 0 ? 'nothing' : `${names.join(', ')} only`;
}
