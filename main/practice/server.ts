import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { BadControlRequest } from './control-json.ts';
import { carriesToken, performControl } from './control-requests.ts';
import type { PracticeControl } from './control.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { FaultEffect, Faults } from './faults.ts';
import { LoopbackServer, reply } from './loopback-server.ts';
import { pictureOf } from './pictures.ts';
import { Refusal } from './refusal.ts';
import { destinationOf, parametersOf, readBody } from './request.ts';
import type { RequestLog } from './request-log.ts';

/** Everything the server passes requests on to. */
export interface ServerParts {
  readonly dispatcher: Dispatcher;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly control: PracticeControl;
  /** Without a token there is no control surface over HTTP. */
  readonly controlToken: string | null;
  readonly now: () => Date;
  readonly seed: number;
  readonly access: PracticeAccess;
  /** Writes down what a call has done as far as it must not be lost; awaited before the call is answered. */
  readonly keep: () => Promise<void>;
}

/**
 * What a station on this machine signs in with, told at `/practice/access` to whoever asks: a practice platform guards
 * nothing, and a station that is started with its address needs to know nothing else.
 */
export interface PracticeAccess {
  readonly instanceKey: string;
  readonly secret: string | null;
  readonly operatorLogin: string;
  readonly operatorPassword: string;
  /** The password of every customer. */
  readonly customerPassword: string;
}

const ERROR_PAGE = '<!DOCTYPE html><html><head><title>Server Error</title></head><body><h1>Server Error in \'/\' Application.</h1></body></html>';

/** The HTTP side of the platform: loopback only, and only for requests that were addressed to it. */
export class PracticeServer {
  readonly #server: LoopbackServer;
  #parts: ServerParts | null = null;
  readonly #closing = new AbortController();

  constructor() {
    // Any number of delayed calls may wait for the end at once.
    setMaxListeners(0, this.#closing.signal);
    this.#server = new LoopbackServer((request, response) => this.#handle(request, response));
  }

  /** Takes a port of 127.0.0.1 (0 = any free one) and returns it. Requests wait for `serve`. */
  listen(port: number): Promise<number> {
    return this.#server.listen(port);
  }

  serve(parts: ServerParts): void {
    this.#parts = parts;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#server.close();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts = this.#parts;
    if (parts === null) return reply(response, 503, 'text/plain', 'The platform is starting');
    if (!this.#server.isHost(request.headers.host)) return reply(response, 403, 'text/plain', 'Wrong host');
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const destination = destinationOf(url.pathname);
    switch (destination.kind) {
      case 'xml-method':
        return this.#answerMethod(parts, destination.methodName, url.searchParams, request, response);
      case 'json-method':
        return reply(response, 200, JSON_TYPE, JSON_NOT_AVAILABLE);
      case 'picture':
        return replyPicture(parts.seed, destination.itemId, response);
      case 'control':
        return this.#control(parts, destination.action, request, response);
      case 'access':
        return reply(response, 200, JSON_TYPE, JSON.stringify(parts.access));
      case 'nowhere':
        return reply(response, 404, 'text/plain', 'Not found');
    }
  }

  async #answerMethod(
    { dispatcher, faults, log, now, keep }: ServerParts,
    methodName: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'POST') return reply(response, 405, 'text/plain', 'GET or POST');
    const parameters = parametersOf(query, request.method === 'POST' ? await readBody(request) : '');
    const at = now();
    const { delayMs, effect } = faults.take(methodName);
    if (delayMs > 0) await wait(delayMs, undefined, { signal: this.#closing.signal });
    if (effect !== null && effect.kind !== 'refuse' && happensBefore(effect)) {
      log.add(methodName, parameters, at, effect.kind);
      return spoilBefore(effect.kind, request, response);
    }
    const answer = dispatcher.answer(methodName, parameters, effect?.kind === 'refuse' ? refusalOf(effect) : null);
    await keep();
    if (effect === null || effect.kind === 'refuse') {
      log.add(methodName, parameters, at, answer.outcome);
      return reply(response, answer.httpStatus, XML, answer.document);
    }
    log.add(methodName, parameters, at, effect.kind);
    if (effect.kind === 'lost-answer') request.socket.resetAndDestroy();
    else sendHalf(response, answer.document);
  }

  async #control(parts: ServerParts, action: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { control, controlToken } = parts;
    if (controlToken === null) return reply(response, 404, 'text/plain', 'Not found');
    if (!carriesToken(request.headers.authorization, controlToken)) return reply(response, 401, 'text/plain', 'Wrong control token');
    if (request.method !== 'POST') return reply(response, 405, 'text/plain', 'POST');
    try {
      const result = performControl(control, action, await readBody(request));
      return reply(response, 200, JSON_TYPE, JSON.stringify(result));
    } catch (error) {
      if (!(error instanceof BadControlRequest) && !(error instanceof RangeError)) throw error;
      return reply(response, 400, JSON_TYPE, JSON.stringify({ error: error.message }));
    }
  }
}

const XML = 'text/xml; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** The JSON address exists (otapi.md 1.1), but its forms are only inferred: the practice platform does not speak it. */
const JSON_NOT_AVAILABLE = JSON.stringify({
  ErrorCode: 'NotAvailable',
  ErrorDescription: 'The practice platform speaks XML: use /service/',
});

type SpoilingKind = Exclude<FaultEffect['kind'], 'delay' | 'refuse'>;

function happensBefore(effect: { readonly kind: SpoilingKind }): boolean {
  return effect.kind === 'reset' || effect.kind === 'http-500' || effect.kind === 'wrong-content';
}

function spoilBefore(kind: SpoilingKind, request: IncomingMessage, response: ServerResponse): void {
  if (kind === 'reset') request.socket.resetAndDestroy();
  else reply(response, kind === 'http-500' ? 500 : 200, 'text/html; charset=utf-8', ERROR_PAGE);
}

function refusalOf(effect: Extract<FaultEffect, { kind: 'refuse' }>): Refusal {
  const description = effect.description ?? effect.errorCode;
  return new Refusal(effect.errorCode, { en: description, ru: description, zh: description }, effect.subErrorCode ?? '');
}

/** Promises the whole document, sends half of it, and hangs up. */
function sendHalf(response: ServerResponse, document: string): void {
  const bytes = Buffer.from(document, 'utf8');
  response.writeHead(200, { 'content-type': XML, 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

function replyPicture(seed: number, itemId: string, response: ServerResponse): void {
  const picture = pictureOf(seed, itemId);
  if (picture === null) return reply(response, 404, 'text/plain', 'Not found');
  response.setHeader('cache-control', 'max-age=86400');
  return reply(response, 200, 'image/svg+xml; charset=utf-8', picture);
}
