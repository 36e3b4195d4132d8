import type { CallQueue } from './call-queue.ts';
import type { CallScope } from './call-scope.ts';
import type { CallOptions, CustomerLogin, OtapiErrorKind } from './client.ts';
import type { Misfit, Report } from './decode/decoder.ts';
import type { Envelope } from './decode/envelope.ts';
import { isOtapiError, OtapiError, type AnswerProblem } from './error.ts';
import type { BulkReader } from './reading/bulk-reader.ts';
import { readAnswer, type Reading } from './reading/read-answer.ts';
import type { Redaction } from './redaction.ts';
import { requestForm, type MethodParameters, type RequestFormat } from './request-form.ts';
import type { Transport } from './transport/transport.ts';
import type { XmlElement } from './xml/xml-element.ts';

/** One OTAPI method with its parameters, and how its answer is understood. */
export interface MethodCall<T> {
  method: string;
  parameters: MethodParameters;
  /** The session that the method needs (section 1.4). */
  session: 'operator' | 'none' | { customer: CustomerLogin };
  /** Reading calls may be repeated after a failure; changing ones never are. */
  kind: 'reading' | 'changing';
  /** Reads the payload from the root element of a successful answer. */
  decode: (root: XmlElement, report: Report) => T;
}

/** Runs a method to its end, signed in where it needs that and repeated where that is safe. */
export type Caller = <T>(call: MethodCall<T>, options?: CallOptions) => Promise<T>;

/** What the client tells about its work; free of secrets. */
export type OtapiLogRecord =
  | {
      event: 'call';
      method: string;
      durationMs: number;
      outcome: 'ok' | OtapiErrorKind;
      reason?: string;
      errorCode?: string;
      subErrorCode?: string;
      requestId?: string;
    }
  | { event: 'misfit'; method: string; element: string; expected: Misfit['expected']; text: string; count: number };

/** One attempt at a call: request there, answer back, decoded. */
export type Exchange = <T>(call: MethodCall<T>, sessionId: string | null, scope: CallScope) => Promise<T>;

export interface ExchangeParts {
  format: RequestFormat;
  transport: Transport;
  queue: CallQueue;
  redaction: Redaction;
  log: (record: OtapiLogRecord) => void;
  onContact: (outcome: { ok: true } | { ok: false; error: OtapiError }) => void;
  /** Left out: every answer is read here. */
  bulkReader?: BulkReader;
  onReaderFailed: (error: unknown) => void;
}

const misfitTextLength = 40;

/** The exchange rejects with `OtapiError` only, logs every attempt, and tells whether OT Platform could be reached. */
export function createExchange(parts: ExchangeParts): Exchange {
  const { format, transport, queue, redaction, log, onContact, bulkReader, onReaderFailed } = parts;

  async function answerBytes(call: MethodCall<unknown>, sessionId: string | null, scope: CallScope) {
    let started = false;
    const send = () => {
      started = true;
      const form = requestForm(call.method, call.parameters, sessionId, format);
      return transport.send(call.method, form, scope);
    };
    try {
      return await queue.run(send, scope.signal);
    } catch (error) {
      throw started ? error : scope.ended(call.method, false);
    }
  }

  /** Where the thread fails the same is done here. */
  async function read<T>(call: MethodCall<T>, bytes: Uint8Array): Promise<Reading<T>> {
    if (!bulkReader?.takes(call.method, bytes)) return readAnswer(bytes, call.decode);
    try {
      return (await bulkReader.read(call.method, bytes)) as Reading<T>;
    } catch (error) {
      onReaderFailed(error);
      return readAnswer(bytes, call.decode);
    }
  }

  async function decode<T>(call: MethodCall<T>, bytes: Uint8Array): Promise<{ value: T; envelope: Envelope }> {
    const reading = await read(call, bytes);
    switch (reading.outcome) {
      case 'refused':
        throw apiError(call.method, reading.envelope, redaction);
      case 'unreadable':
        throw answerError(call.method, reading);
      case 'ok':
        for (const misfit of reading.misfits) {
          const text = redaction.clean(misfit.text).slice(0, misfitTextLength);
          log({ event: 'misfit', method: call.method, ...misfit, text });
        }
        return reading;
    }
  }

  return async (call, sessionId, scope) => {
    const startedAt = performance.now();
    const durationMs = () => Math.round(performance.now() - startedAt);
    try {
      const bytes = await answerBytes(call, sessionId, scope);
      const { value, envelope } = await decode(call, bytes);
      log({ event: 'call', method: call.method, durationMs: durationMs(), outcome: 'ok', requestId: envelope.requestId });
      onContact({ ok: true });
      return value;
    } catch (error) {
      if (isOtapiError(error)) {
        log({ event: 'call', method: call.method, durationMs: durationMs(), outcome: error.kind, ...logged(error) });
        tellContact(error, onContact);
      }
      throw error;
    }
  };
}

/** An error that OT Platform itself reports is a contact too; a call given up says nothing. */
function tellContact(error: OtapiError, onContact: ExchangeParts['onContact']): void {
  switch (error.kind) {
    case 'aborted':
      return;
    case 'api':
      return onContact({ ok: true });
    case 'network':
    case 'timeout':
    case 'server':
    case 'answer':
      return onContact({ ok: false, error });
  }
}

function logged(error: OtapiError) {
  const { message: reason, errorCode, subErrorCode, requestId } = error;
  return {
    reason,
    ...(errorCode && { errorCode }),
    ...(subErrorCode && { subErrorCode }),
    ...(requestId && { requestId }),
  };
}

function apiError(method: string, envelope: Envelope, redaction: Redaction): OtapiError {
  const errorCode = redaction.clean(envelope.errorCode);
  const subErrorCode = redaction.clean(envelope.subErrorCode);
  return new OtapiError({
    kind: 'api',
    method,
    outcomeUnknown: false,
    reason: `OT Platform answered ${[errorCode, subErrorCode].filter(Boolean).join(' / ')}`,
    errorCode,
    subErrorCode,
    requestId: redaction.clean(envelope.requestId),
    serverText: redaction.clean(envelope.description),
  });
}

function answerError(method: string, { problem, reason }: { problem: AnswerProblem; reason: string }): OtapiError {
  return new OtapiError({
    kind: 'answer',
    method,
    outcomeUnknown: true,
    answerProblem: problem,
    reason,
  });
}
