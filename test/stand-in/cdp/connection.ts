import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };
export type Command = keyof Protocol.CommandParameters;
export type EventName = keyof Protocol.Events;
type Listener<Name extends EventName> = (params: Protocol.Events[Name]) => void;

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  sessionId?: string;
  result?: unknown;
  error?: { message: string };
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The answer of a call whose target, or Chromium itself, is gone. */
class TargetClosedError extends Error {
  override name = 'TargetClosedError';
}

/** One conversation with a target, or with the browser when it has no session id. */
export class CdpSession {
  readonly id: string | undefined;
  readonly #connection: CdpConnection;

  constructor(connection: CdpConnection, id: string | undefined) {
    this.#connection = connection;
    this.id = id;
  }

  send<Name extends Command>(
    method: Name,
    params?: Protocol.CommandParameters[Name],
  ): Promise<Protocol.CommandReturnValues[Name]> {
    return this.#connection.send(method, params, this.id);
  }

  /** For calls whose failure means only that the target has gone in the meantime. */
  tell<Name extends Command>(method: Name, params?: Protocol.CommandParameters[Name]): void {
    this.send(method, params).catch(() => undefined);
  }

  on<Name extends EventName>(event: Name, listener: Listener<Name>): void {
    this.#connection.listen(event, listener, this.id);
  }

  /** Ends the waiting of every call of this session: its target is gone. */
  detached(): void {
    this.#connection.forget(this.id);
  }
}

/** Chromium's DevTools protocol over its pipe: JSON messages, each ended by a zero byte. */
export class CdpConnection {
  readonly browser: CdpSession;
  readonly #output: Writable;
  readonly #waiting = new Map<number, Waiting & { sessionId: string | undefined }>();
  readonly #listeners = new Map<string, ((params: never) => void)[]>();
  #lastId = 0;
  #closed = false;
  #pending: Buffer[] = [];

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    this.browser = new CdpSession(this, undefined);
    input.on('data', (chunk: Buffer) => this.#read(chunk));
    input.on('close', () => this.close());
    output.on('error', () => this.close());
  }

  session(id: string): CdpSession {
    return new CdpSession(this, id);
  }

  send<Name extends Command>(
    method: Name,
    params: Protocol.CommandParameters[Name] | undefined,
    sessionId: string | undefined,
  ): Promise<Protocol.CommandReturnValues[Name]> {
    if (this.#closed) return Promise.reject(new TargetClosedError(`${method}: Chromium is gone`));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, sessionId });
      this.#output.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`);
    });
  }

  listen<Name extends EventName>(event: Name, listener: Listener<Name>, sessionId: string | undefined): void {
    const key = listenerKey(event, sessionId);
    this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener]);
  }

  forget(sessionId: string | undefined): void {
    for (const [id, call] of this.#waiting) {
      if (call.sessionId !== sessionId) continue;
      this.#waiting.delete(id);
      call.reject(new TargetClosedError('Target closed'));
    }
    const suffix = listenerKey('', sessionId);
    for (const key of this.#listeners.keys()) if (key.endsWith(suffix)) this.#listeners.delete(key);
  }

  close(): void {
    this.#closed = true;
    for (const call of this.#waiting.values()) call.reject(new TargetClosedError('Chromium is gone'));
    this.#waiting.clear();
  }

  #read(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      this.#pending.push(rest.subarray(0, end));
      const text = Buffer.concat(this.#pending).toString('utf8');
      this.#pending = [];
      rest = rest.subarray(end + 1);
      this.#receive(JSON.parse(text) as Message);
    }
    if (rest.length > 0) this.#pending.push(rest);
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      const listeners = this.#listeners.get(listenerKey(message.method ?? '', message.sessionId)) ?? [];
      for (const listener of listeners) listener(message.params as never);
      return;
    }
    const call = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) call?.reject(new Error(message.error.message));
    else call?.resolve(message.result);
  }
}

function listenerKey(event: string, sessionId: string | undefined): string {
  return `${event}@${sessionId ?? 'browser'}`;
}
