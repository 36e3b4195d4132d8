import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../set-up/project.mjs';

const { computeData } = createRequire(import.meta.url)('app-builder-lib/out/asar/integrity.js');

/** Everything that belongs into the archive; whatever else is found there is a mistake. */
const belongs = [
  /^package\.json$/,
  /^out\/app\/main\/(chunks\/)?[\w.-]+\.js$/,
  /^out\/app\/preload\/station\.cjs$/,
  /^out\/app\/renderer\/(index|login)\.html$/,
  /^out\/app\/renderer\/assets\/[\w.-]+\.(js|css|svg|png|woff2)$/,
  /^node_modules\/keytar\/(package\.json|index\.js|keytar\.js|LICENSE)$/,
  /^node_modules\/@napi-rs\/keyring-[\w-]+\/(package\.json|LICENSE|keyring\.[\w-]+\.node)$/,
];

/** Without these it would not start. */
const needed = ['package.json', 'out/app/main/index.js', 'out/app/preload/station.cjs', 'out/app/renderer/index.html', 'node_modules/keytar/keytar.js'];

/** What no file may hold: maps, keys, tokens, places on the computer that built it. */
const forbidden = [
  ['a source map', /\/[/*][#@] sourceMappingURL=/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a token of a registry', /_authToken|npm_[A-Za-z0-9]{36}/],
  ['a place of the computer that built it', new RegExp(RegExp.escape(dirname(join(projectRoot, 'package.json'))))],
];

const budget = { archiveBytes: 8_000_000, unpackedBytes: 4_000_000, files: 60 };

/** Checks an app.asar as electron-builder has made it. Throws with everything that is wrong; answers with its figures. */
export async function checkArchive(archive) {
  const files = listPackage(archive, { isPack: false }).map(toInside).filter((file) => !('files' in statFile(archive, file)));
  const faults = [
    ...files.filter((file) => !belongs.some((pattern) => pattern.test(file))).map((file) => `${file} does not belong into the archive`),
    ...needed.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...files.flatMap((file) => faultsOfFile(archive, file)),
    ...faultsOfManifest(JSON.parse(extractFile(archive, 'package.json').toString('utf8'))),
  ];
  const figures = measure(archive, files);
  for (const [name, most] of Object.entries(budget)) {
    if (figures[name] > most) faults.push(`${name} is ${figures[name]}, more than ${most}`);
  }
  const integrity = await headerIntegrity(archive);
  if (integrity.own !== integrity.builders) faults.push('The hash of the header is not the one that electron-builder embeds');
  if (faults.length > 0) throw new Error(`The archive is not as it should be:\n  ${faults.join('\n  ')}`);
  return { ...figures, headerHash: integrity.own, list: files };
}

function toInside(file) {
  return file.replaceAll('\\', '/').replace(/^\//, '');
}

function faultsOfFile(archive, file) {
  const { integrity, unpacked } = statFile(archive, file);
  const bytes = extractFile(archive, file);
  const isNative = file.endsWith('.node');
  const text = isNative ? '' : bytes.toString('utf8');
  return [
    ...(hashOf(bytes) === integrity?.hash ? [] : [`${file} is not what the header vouches for`]),
    ...(isNative && !unpacked ? [`${file} is inside, where the system cannot load it`] : []),
    ...forbidden.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${file} holds ${what}`),
  ];
}

/** A packaged manifest tells what starts and nothing of how it is made. */
function faultsOfManifest(manifest) {
  return ['devDependencies', 'scripts', 'build'].filter((name) => name in manifest).map((name) => `package.json has ${name}`);
}

function measure(archive, files) {
  const unpacked = files.filter((file) => statFile(archive, file).unpacked);
  return {
    archiveBytes: readFileSync(archive).length,
    unpackedBytes: unpacked.reduce((sum, file) => sum + statFile(archive, file).size, 0),
    files: files.length,
  };
}

/** Electron compares the header's hash with the one embedded in its executable (docs/tutorial/asar-integrity). */
async function headerIntegrity(archive) {
  const resourcesPath = dirname(archive);
  const data = await computeData({ resourcesPath, resourcesRelativePath: 'resources', resourcesDestinationPath: resourcesPath, extraResourceMatchers: [] });
  return { own: hashOf(getRawHeader(archive).headerString), builders: data[join('resources', 'app.asar')]?.hash };
}

function hashOf(content) {
  return createHash('sha256').update(content).digest('hex');
}
