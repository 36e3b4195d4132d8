import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A practice platform in a process of its own, so that what it costs is not measured with the station. */
export interface PracticeProcess {
  origin: string;
  /** Labels on parcels whose lines the platform knows, the newest first. */
  labels(limit: number): Promise<string[]>;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL('../../scripts/practice-platform.mjs', import.meta.url));

/** Starts `npm run practice-platform` with so many lines; resolves when it answers. */
export async function startPracticeProcess(lines: number): Promise<PracticeProcess> {
  const token = `bench-${process.pid}`;
  const platform = spawn(process.execPath, [script, '--lines', String(lines), '--control-token', token], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await printedOrigin(platform);
  return {
    origin,
    async labels(limit) {
      const answer = await fetch(`${origin}/practice/control/parcels`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ kind: 'single-line', limit }),
      });
      const { parcels } = (await answer.json()) as { parcels: { label: string }[] };
      return parcels.map(({ label }) => label);
    },
    stop() {
      return new Promise((resolve) => {
        platform.once('exit', () => resolve());
        platform.kill('SIGTERM');
      });
    },
  };
}

function printedOrigin(platform: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    platform.once('exit', (code) => reject(new Error(`The practice platform ended with ${code}`)));
    platform.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const origin = /API address\s+(http:\/\/[^/\s]+)\//.exec(printed)?.[1];
      if (origin !== undefined) resolve(origin);
    });
  });
}
