import { createCallQueue } from './call-queue.ts';
import type { OtapiClient, OtapiCredentials } from './client.ts';
import type { OtapiError } from './error.ts';
import { createExchange, type OtapiLogRecord } from './exchange.ts';
import { activityMethods } from './methods/activities.ts';
import { customerMethods } from './methods/customers.ts';
import { lineMethods } from './methods/lines.ts';
import { listMethods } from './methods/lists.ts';
import { operatorMethods } from './methods/operators.ts';
import { orderMethods } from './methods/orders.ts';
import { paymentMethods } from './methods/payments.ts';
import { providerSessionMethods } from './methods/provider-sessions.ts';
import type { BulkReader } from './reading/bulk-reader.ts';
import { createRedaction } from './redaction.ts';
import { defaultRepeatDelays } from './repeat.ts';
import { createSignedInCaller } from './signed-in-caller.ts';
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
  /** Reads large answers in a thread; left out: they are read here. Belongs to whoever made it. */
  bulkReader?: BulkReader;
  /** The thread has failed; what it was asked is done here. */
  onReaderFailed?: (error: unknown) => void;
}

/** Makes a client; nothing is sent until the first call. Throws `TypeError` when the address is not a URL. */
export function createOtapiClient(options: OtapiClientOptions): OtapiClient {
  const { credentials } = options;
  const maximumConcurrent = options.maximumConcurrent ?? 5;
  const onContact = options.onContact ?? (() => {});
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
    onReaderFailed: options.onReaderFailed ?? (() => {}),
    ...(options.bulkReader && { bulkReader: options.bulkReader }),
  });

  const { call, signIn, signInCustomer } = createSignedInCaller({
    credentials,
    exchange,
    redaction,
    delays: options.repeatDelaysMs ?? defaultRepeatDelays,
    closing: closing.signal,
    onOperatorRefused: (refusal) => onContact({ ok: false, error: refusal }),
  });

  return {
    operators: operatorMethods(call, signIn),
    lists: listMethods(call),
    customers: customerMethods(call, signInCustomer),
    providerSessions: providerSessionMethods(call, redaction),
    activities: activityMethods(call, redaction),
    orders: orderMethods(call),
    lines: lineMethods(call),
    payments: paymentMethods(call),
    close() {
      closing.abort();
      transport.close();
    },
  };
}
