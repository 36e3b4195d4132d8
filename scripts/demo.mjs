// Does the main job unattended in practice mode: pictures of each step in out/demo, a last line of JSON.
import { spawn } from 'node:child_process';
import { setUp } from './set-up/index.mjs';

const { electronEnvironment } = await setUp({ forTests: false });
const environment = { ...process.env, ...electronEnvironment };
const child = spawn(environment.STATION_NODE ?? process.execPath, ['--disable-warning=ExperimentalWarning', 'test/e2e/demo/run.ts'], {
  stdio: 'inherit',
  env: environment,
});
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
