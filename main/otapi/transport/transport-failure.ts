import { OtapiError } from '../error.ts';
import { UnreadableAnswer } from '../xml/unreadable-answer.ts';
import { connectTimeoutCode } from './watched-request.ts';

/** Any status but 200: errors of OTAPI come in the body with status 200 (section 1.1). */
export function statusError(method: string, httpStatus: number): OtapiError {
  return new OtapiError({
    kind: 'server',
    method,
    outcomeUnknown: true,
    httpStatus,
    reason: `the server answered with HTTP status ${httpStatus}`,
  });
}

export function timeoutError(method: string, outcomeUnknown: boolean, reason: string): OtapiError {
  return new OtapiError({ kind: 'timeout', method, outcomeUnknown, reason });
}

/**
 * What the error of axios, of Node or of reading the body means. It is read and dropped: it holds the request with its
 * key and session.
 */
export function failureOf(error: unknown, method: string, outcomeUnknown: boolean): OtapiError {
  if (error instanceof UnreadableAnswer) {
    return new OtapiError({
      kind: 'answer',
      method,
      outcomeUnknown,
      answerProblem: error.problem,
      reason: error.message,
    });
  }
  const networkCode = networkCodeOf(error);
  if (networkCode === connectTimeoutCode) return timeoutError(method, false, 'no connection in time');
  if (networkCode.startsWith('Z_')) {
    const reason = 'the compressed answer is damaged';
    return new OtapiError({ kind: 'answer', method, outcomeUnknown, answerProblem: 'malformed', reason });
  }
  const reason = `${outcomeUnknown ? 'the connection was lost' : 'no connection'} (${networkCode})`;
  return new OtapiError({ kind: 'network', method, outcomeUnknown, networkCode, reason });
}

function networkCodeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'UNKNOWN';
}
