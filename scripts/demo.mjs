// Does the main job unattended in practice mode: pictures of each step in out/demo, a last line of JSON.
//   npm run demo                             the built app
//   npm run demo -- --packed ARCHIVE         the app inside an app.asar, as npm run package makes it
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from './set-up/index.mjs';

const { electronEnvironment } = await setUp({ forTests: false });
const { packed } = parseArgs({ options: { packed: { type: 'string' } } }).values;
const app = packed === undefined ? {} : { STATION_APP: resolve(process.env.INIT_CWD ?? process.cwd(), packed) };
const environment = { ...process.env, ...electronEnvironment, ...app };
const child = spawn(environment.STATION_NODE ?? process.execPath, ['--disable-warning=ExperimentalWarning', 'test/e2e/demo/run.ts'], {
  stdio: 'inherit',
  env: environment,
});
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
