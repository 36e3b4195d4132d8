import { createCallScope, type CallScope } from './call-scope.ts';
import type { CallOptions, CustomerLogin, OtapiCredentials } from './client.ts';
import { isOtapiError, type OtapiError } from './error.ts';
import type { Caller, Exchange, MethodCall } from './exchange.ts';
import { customerSignIn, operatorSignIn } from './methods/sign-in.ts';
import type { Redaction } from './redaction.ts';
import { repeated } from './repeat.ts';
import { createCustomerSessions } from './sessions/customer-sessions.ts';
import { createOperatorSession } from './sessions/operator-session.ts';
import type { SharedSession } from './sessions/shared-session.ts';

/** Runs calls with the sessions that they need, which it gets and renews by itself (section 1.4). */
export interface SignedInCaller {
  call: Caller;
  /** Signs the operator in now. */
  signIn: (options?: CallOptions) => Promise<void>;
  /** Signs a customer in now. */
  signInCustomer: (customer: CustomerLogin, options?: CallOptions) => Promise<void>;
}

export interface SignedInCallerParts {
  credentials: OtapiCredentials;
  exchange: Exchange;
  redaction: Redaction;
  /** Pauses before a reading call is repeated. */
  delays: readonly number[];
  closing: AbortSignal;
  onOperatorRefused: (refusal: OtapiError) => void;
}

export function createSignedInCaller(parts: SignedInCallerParts): SignedInCaller {
  const { credentials, exchange, redaction, delays, closing } = parts;
  const operator = createOperatorSession(() => authenticated(operatorSignIn(credentials)), parts.onOperatorRefused);
  const customers = createCustomerSessions((customer) => authenticated(customerSignIn(customer)), redaction);

  function attempts<T>(call: MethodCall<T>, sessionId: string | null, scope: CallScope): Promise<T> {
    const attempt = () => exchange(call, sessionId, scope);
    return call.kind === 'reading' ? repeated(call.method, attempt, delays, scope) : attempt();
  }

  /** An expired session is renewed and the call made again, once (section 1.4): the server did nothing the first time. */
  async function signedIn<T>(call: MethodCall<T>, session: SharedSession, scope: CallScope): Promise<T> {
    const sessionId = await scope.waitFor(call.method, session.current());
    try {
      return await attempts(call, sessionId, scope);
    } catch (error) {
      if (!isOtapiError(error) || !error.hasCode('SessionExpired')) throw error;
      const renewed = await scope.waitFor(call.method, session.renewed(sessionId));
      return attempts(call, renewed, scope);
    }
  }

  function run<T>(call: MethodCall<T>, scope: CallScope): Promise<T> {
    if (call.session === 'none') return attempts(call, null, scope);
    return signedIn(call, call.session === 'operator' ? operator : customers.of(call.session.customer), scope);
  }

  /** A sign-in is shared, so none of those who wait for it can end it. */
  async function authenticated(call: MethodCall<string>): Promise<string> {
    const sessionId = await run(call, createCallScope({}, closing));
    redaction.learn(sessionId);
    return sessionId;
  }

  async function signInNow(call: MethodCall<string>, session: SharedSession, options: CallOptions): Promise<void> {
    await createCallScope(options, closing).waitFor(call.method, session.signIn());
  }

  return {
    async call(methodCall, options = {}) {
      const scope = createCallScope(options, closing);
      if (scope.signal.aborted) throw scope.ended(methodCall.method, false);
      return run(methodCall, scope);
    },
    signIn: (options = {}) => signInNow(operatorSignIn(credentials), operator, options),
    signInCustomer: (customer, options = {}) => signInNow(customerSignIn(customer), customers.of(customer), options),
  };
}
