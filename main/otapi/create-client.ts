import { createCallQueue } from './call-queue.ts';
import { createCallScope, type CallScope } from './call-scope.ts';
import type { CallOptions, OtapiClient, OtapiCredentials } from './client.ts';
import { isOtapiError, type OtapiError } from './error.ts';
import { createExchange, type Caller, type MethodCall, type OtapiLogRecord } from './exchange.ts';
import { activityMethods } from './methods/activities.ts';
import { lineMethods } from './methods/lines.ts';
import { listMethods } from './methods/lists.ts';
import { authenticateCall, operatorMethods } from './methods/operators.ts';
import { orderMethods } from './methods/orders.ts';
import { providerSessionMethods } from './methods/provider-sessions.ts';
import { createOperatorSession } from './operator-session.ts';
import { createRedaction } from './redaction.ts';
import { defaultRepeatDelays, repeated } from './repeat.ts';
import { createTransport } from './transport/transport.ts';

export interface OtapiClientOptions {
  credentials: OtapiCredentials;
  /** The station's language, asked before each attempt. */
  language: () => string;
  /** For each attempt, from connecting to the last byte; 45 s. A call's own limit covers its repeats too. */
  timeoutMs?: number;
  /** For connecting, TLS included; 10 s. */
  connectTimeoutMs?: number;
  /** Requests under way at once; 5 (section 1.1, transport batching). */
  maximumConcurrent?: number;
  /** Pauses before a reading call is repeated. */
  repeatDelaysMs?: readonly number[];
  clock?: { now(): Date };
  /**
   * Told after each attempt. `ok` when OT Platform answered, an error of its own included; else why it could not be
   * reached. A refused login is told as an error too.
   */
  onContact?: (outcome: { ok: true } | { ok: false; error: OtapiError }) => void;
  log?: (record: OtapiLogRecord) => void;
}

/** Makes a client; nothing is sent until the first call. Throws `TypeError` when the address is not a URL. */
export function createOtapiClient(options: OtapiClientOptions): OtapiClient {
  const { credentials } = options;
  const maximumConcurrent = options.maximumConcurrent ?? 5;
  const onContact = options.onContact ?? (() => {});
  const delays = options.repeatDelaysMs ?? defaultRepeatDelays;
  const closing = new AbortController();
  const redaction = createRedaction();
  for (const secret of [credentials.instanceKey, credentials.secret, credentials.operatorPassword]) {
    redaction.learn(secret);
  }

  const transport = createTransport({
    address: credentials.address,
    timeoutMs: options.timeoutMs ?? 45_000,
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
    maximumConnections: maximumConcurrent,
  });
  const exchange = createExchange({
    format: { credentials, language: options.language, clock: options.clock ?? { now: () => new Date() } },
    transport,
    queue: createCallQueue(maximumConcurrent),
    redaction,
    log: options.log ?? (() => {}),
    onContact,
  });

  async function authenticate(): Promise<string> {
    const scope = createCallScope({}, closing.signal);
    const sessionId = await attempts(authenticateCall(credentials), null, scope);
    redaction.learn(sessionId);
    return sessionId;
  }

  const session = createOperatorSession(authenticate, (refusal) => onContact({ ok: false, error: refusal }));

  function attempts<T>(call: MethodCall<T>, sessionId: string | null, scope: CallScope): Promise<T> {
    const attempt = () => exchange(call, sessionId, scope);
    return call.kind === 'reading' ? repeated(call.method, attempt, delays, scope) : attempt();
  }

  /** An expired session is renewed and the call made again, once (section 1.4): the server did nothing the first time. */
  async function signedIn<T>(call: MethodCall<T>, scope: CallScope): Promise<T> {
    const sessionId = await scope.waitFor(call.method, session.current());
    try {
      return await attempts(call, sessionId, scope);
    } catch (error) {
      if (!isOtapiError(error) || !error.hasCode('SessionExpired')) throw error;
      const renewed = await scope.waitFor(call.method, session.renewed(sessionId));
      return attempts(call, renewed, scope);
    }
  }

  const call: Caller = async (methodCall, callOptions = {}) => {
    const scope = createCallScope(callOptions, closing.signal);
    if (scope.signal.aborted) throw scope.ended(methodCall.method, false);
    return methodCall.session === 'none' ? attempts(methodCall, null, scope) : signedIn(methodCall, scope);
  };

  async function signIn(callOptions: CallOptions = {}): Promise<void> {
    const scope = createCallScope(callOptions, closing.signal);
    await scope.waitFor(authenticateCall(credentials).method, session.signIn());
  }

  return {
    operators: operatorMethods(call, signIn),
    lists: listMethods(call),
    providerSessions: providerSessionMethods(call, redaction),
    activities: activityMethods(call, redaction),
    orders: orderMethods(call),
    lines: lineMethods(call),
    close() {
      closing.abort();
      transport.close();
    },
  };
}
