import type * as Electron from 'electron';
import { guardedClass } from '../guard/missing.ts';
import { matchesPattern } from './url-pattern.ts';

export type RequestEvent =
  | 'onBeforeRequest'
  | 'onBeforeSendHeaders'
  | 'onSendHeaders'
  | 'onHeadersReceived'
  | 'onResponseStarted'
  | 'onBeforeRedirect'
  | 'onCompleted'
  | 'onErrorOccurred';

/** What a blocking listener may answer. */
export interface RequestAnswer {
  cancel?: boolean;
  redirectURL?: string;
  requestHeaders?: Record<string, string | string[]>;
  responseHeaders?: Record<string, string | string[]>;
  statusLine?: string;
}

interface Details {
  url: string;
  resourceType: string;
  [more: string]: unknown;
}

type Listener = (details: unknown, callback?: (answer: RequestAnswer) => void) => void;
type Registered = { filter: Electron.WebRequestFilter | undefined; listener: Listener };

/** docs/api/web-request. One listener per event: the last one set is the one that counts; null takes it away. */
export class WebRequest {
  readonly #listeners = new Map<RequestEvent, Registered>();
  #onChange: (() => void) | undefined;

  onBeforeRequest = this.#registrar('onBeforeRequest');
  onBeforeSendHeaders = this.#registrar('onBeforeSendHeaders');
  onSendHeaders = this.#registrar('onSendHeaders');
  onHeadersReceived = this.#registrar('onHeadersReceived');
  onResponseStarted = this.#registrar('onResponseStarted');
  onBeforeRedirect = this.#registrar('onBeforeRedirect');
  onCompleted = this.#registrar('onCompleted');
  onErrorOccurred = this.#registrar('onErrorOccurred');

  /** Told when the set of listeners changes. */
  whenChanged(listener: () => void): void {
    this.#onChange = listener;
  }

  /** True when anybody listens to one of these. */
  wants(...events: RequestEvent[]): boolean {
    return events.some((event) => this.#listeners.has(event));
  }

  /** Asks a blocking listener; an empty answer when there is none for this request. */
  ask(event: RequestEvent, details: Details): Promise<RequestAnswer> {
    const registered = this.#listenerFor(event, details);
    if (!registered) return Promise.resolve({});
    return new Promise((resolve) => registered.listener(details, (answer) => resolve(answer ?? {})));
  }

  /** Tells a listener that cannot change anything. */
  tell(event: RequestEvent, details: Details): void {
    this.#listenerFor(event, details)?.listener(details);
  }

  #listenerFor(event: RequestEvent, details: Details): Registered | undefined {
    const registered = this.#listeners.get(event);
    return registered && applies(registered.filter, details) ? registered : undefined;
  }

  #registrar(event: RequestEvent) {
    return (first: Electron.WebRequestFilter | Listener | null, second?: Listener | null): void => {
      const filter = typeof first === 'function' || first === null ? undefined : first;
      const listener = typeof first === 'function' ? first : second;
      for (const pattern of [...(filter?.urls ?? []), ...(filter?.excludeUrls ?? [])]) matchesPattern(pattern, '');
      if (listener) this.#listeners.set(event, { filter, listener });
      else this.#listeners.delete(event);
      this.#onChange?.();
    };
  }
}

function applies(filter: Electron.WebRequestFilter | undefined, details: Details): boolean {
  if (!filter) return true;
  if (!filter.urls.some((pattern) => matchesPattern(pattern, details.url))) return false;
  if (filter.excludeUrls?.some((pattern) => matchesPattern(pattern, details.url))) return false;
  return filter.types === undefined || filter.types.some((type) => type === details.resourceType);
}

guardedClass('webRequest', WebRequest);
