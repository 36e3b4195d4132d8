import { isOtapiError, transientErrorCodes } from '../otapi/index.ts';

/**
 * What a failed request that changes something means. `lost`: OT Platform may have carried it out. `outage`: nothing gets
 * through, or nobody is signed in. `patience`: OT Platform asks for it. `refused`: asking again would change nothing.
 * `ended`: the station itself gave it up, before anything was sent.
 */
export type CallFailure = 'lost' | 'outage' | 'patience' | 'refused' | 'ended';

/** Codes that speak of the key, the session or the clock, hence of every call (otapi.md 1.7). */
const codesOfEveryCall = [
  'SessionExpired',
  'InstanceKeyBan',
  'CallFromIP',
  'MissingTimestamp',
  'MissingSignature',
  'InvalidTimestamp',
  'InvalidSignature',
];

/** `InternalError` is an answer, yet does not say how far OT Platform had come. */
export function callFailure(error: unknown): CallFailure {
  if (!isOtapiError(error)) return 'lost';
  if (error.outcomeUnknown || error.hasCode('InternalError')) return 'lost';
  switch (error.kind) {
    case 'network':
    case 'timeout':
    case 'server':
    case 'answer':
      return 'outage';
    case 'aborted':
      return 'ended';
    case 'api':
      if (error.signInRefused || error.customerRefused || codesOfEveryCall.some((code) => error.hasCode(code))) return 'outage';
      return transientErrorCodes.some((code) => error.hasCode(code)) ? 'patience' : 'refused';
  }
}
