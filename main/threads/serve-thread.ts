import { parentPort, workerData } from 'node:worker_threads';
import type { Asked } from './messages.ts';

export interface Served<Question, Answer> {
  answer(question: Question): Answer;
  /** Before the thread ends. */
  close?(): void;
}

/** Answers the questions of a `Thread`. To be called once, by the thread's program. */
export function serveThread<Question, Answer>(begin: (data: unknown) => Served<Question, Answer>): void {
  const port = parentPort;
  if (port === null) throw new Error('This program runs in a thread only');
  const served = begin(workerData);
  const tell = (message: unknown): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    port.postMessage(message);
  };
  port.on('message', (asked: Asked<Question> | null) => {
    if (asked === null) {
      served.close?.();
      port.close();
      return;
    }
    const { number, question } = asked;
    try {
      tell({ number, answer: served.answer(question) });
    } catch (error) {
      tell({ number, error });
    }
  });
}
