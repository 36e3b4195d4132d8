import type { CdpSession, Protocol } from '../cdp/connection.ts';
import type { Session } from '../session/session.ts';
import { fulfilmentOf, requestOf } from './protocol-exchange.ts';
import { applyHeaders, headerEntries, headerLists, parseStatusLine } from './headers.ts';
import { RequestOwners, senderDetails, type RequestOwner, type Sender } from './request-owners.ts';
import { resourceTypeOf } from './resource-type.ts';
import { fromChromium, isOwnScheme, toChromium } from './scheme-map.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

/**
 * Every request of Chromium passes here before it is sent, and every hop of a redirect again: first the navigation events,
 * then the session's webRequest listeners, then its protocol handlers. It is the browser that holds the requests, not each
 * page: so nothing depends on whether a new page or a worker was met in time, and closing a page lets none of them go.
 */
class RequestGate {
  readonly #owners = new RequestOwners();
  readonly #sessions = new Set<Session>();
  #browser: CdpSession | undefined;

  /** Opens the gate, before there is any page. */
  async open(browser: CdpSession): Promise<void> {
    this.#browser = browser;
    browser.on('Fetch.requestPaused', (paused) => void this.#decide(paused).catch(() => this.#fail(paused, 'Failed')));
    await this.#enable();
  }

  /** Says who sends from this frame or worker, by Chromium's id; until then its requests wait. */
  own(id: string, sender: Sender): void {
    this.#owners.set(id, sender);
  }

  /** Asks this session's listeners from now on. */
  add(session: Session): void {
    this.#sessions.add(session);
  }

  /** Told when listeners of a session changed. */
  rulesChanged(): void {
    this.#enable().catch(() => undefined);
  }

  async #enable(): Promise<void> {
    const patterns: Protocol.Fetch.RequestPattern[] = [{ urlPattern: '*', requestStage: 'Request' }];
    const wanted = [...this.#sessions].some((session) => session.webRequest.wants('onHeadersReceived'));
    if (wanted) patterns.push({ urlPattern: '*', requestStage: 'Response' });
    await this.#browser?.send('Fetch.enable', { patterns });
  }

  get #cdp(): CdpSession {
    if (!this.#browser) throw new Error('The gate is not open yet.');
    return this.#browser;
  }

  async #decide(paused: Paused): Promise<void> {
    const sender = await this.#owners.of(paused.frameId);
    if (sender === 'refused') return this.#fail(paused, 'Aborted');
    if (paused.responseErrorReason !== undefined) return this.#cdp.tell('Fetch.continueRequest', { requestId: paused.requestId });
    if (paused.responseStatusCode !== undefined) return this.#response(paused, sender, paused.responseStatusCode);
    return this.#request(paused, sender);
  }

  async #request(paused: Paused, owner: RequestOwner): Promise<void> {
    const url = fromChromium(paused.request.url);
    const { session, page } = owner;
    if (isUnaskedIcon(paused)) return this.#fail(paused, 'BlockedByClient');
    if (paused.resourceType === 'Document') {
      const isRedirect = paused.redirectedRequestId !== undefined;
      if (isRedirect) owner.reports.redirect(paused);
      if (page && !page.navigation.beforeRequest({ frameId: paused.frameId, url, isRedirect })) return this.#fail(paused, 'Aborted');
    } else if (paused.redirectedRequestId !== undefined) {
      owner.reports.redirect(paused);
    }

    const details = requestDetails(paused, owner, url);
    const before = await session.webRequest.ask('onBeforeRequest', { ...details, uploadData: uploadData(paused) });
    if (before.cancel) return this.#fail(paused, 'BlockedByClient');
    if (before.redirectURL !== undefined && before.redirectURL !== url) return this.#redirect(paused, before.redirectURL);

    const requestHeaders = applyHeaders(paused.request.headers, {});
    const sending = await session.webRequest.ask('onBeforeSendHeaders', { ...details, requestHeaders: { ...requestHeaders } });
    if (sending.cancel) return this.#fail(paused, 'BlockedByClient');
    const headers = sending.requestHeaders ?? requestHeaders;
    session.webRequest.tell('onSendHeaders', { ...details, requestHeaders: headers });

    const handler = session.protocol.handlerOf(url);
    if (handler) return this.#answer(paused, url, async () => handler(await requestOf(owner.cdp, paused, url, headers)));
    if (isOwnScheme(schemeOf(url))) return this.#fail(paused, 'Failed');
    const changed = sending.requestHeaders !== undefined;
    await this.#cdp.send('Fetch.continueRequest', {
      requestId: paused.requestId,
      ...(changed ? { headers: headerEntries(headers) } : {}),
    });
  }

  async #answer(paused: Paused, url: string, respond: () => Promise<Response>): Promise<void> {
    const fulfilment = await fulfilmentOf(await respond(), url);
    if (!fulfilment) return this.#fail(paused, 'Failed');
    await this.#cdp.send('Fetch.fulfillRequest', { requestId: paused.requestId, ...fulfilment });
  }

  async #response(paused: Paused, owner: RequestOwner, status: number): Promise<void> {
    const url = fromChromium(paused.request.url);
    const statusLine = `HTTP/1.1 ${status} ${paused.responseStatusText ?? ''}`.trim();
    const responseHeaders = headerLists(paused.responseHeaders ?? []);
    const details = { ...requestDetails(paused, owner, url), statusLine, statusCode: status, responseHeaders };
    const answer = await owner.session.webRequest.ask('onHeadersReceived', details);
    if (answer.cancel) return this.#fail(paused, 'BlockedByClient');
    if (!answer.responseHeaders && answer.statusLine === undefined) {
      return this.#cdp.tell('Fetch.continueResponse', { requestId: paused.requestId });
    }
    const line = parseStatusLine(answer.statusLine ?? statusLine);
    const isRedirect = status >= 300 && status < 400;
    const { requestId } = paused;
    // Chromium reads policies from new headers only when it gets the whole response anew; the body is decoded by then.
    const { body } = isRedirect ? { body: '' } : await this.#cdp.send('Fetch.getResponseBody', { requestId }).then(asBase64);
    await this.#cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: line.code,
      ...(line.phrase === '' ? {} : { responsePhrase: line.phrase }),
      responseHeaders: headerEntries(answer.responseHeaders ?? responseHeaders).filter(({ name }) => !/^content-(encoding|length)$/i.test(name)),
      body,
    });
  }

  #redirect(paused: Paused, target: string): void {
    this.#cdp.tell('Fetch.fulfillRequest', {
      requestId: paused.requestId,
      responseCode: 307,
      responsePhrase: 'Internal Redirect',
      responseHeaders: [{ name: 'Location', value: toChromium(target) }],
    });
  }

  #fail(paused: Paused, errorReason: Protocol.Network.ErrorReason): void {
    this.#cdp.tell('Fetch.failRequest', { requestId: paused.requestId, errorReason });
  }
}

/** The gate of this process's Chromium. */
export const requestGate = new RequestGate();

/** What every listener of webRequest is told of a request. */
function requestDetails(paused: Paused, { page, reports }: RequestOwner, url: string) {
  return {
    ...reports.identify(paused),
    url,
    method: paused.request.method,
    resourceType: resourceTypeOf(paused.resourceType, paused.frameId === page?.mainFrameId),
    referrer: fromChromium(paused.request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
    ...senderDetails(page, paused.frameId),
  };
}

function asBase64(got: { body: string; base64Encoded: boolean }): { body: string } {
  return { body: got.base64Encoded ? got.body : Buffer.from(got.body).toString('base64') };
}

/** Electron's pages have no tab, so nobody fetches an icon for it. */
function isUnaskedIcon(paused: Paused): boolean {
  return paused.resourceType === 'Other' && paused.request.url.endsWith('/favicon.ico');
}

function schemeOf(url: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

function uploadData(paused: Paused): { bytes: Buffer }[] {
  return (paused.request.postDataEntries ?? []).map((entry) => ({ bytes: Buffer.from(entry.bytes ?? '', 'base64') }));
}
