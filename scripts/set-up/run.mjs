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
 * output. With `show` the output also goes to the terminal; a step that takes long says every ten seconds that it is
 * still at work.
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
    const startedAt = Date.now();
    const heartbeat = setInterval(() => console.log(`  still at work, ${Math.round((Date.now() - startedAt) / 1000)} s`), 10_000);
    const limit = limitMs > 0 ? setTimeout(() => child.kill('SIGKILL'), limitMs) : undefined;
    const end = (result) => {
      clearTimeout(limit);
      clearInterval(heartbeat);
      resolve(result);
    };
    child.once('error', (error) => end({ code: 127, output: error.message }));
    child.once('close', (code) => end({ code, output }));
  });
}
