import { refusalDocument, successDocument } from './envelope.ts';
import type { CallTiming } from './envelope.ts';
import { METHODS_NOT_OFFERED } from './known-methods.ts';
import { METHODS } from './methods/index.ts';
import { CallParameters, VOID_ANSWER } from './methods/method.ts';
import type { MethodCall, MethodContext, MethodDefinition } from './methods/method.ts';
import { Refusal, refusals } from './refusal.ts';
import { checkSignature } from './signature-check.ts';
import { UNKNOWN_FACTS } from './unknown-facts.ts';
import { languageOf } from './world/language.ts';
import type { Language } from './world/language.ts';
import type { XmlElement } from './xml-writer.ts';

/** What the dispatcher needs beside the methods' own context. */
export interface DispatcherSettings {
  readonly context: MethodContext;
  readonly instanceKey: string;
  readonly secret: string | null;
  readonly language: Language;
  /** The clock against which timestamps are checked. */
  readonly signatureClock: () => Date;
}

/** An answer as it goes over the wire. */
export interface Answer {
  readonly httpStatus: number;
  readonly document: string;
  /** `Ok` or the error code. */
  readonly outcome: string;
}

/** Takes calls by method name, checks who calls, and lets the method answer. */
export class Dispatcher {
  readonly #settings: DispatcherSettings;

  constructor(settings: DispatcherSettings) {
    this.#settings = settings;
  }

  /** Answers a call. `refuseWith`: the refusal that a test wants to see in place of the real answer. */
  answer(methodName: string, values: ReadonlyMap<string, string>, refuseWith: Refusal | null = null): Answer {
    const startedAt = performance.now();
    const method = METHODS.get(methodName);
    const language = languageOf(values.get('language'), this.#settings.language);
    const answerType = method?.answerType ?? VOID_ANSWER;
    const timing = (): CallTiming => ({
      methodName,
      milliseconds: performance.now() - startedAt,
      debug: values.get('debug') === 'true',
    });
    try {
      if (refuseWith !== null) throw refuseWith;
      const payload = this.#run(methodName, method, values, language);
      return { httpStatus: 200, document: successDocument(answerType, payload, timing()), outcome: 'Ok' };
    } catch (error) {
      const refusal = error instanceof Refusal ? error : refusals.internalError();
      const isUnknown = method === undefined && !METHODS_NOT_OFFERED.has(methodName);
      return {
        httpStatus: isUnknown ? UNKNOWN_FACTS.unknownMethodHttpStatus : 200,
        document: refusalDocument(answerType, refusal, language, timing()),
        outcome: refusal.errorCode,
      };
    }
  }

  #run(
    methodName: string,
    method: MethodDefinition | undefined,
    values: ReadonlyMap<string, string>,
    language: Language,
  ): readonly XmlElement[] {
    const { context, instanceKey, secret, signatureClock } = this.#settings;
    if (method === undefined && !METHODS_NOT_OFFERED.has(methodName)) throw refusals.unknownMethod();
    const parameters = new CallParameters(values);
    if (parameters.required('instanceKey') !== instanceKey) throw refusals.wrongInstanceKey();
    if (secret !== null) checkSignature(methodName, values, secret, signatureClock());
    if (method === undefined) throw refusals.notBuilt();
    const call: MethodCall = { parameters, language, context };
    switch (method.session) {
      case 'none':
        return method.run(call);
      case 'operator':
        return method.run({ ...call, operator: context.sessions.holderOf(parameters.required('sessionId')) });
      case 'customer':
        return method.run({ ...call, customer: context.customerSessions.holderOf(parameters.required('sessionId')) });
    }
  }
}
