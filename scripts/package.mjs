// Makes packages where Electron's binary can be had, and checks everything that can be checked without it.
//   npm run package                  all of it; ends with the whole demo, run from the archive
//   npm run package -- --no-demo     without the demo
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkIcons } from './icons/index.mjs';
import { checkArchive } from './package/check-archive.mjs';
import { readConfiguration } from './package/configuration.mjs';
import { buildPackages, hostPlatform, layOut } from './package/lay-out.mjs';
import { makePlaceholderElectron } from './package/placeholder-electron.mjs';
import { runDemo } from './package/run-demo.mjs';
import { say, setUp } from './set-up/index.mjs';
import { projectRoot } from './set-up/project.mjs';

const output = join(projectRoot, 'out', 'package');
const { runtime, electronEnvironment } = await setUp({ forTests: false });
process.chdir(projectRoot);

const { fuseCount } = await readConfiguration();
say(`electron-builder.yml fits its schema and sets all ${fuseCount} fuses.`);
say(`The icons are those of assets/icon.svg: ${checkIcons()} files.`);

const folder = await layOut(makePlaceholderElectron(join(output, 'placeholder-electron')), join(output, 'laid-out'));
const archive = join(folder, 'resources', 'app.asar');
const { list, ...figures } = await checkArchive(archive);
writeFileSync(join(output, 'archive.json'), `${JSON.stringify({ ...figures, list }, null, 2)}\n`);
say(`${relative(projectRoot, archive)}: ${figures.files} files, ${megabytes(figures.archiveBytes)} and ${megabytes(figures.unpackedBytes)} unpacked; nothing else is inside.`);

const packages = runtime === 'electron' ? await buildPackages() : [];
for (const file of packages) say(`Made ${relative(projectRoot, file)}.`);
sayWhatIsNotMade();

let demo = 'not run';
if (!process.argv.includes('--no-demo')) {
  say('The whole demo, from the archive.');
  demo = (await runDemo(archive, { ...process.env, ...electronEnvironment })) ? 'passed' : 'failed';
}
console.log(JSON.stringify({ ...figures, fuses: fuseCount, packages: packages.length, demo }));
if (demo === 'failed') process.exitCode = 1;

/** Plainly, so that nobody takes a check for a package. */
function sayWhatIsNotMade() {
  const others = ['Windows', 'Linux', 'macOS'].filter((name) => name !== { windows: 'Windows', linux: 'Linux', mac: 'macOS' }[hostPlatform().name]);
  if (runtime !== 'electron') {
    say(`No installer was made: Electron's binary is not here and cannot be fetched. What is in ${relative(projectRoot, folder)} is complete but for it.`);
    say('Not checked here: Electron reading its fuses and the hash of the archive, installers and their switches, updates from one version to the next.');
  }
  say(`Packages for ${others.join(' and ')} are made on those systems: npm installs the keychain's native module for its own system only.`);
}

function megabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
