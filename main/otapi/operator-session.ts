import { isOtapiError, OtapiError } from './error.ts';
import { clockErrorCodes, transientErrorCodes } from './uncertain.ts';

/**
 * The operator's session (section 1.4), got when it is first needed and shared by all calls. A refused login is
 * remembered: background calls must not lock the account by trying a wrong password again and again.
 */
export interface OperatorSession {
  /** The session at hand, else signs in. Rejects with the remembered refusal, if there is one. */
  current(): Promise<string>;
  /** A session other than `expired`: calls that find the same session expired share one sign-in. */
  renewed(expired: string): Promise<string>;
  /** Signs in now, and forgets an earlier refusal. */
  signIn(): Promise<string>;
}

/** `authenticate` signs in once and resolves to the session's id; `onRefused` hears of each refused login. */
export function createOperatorSession(
  authenticate: () => Promise<string>,
  onRefused: (refusal: OtapiError) => void = () => {},
): OperatorSession {
  let sessionId: string | null = null;
  let signingIn: Promise<string> | null = null;
  let refusal: OtapiError | null = null;

  async function authenticateOnce(): Promise<string> {
    try {
      sessionId = await authenticate();
      refusal = null;
      return sessionId;
    } catch (error) {
      sessionId = null;
      if (isOtapiError(error) && isRefusal(error)) {
        refusal = refused(error);
        onRefused(refusal);
        throw refusal;
      }
      throw error;
    } finally {
      signingIn = null;
    }
  }

  function signIn(): Promise<string> {
    signingIn ??= authenticateOnce();
    return signingIn;
  }

  async function current(): Promise<string> {
    if (signingIn !== null) return signingIn;
    if (refusal !== null) throw refusal;
    return sessionId ?? signIn();
  }

  return {
    current,
    renewed(expired) {
      if (sessionId === expired) sessionId = null;
      return current();
    },
    signIn() {
      refusal = null;
      return signIn();
    },
  };
}

function isRefusal(error: OtapiError): boolean {
  const passing = [...transientErrorCodes, ...clockErrorCodes];
  return error.kind === 'api' && !passing.some((code) => error.hasCode(code));
}

function refused(error: OtapiError): OtapiError {
  return new OtapiError({
    kind: 'api',
    method: error.method,
    outcomeUnknown: false,
    reason: 'OT Platform refused to sign the operator in',
    errorCode: error.errorCode,
    subErrorCode: error.subErrorCode,
    requestId: error.requestId,
    serverText: error.serverText,
    signInRefused: true,
  });
}
