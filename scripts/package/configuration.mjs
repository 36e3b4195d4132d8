import { createRequire } from 'node:module';
import { projectRoot } from '../set-up/project.mjs';
import { fusesOf } from './fuses.mjs';

const require = createRequire(import.meta.url);
const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config.js');
const { DebugLogger } = require('builder-util');

/** electron-builder.yml, checked against electron-builder's own schema and, for the fuses, against @electron/fuses. */
export async function readConfiguration() {
  const configuration = await getConfig(projectRoot, null, null);
  await validateConfiguration(configuration, new DebugLogger(false));
  const fuses = fusesOf(configuration.electronFuses);
  return { configuration, fuseCount: Object.keys(fuses).length };
}
