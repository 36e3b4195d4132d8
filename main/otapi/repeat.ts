import { setTimeout as pause } from 'node:timers/promises';
import type { CallScope } from './call-scope.ts';
import { isOtapiError } from './error.ts';
import { repeatableErrorCode } from './uncertain.ts';

/** Pauses before the second and the third attempt, in milliseconds; each is lengthened by up to half at random. */
export const defaultRepeatDelays: readonly number[] = [300, 1_000];

const repeatableStatuses = new Set([502, 503, 504]);

/** Runs a reading call's attempt, and runs it again after failures that are likely to pass. Never for changing calls. */
export async function repeated<T>(
  method: string,
  attempt: () => Promise<T>,
  delays: readonly number[],
  scope: CallScope,
): Promise<T> {
  for (const delay of delays) {
    try {
      return await attempt();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await waitABit(delay, method, scope);
    }
  }
  return attempt();
}

function mayPass(error: unknown): boolean {
  if (!isOtapiError(error)) return false;
  switch (error.kind) {
    case 'network':
    case 'timeout':
      return true;
    case 'server':
      return error.httpStatus !== null && repeatableStatuses.has(error.httpStatus);
    case 'api':
      return error.errorCode === repeatableErrorCode;
    case 'answer':
      return error.answerProblem === 'truncated' || error.answerProblem === 'empty';
    case 'aborted':
      return false;
  }
}

async function waitABit(delay: number, method: string, scope: CallScope): Promise<void> {
  try {
    await pause(delay * (1 + Math.random() / 2), undefined, { signal: scope.signal });
  } catch {
    throw scope.ended(method, false);
  }
}
