import type { OtapiErrorKind } from './client.ts';

/** What was wrong with an answer that could not be read (kind `answer`). */
export type AnswerProblem =
  | 'empty'
  | 'html'
  | 'json'
  | 'encoding'
  | 'doctype'
  | 'too-deep'
  | 'too-large'
  | 'truncated'
  | 'malformed'
  | 'not-otapi'
  | 'incomplete';

/** What is known of a failed call. Every text is already free of secrets when it gets here. */
export interface OtapiFailure {
  kind: OtapiErrorKind;
  /** OTAPI method whose call failed; that of the sign-in when the sign-in failed. */
  method: string;
  /** False only when it is certain that OT Platform has not carried out the call. */
  outcomeUnknown: boolean;
  /** One clause for the log: why, in English. */
  reason: string;
  errorCode?: string | undefined;
  subErrorCode?: string | undefined;
  requestId?: string | undefined;
  /** `ErrorDescription`, in the language of the call; meant for people. */
  serverText?: string | undefined;
  httpStatus?: number | undefined;
  /** The system's code of a network failure, such as `ECONNREFUSED`, or `CONNECT_TIMEOUT`. */
  networkCode?: string | undefined;
  answerProblem?: AnswerProblem | undefined;
  signInRefused?: boolean | undefined;
  customerRefused?: boolean | undefined;
}

/**
 * The one way in which a call fails. Carries no `cause`: the errors of the layers below hold the request with its key,
 * password and session.
 */
export class OtapiError extends Error {
  override readonly name = 'OtapiError';
  readonly kind: OtapiErrorKind;
  readonly method: string;
  /**
   * True when a changing call may have been carried out although it failed; read back before trying again. Always
   * false when no connection was made, when the sign-in before the call failed, and for errors that OT Platform itself
   * reports.
   */
  readonly outcomeUnknown: boolean;
  /** OT Platform's `ErrorCode` (section 1.7), unknown ones included; empty unless kind is `api`. */
  readonly errorCode: string;
  readonly subErrorCode: string;
  readonly requestId: string;
  readonly serverText: string;
  readonly httpStatus: number | null;
  readonly networkCode: string | null;
  readonly answerProblem: AnswerProblem | null;
  /** True when OT Platform refused to sign the operator in: nothing works until the person changes something. */
  readonly signInRefused: boolean;
  /** True when OT Platform refused to sign a customer in; the operator's login has nothing to do with it. */
  readonly customerRefused: boolean;
  readonly #failure: OtapiFailure;

  constructor(failure: OtapiFailure) {
    super(`${failure.method}: ${failure.reason}`);
    this.#failure = failure;
    this.kind = failure.kind;
    this.method = failure.method;
    this.outcomeUnknown = failure.outcomeUnknown;
    this.errorCode = failure.errorCode ?? '';
    this.subErrorCode = failure.subErrorCode ?? '';
    this.requestId = failure.requestId ?? '';
    this.serverText = failure.serverText ?? '';
    this.httpStatus = failure.httpStatus ?? null;
    this.networkCode = failure.networkCode ?? null;
    this.answerProblem = failure.answerProblem ?? null;
    this.signInRefused = failure.signInRefused ?? false;
    this.customerRefused = failure.customerRefused ?? false;
  }

  /** The same failure with something more, or something else, known of it. */
  with(known: Partial<OtapiFailure>): OtapiError {
    return new OtapiError({ ...this.#failure, ...known });
  }

  /** True for `ErrorCode` or `SubErrorCode`: which of them carries a fact differs from one answer to the next. */
  hasCode(code: string): boolean {
    return this.errorCode === code || this.subErrorCode === code;
  }
}

export function isOtapiError(error: unknown): error is OtapiError {
  return error instanceof OtapiError;
}
