import { createRequire, syncBuiltinESMExports } from 'node:module';
import type { Worker as NodeWorker, WorkerOptions } from 'node:worker_threads';

/** Modules that are loaded into a thread before its program. */
const support = new URL('support.ts', import.meta.url).href;

/** Threads find their programs, and what those import, inside archives, too: Electron's Node brings that to every thread. */
export function supportArchivesInThreads(): void {
  const threads = createRequire(import.meta.url)('node:worker_threads') as { Worker: typeof NodeWorker };
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(program: string | URL, options: WorkerOptions = {}) {
      super(program, { ...options, execArgv: [...(options.execArgv ?? process.execArgv), '--import', support] });
    }
  };
  syncBuiltinESMExports();
}
