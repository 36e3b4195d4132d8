import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A practice platform behind a server that gives pages of order lines from memory, in a process of its own. */
export interface WireProcess {
  origin: string;
  /** The bytes of a page of all lines as a station has read it before. Rejects for one that no station has read. */
  page(position: number, size: number): Promise<Uint8Array>;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL('wire-server.ts', import.meta.url));

/** Starts one with a world of so many lines. */
export async function startWireProcess(lines: number): Promise<WireProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, String(lines)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The platform ended with ${code}`)));
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /origin (http:\S+)\n/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    origin,
    async page(position, size) {
      const answer = await fetch(`${origin}/bench/page?frame=${position}/${size}`);
      if (!answer.ok) throw new Error(`No station has read the page ${position}/${size}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
