import { isOtapiError, type OtapiError } from './error.ts';

/** A failed call as the pages show it: free of secrets, ready to be put into the person's language. */
export interface ErrorDescription {
  code: 'network' | 'timeout' | 'server' | 'api' | 'session-refused' | 'unexpected';
  details?: Record<string, string | number>;
  apiCode?: string;
  apiSubCode?: string;
  requestId?: string;
  serverText?: string;
}

/** Describes any thrown value; one that is not an `OtapiError` becomes `unexpected` and gives nothing away. */
export function describeError(error: unknown): ErrorDescription {
  if (!isOtapiError(error)) return { code: 'unexpected' };
  return {
    code: codeOf(error),
    details: detailsOf(error),
    ...(error.errorCode && { apiCode: error.errorCode }),
    ...(error.subErrorCode && { apiSubCode: error.subErrorCode }),
    ...(error.requestId && { requestId: error.requestId }),
    ...(error.serverText && { serverText: error.serverText }),
  };
}

function codeOf(error: OtapiError): ErrorDescription['code'] {
  switch (error.kind) {
    case 'network':
    case 'timeout':
    case 'server':
      return error.kind;
    case 'answer':
      return 'server';
    case 'api':
      return error.signInRefused ? 'session-refused' : 'api';
    case 'aborted':
      return 'unexpected';
  }
}

function detailsOf(error: OtapiError): Record<string, string | number> {
  return {
    method: error.method,
    ...(error.httpStatus !== null && { status: error.httpStatus }),
    ...(error.networkCode !== null && { networkCode: error.networkCode }),
    ...(error.answerProblem !== null && { answer: error.answerProblem }),
    ...(error.customerRefused && { reason: 'customer-refused' }),
  };
}
