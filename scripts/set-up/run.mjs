import { spawn } from 'node:child_process';
import { projectRoot } from './project.mjs';

/** Somebody must do something before set-up can go on; the message says what. */
export class SetUpError extends Error {
  name = 'SetUpError';
}

/** Says what happens now; long steps are announced before they begin. */
export function say(text) {
  console.log(`* ${text}`);
}

/**
 * Runs a command to its end. Answers with its exit code (null when it was ended by the time limit) and the end of its
 * output. With `show` the output also goes to the terminal.
 */
export function run(command, args, { environment = process.env, limitMs = 0, show = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: projectRoot, env: environment, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (stream, terminal) => {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output = (output + text).slice(-20_000);
        if (show) terminal.write(text);
      });
    };
    collect(child.stdout, process.stdout);
    collect(child.stderr, process.stderr);
    const limit = limitMs > 0 ? setTimeout(() => child.kill('SIGKILL'), limitMs) : undefined;
    child.once('error', (error) => {
      clearTimeout(limit);
      resolve({ code: 127, output: error.message });
    });
    child.once('close', (code) => {
      clearTimeout(limit);
      resolve({ code, output });
    });
  });
}
