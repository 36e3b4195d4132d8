import { Worker } from 'node:worker_threads';
import type { Told, Asked } from './messages.ts';

/**
 * Work that would hold up the main process, done beside it. The thread is started by the first question and ends after
 * a while without any; it keeps no process alive.
 */
export interface Thread<Question, Answer> {
  /**
   * The answer, in the order of the questions. Rejects with what the work threw (as structured clone leaves it), or
   * with why the thread ended; the next question starts a new one.
   * @param transfer buffers that are handed over with the question and cannot be read here afterwards.
   */
  ask(question: Question, transfer?: ArrayBuffer[]): Promise<Answer>;
  /** Ends it when it has answered what it was asked; later questions are refused. */
  stop(): Promise<void>;
}

export interface ThreadOptions {
  /** What the thread is given at its start. */
  data?: unknown;
  /** Milliseconds without a question after which it ends. */
  idleMs?: number;
}

interface Waiting<Answer> {
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

const usualIdleMs = 30_000;

/** @param program a module that calls `serveThread`. */
export function createThread<Question, Answer>(program: URL, { data, idleMs = usualIdleMs }: ThreadOptions = {}): Thread<Question, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  let worker: Worker | null = null;
  let ended = Promise.resolve();
  let idleTimer: NodeJS.Timeout | undefined;
  let questions = 0;
  let isStopped = false;

  function begin(): Worker {
    const begun = new Worker(program, { workerData: data });
    begun.unref();
    let failure: unknown = new Error('The thread has ended');
    begun.once('error', (error) => {
      failure = error;
    });
    ended = new Promise((resolve) => {
      begun.once('exit', () => {
        if (worker === begun) worker = null;
        for (const { reject } of takeAll()) reject(failure);
        resolve();
      });
    });
    begun.on('message', (told: Told<Answer>) => {
      const asker = waiting.get(told.number);
      waiting.delete(told.number);
      if ('error' in told) asker?.reject(told.error);
      else asker?.resolve(told.answer);
      if (waiting.size === 0) rest();
    });
    return begun;
  }

  function takeAll(): Waiting<Answer>[] {
    const all = [...waiting.values()];
    waiting.clear();
    return all;
  }

  function rest(): void {
    if (isStopped) return end();
    idleTimer = setTimeout(end, idleMs);
    idleTimer.unref();
  }

  function end(): void {
    clearTimeout(idleTimer);
    tell(worker, null);
    worker = null;
  }

  return {
    ask(question, transfer = []) {
      if (isStopped) return Promise.reject(new Error('The thread is stopped'));
      clearTimeout(idleTimer);
      worker ??= begin();
      const number = (questions += 1);
      const asked = worker;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        try {
          tell(asked, { number, question }, transfer);
        } catch (error) {
          waiting.delete(number);
          reject(error);
        }
      });
    },
    async stop() {
      isStopped = true;
      if (waiting.size === 0) end();
      await ended;
    },
  };
}

function tell(worker: Worker | null, message: Asked<unknown> | null, transfer: ArrayBuffer[] = []): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker?.postMessage(message, transfer);
}
