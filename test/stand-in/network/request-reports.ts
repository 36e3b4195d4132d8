import type { CdpSession, Protocol } from '../cdp/connection.ts';
import type { Session } from '../session/session.ts';
import { senderDetails, type OwnerPage } from './request-owners.ts';
import { headerEntries, headerLists } from './headers.ts';
import { resourceTypeOf } from './resource-type.ts';
import { fromChromium } from './scheme-map.ts';

interface Known {
  id: number;
  url: string;
  method: string;
  type: Protocol.Network.ResourceType;
  frameId: string | undefined;
  response: Protocol.Network.Response | undefined;
  redirect: Protocol.Network.Response | undefined;
}

let lastRequestId = 0;

/** A number for one request, through all its redirects. */
export function nextRequestId(): number {
  lastRequestId += 1;
  return lastRequestId;
}

/** Tells webRequest listeners what became of each request: onBeforeRedirect, onResponseStarted, onCompleted, onErrorOccurred. */
export class RequestReports {
  readonly #sender: { session: Session; page: OwnerPage | undefined };
  readonly #known = new Map<string, Known>();

  constructor(sender: { session: Session; page: OwnerPage | undefined }) {
    this.#sender = sender;
  }

  /** Hears from Chromium what becomes of the requests of this page or worker. */
  follow(cdp: CdpSession): void {
    cdp.on('Network.requestWillBeSent', (sent) => this.#sent(sent));
    cdp.on('Network.responseReceived', ({ requestId, response }) => this.#responded(requestId, response));
    cdp.on('Network.webSocketCreated', ({ url }) => this.#sender.session.sockets.created(url, this.#sender.page));
    cdp.on('Network.loadingFinished', ({ requestId }) => this.#finished(requestId, undefined));
    cdp.on('Network.loadingFailed', ({ requestId, errorText }) => this.#finished(requestId, errorText));
  }

  /** The number by which all listeners know a request, through all its redirects. */
  identify(paused: Protocol.Fetch.requestPausedPayload): { id: number } {
    const key = paused.networkId ?? paused.redirectedRequestId ?? paused.requestId;
    const known = this.#known.get(key) ?? this.#remember(key, paused.request, paused.resourceType, paused.frameId);
    return { id: known.id };
  }

  /** Told at each hop, before anything else is asked about it. */
  redirect(paused: Protocol.Fetch.requestPausedPayload): void {
    const known = this.#known.get(paused.networkId ?? paused.redirectedRequestId ?? paused.requestId);
    const response = known?.redirect;
    if (!known || !response) return;
    this.#sender.session.webRequest.tell('onBeforeRedirect', {
      ...this.#details(known, response),
      url: fromChromium(response.url),
      redirectURL: fromChromium(paused.request.url),
    });
  }

  #sent({ requestId, request, type, frameId, redirectResponse }: Protocol.Network.requestWillBeSentPayload): void {
    const known = this.#known.get(requestId) ?? this.#remember(requestId, request, type ?? 'Other', frameId);
    known.url = fromChromium(request.url);
    known.method = request.method;
    known.redirect = redirectResponse;
  }

  #remember(key: string, request: Protocol.Network.Request, type: Protocol.Network.ResourceType, frameId: string | undefined): Known {
    const known: Known = {
      id: nextRequestId(),
      url: fromChromium(request.url),
      method: request.method,
      type,
      frameId,
      response: undefined,
      redirect: undefined,
    };
    this.#known.set(key, known);
    return known;
  }

  #responded(key: string, response: Protocol.Network.Response): void {
    const known = this.#known.get(key);
    if (!known) return;
    known.response = response;
    this.#sender.session.webRequest.tell('onResponseStarted', this.#details(known, response));
  }

  #finished(key: string, errorText: string | undefined): void {
    const known = this.#known.get(key);
    this.#known.delete(key);
    if (!known) return;
    const event = errorText === undefined ? 'onCompleted' : 'onErrorOccurred';
    const error = errorText ?? 'net::OK';
    this.#sender.session.webRequest.tell(event, { ...this.#details(known, known.response), error });
  }

  #details(known: Known, response: Protocol.Network.Response | undefined) {
    const headers = Object.entries(response?.headers ?? {});
    const { page } = this.#sender;
    const lists = Object.fromEntries(headers.map(([name, value]) => [name, value.split('\n')]));
    return {
      id: known.id,
      url: known.url,
      method: known.method,
      resourceType: resourceTypeOf(known.type, known.frameId === page?.mainFrameId),
      referrer: '',
      timestamp: Date.now(),
      ...senderDetails(page, known.frameId),
      fromCache: response?.fromDiskCache ?? false,
      statusCode: response?.status ?? 0,
      statusLine: `HTTP/1.1 ${response?.status ?? 0} ${response?.statusText ?? ''}`.trim(),
      responseHeaders: headerLists(headerEntries(lists)),
      ip: response?.remoteIPAddress ?? '',
    };
  }
}
