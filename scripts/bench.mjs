// Measures the station beside references of the same run: a table and out/bench.json.
//   npm run bench                          everything, with 1,000,000 order lines in the cache
//   npm run bench -- --lines 100000        a smaller cache
//   npm run bench -- --only scan,lookup    some parts
//   npm run bench -- --quick               shows that everything runs
import { spawn } from 'node:child_process';
import { setUp } from './set-up/index.mjs';

const { electronEnvironment } = await setUp({ forTests: false });
const environment = { ...process.env, ...electronEnvironment };
const child = spawn(
  environment.STATION_NODE ?? process.execPath,
  ['--disable-warning=ExperimentalWarning', 'test/bench/run.ts', ...process.argv.slice(2)],
  { stdio: 'inherit', env: environment },
);
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
