// Does the main job unattended in practice mode: pictures of each step in out/demo, a last line of JSON.
//   npm run demo                             the built app
//   npm run demo -- --packed ARCHIVE         the app inside an app.asar, as npm run package makes it
//   npm run demo -- --pictures               afterwards the pictures of the papers are made anew from those of the demo
import { spawn } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from './set-up/index.mjs';

const { electronEnvironment } = await setUp({ forTests: false });
const { packed, pictures } = parseArgs({ options: { packed: { type: 'string' }, pictures: { type: 'boolean' } } }).values;
const app = packed === undefined ? {} : { STATION_APP: resolve(process.env.INIT_CWD ?? process.cwd(), packed) };
const environment = { ...process.env, ...electronEnvironment, ...app };
const child = spawn(environment.STATION_NODE ?? process.execPath, ['--disable-warning=ExperimentalWarning', 'test/e2e/demo/run.ts'], {
  stdio: 'inherit',
  env: environment,
});
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
  if (pictures && code === 0) renewPictures();
});

/** Each picture in docs/pictures has the name of a step of the demo. */
function renewPictures() {
  const [made, kept] = [join('out', 'demo'), join('docs', 'pictures')];
  for (const name of readdirSync(kept).filter((file) => file.endsWith('.png'))) {
    const step = readdirSync(made).find((file) => file.replace(/^\d+-/, '') === name);
    if (step === undefined) throw new Error(`The demo makes no picture ${name} any more`);
    copyFileSync(join(made, step), join(kept, name));
  }
}
