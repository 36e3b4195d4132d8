import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the package that a module belongs to; null for the app's own. */
export function packageFolderOf(moduleId) {
  const file = moduleId.replace(/^\0/, '').replace(/\?.*$/, '');
  const parts = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
  return parts === null ? null : parts[1];
}

/** Names, versions and licence texts of packages that go along with the app, in the order of their names. */
export function licenceTexts(folders) {
  const packages = [...new Set(folders)].map(describePackage).sort((a, b) => (a.title < b.title ? -1 : 1));
  return packages.map(({ title, licence, text }) => `${title}\nLicence: ${licence}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

function describePackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = existsSync(folder) ? readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each)) : undefined;
  const text = file === undefined ? '(The package has no licence file of its own.)' : readFileSync(join(folder, file), 'utf8').trim();
  return { title: `${name} ${version}`, licence: typeof license === 'string' ? license : 'see below', text };
}
