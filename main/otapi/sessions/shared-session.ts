import { isOtapiError, type OtapiError } from '../error.ts';
import { clockErrorCodes, transientErrorCodes } from '../uncertain.ts';

/**
 * A session of one login (section 1.4), got when it is first needed and shared by all calls. A refused login is
 * remembered: background calls must not lock the account by trying a wrong password again and again.
 */
export interface SharedSession {
  /** The session at hand, else signs in. Rejects with the remembered refusal, if there is one. */
  current(): Promise<string>;
  /** A session other than `expired`: calls that find the same session expired share one sign-in. */
  renewed(expired: string): Promise<string>;
  /** Signs in now, and forgets an earlier refusal. */
  signIn(): Promise<string>;
}

export interface SharedSessionParts {
  /** Signs in once and resolves to the session's id. */
  authenticate: () => Promise<string>;
  /** The error that a failed sign-in becomes when it was a refusal of this login; null when it was none. */
  refusalOf: (error: OtapiError) => OtapiError | null;
  /** Hears of each refused login. */
  onRefused?: (refusal: OtapiError) => void;
}

/** Its methods reject with errors whose `outcomeUnknown` is false: the call that needs the session was not sent. */
export function createSharedSession({ authenticate, refusalOf, onRefused }: SharedSessionParts): SharedSession {
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
      if (!isOtapiError(error)) throw error;
      refusal = refusalOf(error);
      if (refusal === null) throw error.outcomeUnknown ? error.with({ outcomeUnknown: false }) : error;
      onRefused?.(refusal);
      throw refusal;
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

/** Whether OT Platform's answer to a sign-in is about the login, and not about a moment that passes. */
export function isRefusal(error: OtapiError): boolean {
  const passing = [...transientErrorCodes, ...clockErrorCodes];
  return error.kind === 'api' && !passing.some((code) => error.hasCode(code));
}
