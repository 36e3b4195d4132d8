import { Worker } from 'node:worker_threads';

/**
 * Carries what stands in the write-ahead logs into the database files, in a thread of its own: a checkpoint waits for
 * the disk, up to a quarter of a second on a busy one, and a scan must not wait with it. Should the thread fail,
 * SQLite does the same at commits, only less smoothly.
 */
export interface Checkpoints {
  stop(): Promise<void>;
}

/** A few times a second while there is something to do, rarely while there is not; milliseconds. */
const busyEveryMs = 400;
const quietEveryMs = 2_000;

/**
 * The thread's program. As text, so that it is the same from a bundle and from the sources. PASSIVE checkpoints wait
 * for nobody and keep nobody waiting (sqlite.org/pragma.html#pragma_wal_checkpoint).
 */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const { files, busyEveryMs, quietEveryMs } = workerData;
  const databases = files.map((file) => {
    const connection = new DatabaseSync(file);
    return { connection, checkpoint: connection.prepare('PRAGMA wal_checkpoint(PASSIVE)'), log: 0 };
  });
  let timer = setTimeout(carryOver, busyEveryMs);
  function carryOver() {
    let isBusy = false;
    for (const database of databases) {
      const { log } = database.checkpoint.get();
      if (log !== database.log) isBusy = true;
      database.log = log;
    }
    timer = setTimeout(carryOver, isBusy ? busyEveryMs : quietEveryMs);
  }
  parentPort.once('message', () => {
    clearTimeout(timer);
    for (const { connection } of databases) connection.close();
  });
`;

/** @param onFailed hears when the thread has ended by an error. */
export function keepCheckpoints(files: readonly string[], onFailed: (error: unknown) => void): Checkpoints {
  const worker = new Worker(program, { eval: true, workerData: { files, busyEveryMs, quietEveryMs } });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  worker.once('error', onFailed);
  // It keeps no process alive.
  worker.unref();
  return {
    stop() {
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage('stop');
      return ended;
    },
  };
}
