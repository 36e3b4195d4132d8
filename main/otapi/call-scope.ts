import type { CallOptions } from './client.ts';
import { OtapiError } from './error.ts';

/** How long a call may go on: until its caller gives up, the client is closed, or its time is over. */
export interface CallScope {
  /** Aborted when the call is to end, for whichever reason. */
  readonly signal: AbortSignal;
  /** The error for a call that this scope has ended. */
  ended(method: string, outcomeUnknown: boolean): OtapiError;
  /** Settles as `promise` does, or rejects as soon as the scope ends; what goes on behind `promise` is not stopped. */
  waitFor<T>(method: string, promise: Promise<T>): Promise<T>;
}

export function createCallScope(options: CallOptions, closing: AbortSignal): CallScope {
  const timeOver = options.timeoutMs === undefined ? null : AbortSignal.timeout(options.timeoutMs);
  const givenUp = AbortSignal.any([closing, ...(options.signal ? [options.signal] : [])]);
  const signal = timeOver === null ? givenUp : AbortSignal.any([givenUp, timeOver]);

  function ended(method: string, outcomeUnknown: boolean): OtapiError {
    return givenUp.aborted
      ? new OtapiError({ kind: 'aborted', method, outcomeUnknown, reason: 'the call was given up' })
      : new OtapiError({ kind: 'timeout', method, outcomeUnknown, reason: 'the time for the call was over' });
  }

  return {
    signal,
    ended,
    waitFor(method, promise) {
      return new Promise((resolve, reject) => {
        const leave = () => reject(ended(method, false));
        if (signal.aborted) leave();
        signal.addEventListener('abort', leave, { once: true });
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
      });
    },
  };
}
