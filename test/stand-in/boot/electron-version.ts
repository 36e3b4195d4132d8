import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The version of the installed `electron` package, whose API this is. */
export const { version: electronVersion } = require('electron/package.json') as { version: string };
