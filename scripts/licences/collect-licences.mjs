import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { licenceTexts, packageFolderOf } from './licences.mjs';

/**
 * A plugin for the three builds: notes which packages are really inside their bundles, and writes the licences of all to
 * `file`, with those of `besides`, which go along unbundled.
 */
export function collectLicences(file, besides) {
  const folders = new Set(besides);
  return {
    name: 'collect-licences',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        for (const [id, { renderedLength }] of Object.entries(output.modules ?? {})) {
          const folder = renderedLength > 0 ? packageFolderOf(id) : null;
          if (folder !== null) folders.add(folder);
        }
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, licenceTexts(folders));
    },
  };
}
