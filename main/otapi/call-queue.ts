/** Lets at most so many tasks run at once; the others wait in the order of their arrival. */
export interface CallQueue {
  /** Runs the task when its turn comes. A task whose signal ends while it waits never starts: rejects with the reason. */
  run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

export function createCallQueue(maximum: number): CallQueue {
  const waiting: (() => void)[] = [];
  let running = 0;

  function turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (running < maximum) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal.reason as Error);
      };
      waiting.push(start);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** Hands the place on to the next in the line, so that nobody can slip in between. */
  function leavePlace(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return {
    async run(task, signal) {
      await turn(signal);
      try {
        return await task();
      } finally {
        leavePlace();
      }
    },
  };
}
