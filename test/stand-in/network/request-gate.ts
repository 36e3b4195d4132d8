import type { CdpSession, Protocol } from '../cdp/connection.ts';
import type { NavigationTracker } from '../navigation/tracker.ts';
import type { Session } from '../session/session.ts';
import { fulfilmentOf, requestOf } from './protocol-exchange.ts';
import { applyHeaders, headerEntries, headerLists, parseStatusLine } from './headers.ts';
import { RequestReports } from './request-reports.ts';
import { resourceTypeOf } from './resource-type.ts';
import { fromChromium, isOwnScheme, toChromium } from './scheme-map.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

/** Whose requests they are. */
export interface GatedPage {
  id: number;
  contents: unknown;
  session: Session;
  navigation: NavigationTracker;
  /** Chromium's id of the top frame. */
  mainFrameId: string;
}

/**
 * Every request of a page passes here before it is sent, and every hop of a redirect again: first the navigation events,
 * then the session's webRequest listeners, then its protocol handlers.
 */
export class RequestGate {
  readonly #cdp: CdpSession;
  readonly #page: GatedPage;
  readonly #reports: RequestReports;

  constructor(cdp: CdpSession, page: GatedPage) {
    this.#cdp = cdp;
    this.#page = page;
    this.#reports = new RequestReports(cdp, page);
    cdp.on('Fetch.requestPaused', (paused) => void this.#decide(paused).catch(() => this.#fail(paused, 'Failed')));
  }

  /** Opens the gate, or adapts it when the session's listeners changed. */
  async open(): Promise<void> {
    const patterns: Protocol.Fetch.RequestPattern[] = [{ urlPattern: '*', requestStage: 'Request' }];
    if (this.#page.session.webRequest.wants('onHeadersReceived')) patterns.push({ urlPattern: '*', requestStage: 'Response' });
    await this.#cdp.send('Fetch.enable', { patterns });
  }

  async #decide(paused: Paused): Promise<void> {
    if (paused.responseErrorReason !== undefined) return this.#cdp.tell('Fetch.continueRequest', { requestId: paused.requestId });
    if (paused.responseStatusCode !== undefined) return this.#response(paused, paused.responseStatusCode);
    return this.#request(paused);
  }

  async #request(paused: Paused): Promise<void> {
    const url = fromChromium(paused.request.url);
    const { session, navigation } = this.#page;
    if (isUnaskedIcon(paused)) return this.#fail(paused, 'BlockedByClient');
    if (paused.resourceType === 'Document') {
      const isRedirect = paused.redirectedRequestId !== undefined;
      if (isRedirect) this.#reports.redirect(paused);
      if (!navigation.beforeRequest({ frameId: paused.frameId, url, isRedirect })) return this.#fail(paused, 'Aborted');
    } else if (paused.redirectedRequestId !== undefined) {
      this.#reports.redirect(paused);
    }

    const details = this.#details(paused, url);
    const before = await session.webRequest.ask('onBeforeRequest', { ...details, uploadData: uploadData(paused) });
    if (before.cancel) return this.#fail(paused, 'BlockedByClient');
    if (before.redirectURL !== undefined && before.redirectURL !== url) return this.#redirect(paused, before.redirectURL);

    const requestHeaders = this.#requestHeaders(paused);
    const sending = await session.webRequest.ask('onBeforeSendHeaders', { ...details, requestHeaders: { ...requestHeaders } });
    if (sending.cancel) return this.#fail(paused, 'BlockedByClient');
    const headers = sending.requestHeaders ?? requestHeaders;
    session.webRequest.tell('onSendHeaders', { ...details, requestHeaders: headers });

    const handler = session.protocol.handlerOf(url);
    if (handler) return this.#answer(paused, url, async () => handler(await requestOf(this.#cdp, paused, url, headers)));
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

  async #response(paused: Paused, status: number): Promise<void> {
    const url = fromChromium(paused.request.url);
    const statusLine = `HTTP/1.1 ${status} ${paused.responseStatusText ?? ''}`.trim();
    const responseHeaders = headerLists(paused.responseHeaders ?? []);
    const details = { ...this.#details(paused, url), statusLine, statusCode: status, responseHeaders };
    const answer = await this.#page.session.webRequest.ask('onHeadersReceived', details);
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

  #requestHeaders(paused: Paused): Record<string, string> {
    return applyHeaders(paused.request.headers, {});
  }

  #details(paused: Paused, url: string) {
    const isMain = paused.frameId === this.#page.mainFrameId;
    return {
      ...this.#reports.identify(paused),
      url,
      method: paused.request.method,
      resourceType: resourceTypeOf(paused.resourceType, isMain),
      referrer: fromChromium(paused.request.headers['Referer'] ?? ''),
      timestamp: Date.now(),
      webContentsId: this.#page.id,
      webContents: this.#page.contents,
    };
  }
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
