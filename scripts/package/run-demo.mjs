import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../set-up/project.mjs';

/** Does the main job of `npm run demo` with the app inside an archive. Resolves to true when it went well. */
export function runDemo(archive, environment) {
  const child = spawn(process.execPath, [join(projectRoot, 'scripts', 'demo.mjs'), '--packed', archive], { stdio: 'inherit', env: environment });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
