import type { StationError } from '../../../preload/contract/index.ts';
import { describeError, isOtapiError, transientErrorCodes } from '../../otapi/index.ts';

/**
 * What a failed attempt means for the rest of the outbox. `outage`: nothing gets through, the whole outbox waits.
 * `later`: OT Platform asks for patience with this operation. `refused`: trying again would change nothing; a person
 * decides. `stopped`: the station itself gave the call up.
 */
export type Failure = 'outage' | 'later' | 'refused' | 'stopped';

/** Waiting times of the whole outbox, and of one operation, in milliseconds. */
export const outageLimits = { firstMs: 2_000, longestMs: 60_000 };
export const laterLimits = { firstMs: 15_000, longestMs: 10 * 60_000 };

/** Codes that speak of the key, the session, the clock or the quota, hence of every call (otapi.md 1.7). */
const codesOfEveryCall = [
  'SessionExpired',
  'InstanceKeyBan',
  'CallFromIP',
  'CallLimit',
  'MissingTimestamp',
  'MissingSignature',
  'InvalidTimestamp',
  'InvalidSignature',
];

export function classifyFailure(error: unknown): Failure {
  if (!isOtapiError(error)) return 'later';
  switch (error.kind) {
    case 'network':
    case 'timeout':
    case 'server':
    case 'answer':
      return 'outage';
    case 'aborted':
      return 'stopped';
    case 'api':
      if (error.signInRefused || codesOfEveryCall.some((code) => error.hasCode(code))) return 'outage';
      return transientErrorCodes.some((code) => error.hasCode(code)) ? 'later' : 'refused';
  }
}

/**
 * True unless it is certain that OT Platform has not carried out the request. `InternalError` is an answer of OT
 * Platform, yet does not say how far it had come.
 */
export function mayHaveHappened(error: unknown): boolean {
  return !isOtapiError(error) || error.outcomeUnknown || error.hasCode('InternalError');
}

/** The error as the pages show it; one of our own disk is named as such. */
export function stationErrorOf(error: unknown): StationError {
  return isDatabaseError(error) ? { code: 'database' } : describeError(error);
}

/** Errors of node:sqlite carry this code. */
function isDatabaseError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}
