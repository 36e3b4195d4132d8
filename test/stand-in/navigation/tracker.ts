import type { EventEmitter } from 'node:events';
import type { CdpSession, Protocol } from '../cdp/connection.ts';
import { preventable } from '../events/preventable.ts';
import { guarded, NotInTheStandIn } from '../guard/missing.ts';
import { fromChromium, isOwnScheme } from '../network/scheme-map.ts';
import type { FrameTree, WebFrameMain } from '../window/web-frame-main.ts';
import { netError } from './error-codes.ts';

/** One request of a navigation, before it is sent. */
export interface NavigationRequest {
  frameId: string;
  /** As the app knows it. */
  url: string;
  /** A hop after a server's redirect. */
  isRedirect: boolean;
}

/** A window that a page asks for: by window.open, by a link's target, by a click with Shift or the middle button. */
export interface WindowRequest {
  url: string;
  frameName: string;
  features: string;
  disposition: string;
}

/**
 * Turns what Chromium tells of one page's navigations into webContents events, in the order of docs/api/web-contents:
 * did-start-loading, did-start-navigation, will-frame-navigate, will-navigate, then per hop will-redirect and
 * did-redirect-navigation, then did-frame-navigate, did-navigate, dom-ready, did-finish-load, did-stop-loading.
 */
export class NavigationTracker {
  /** Address of the last committed document of the top frame, as the app knows it. */
  url = '';
  isLoading = false;
  /** Called for a page's request to go to an own scheme, which Chromium itself would refuse to load. */
  onOwnScheme: ((url: string) => void) | undefined;
  /** Called with whether Chromium will name this page as the opener of the new one. */
  onWindowRequest: ((request: WindowRequest, isOpener: boolean) => void) | undefined;
  readonly #contents: EventEmitter;
  readonly #frames: FrameTree;
  /** By frame: where a script, link or form of a page wants to go. What the app itself loads is not here. */
  readonly #askedByPage = new Map<string, string>();
  readonly #responses = new Map<string, Protocol.Network.Response>();
  readonly #failures = new Map<string, string>();
  /** By loader: navigations that have started and neither committed nor failed. */
  readonly #running = new Map<string, { frameId: string; url: string }>();
  #showsError = false;

  constructor(contents: EventEmitter, frames: FrameTree) {
    this.#contents = contents;
    this.#frames = frames;
  }

  /** Follows a page from now on. */
  follow(cdp: CdpSession): void {
    cdp.on('Page.frameAttached', ({ frameId, parentFrameId }) => void this.#frames.add(frameId, parentFrameId));
    cdp.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') this.#frames.remove(frameId);
    });
    cdp.on('Page.frameRequestedNavigation', (asked) => this.#asked(asked));
    cdp.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      const features = windowFeatures.join(',');
      const disposition = features === '' ? 'foreground-tab' : 'new-window';
      this.onWindowRequest?.({ url: fromChromium(url), frameName: windowName, features, disposition }, true);
    });
    cdp.on('Page.frameStartedNavigating', (started) => this.#started(started));
    cdp.on('Page.frameNavigated', ({ frame }) => this.#committed(frame));
    cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => this.#movedWithinDocument(frameId, fromChromium(url)));
    cdp.on('Page.domContentEventFired', () => {
      if (!this.#showsError) this.#contents.emit('dom-ready', preventable());
    });
    cdp.on('Page.loadEventFired', () => this.#loaded());
    cdp.on('Page.frameStartedLoading', ({ frameId }) => {
      if (this.#isMain(frameId)) this.#setLoading(true);
    });
    cdp.on('Page.frameStoppedLoading', ({ frameId }) => this.#stopped(frameId));
    cdp.on('Network.responseReceived', ({ type, requestId, response }) => {
      if (type === 'Document') this.#responses.set(requestId, response);
    });
    cdp.on('Network.loadingFailed', ({ type, requestId, errorText }) => {
      if (type === 'Document') this.#requestFailed(requestId, errorText);
    });
  }

  /** Tells of a navigation's request before it leaves; false when the app prevented it. */
  beforeRequest(request: NavigationRequest): boolean {
    const details = this.#details(request.frameId, request.url, false);
    if (request.isRedirect) {
      if (!this.#emitPreventable('will-redirect', details)) return false;
      this.#emit('did-redirect-navigation', details);
      return true;
    }
    const asked = this.#askedByPage.get(request.frameId);
    this.#askedByPage.delete(request.frameId);
    if (asked === undefined || withoutHash(asked) !== withoutHash(request.url)) return true;
    return this.#mayNavigate(details);
  }

  #mayNavigate(details: NavigationDetails): boolean {
    if (!this.#emitPreventable('will-frame-navigate', details)) return false;
    return !details.isMainFrame || this.#emitPreventable('will-navigate', details);
  }

  #asked({ frameId, url, disposition }: Protocol.Page.frameRequestedNavigationPayload): void {
    const known = fromChromium(url);
    if (disposition !== 'currentTab') {
      if (disposition === 'download') return;
      const name = disposition === 'newTab' ? 'foreground-tab' : 'new-window';
      this.onWindowRequest?.({ url: known, frameName: '', features: '', disposition: name }, false);
      return;
    }
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1] ?? '';
    if (!isOwnScheme(scheme)) {
      this.#askedByPage.set(frameId, known);
      return;
    }
    const details = this.#details(frameId, known, false);
    if (details.isMainFrame && this.#mayNavigate(details)) this.onOwnScheme?.(known);
  }

  #started({ frameId, url, loaderId, navigationType }: Protocol.Page.frameStartedNavigatingPayload): void {
    if (navigationType === 'sameDocument' || navigationType === 'historySameDocument') return;
    this.#running.set(loaderId, { frameId, url: fromChromium(url) });
    if (this.#isMain(frameId)) this.#setLoading(true);
    this.#emit('did-start-navigation', this.#details(frameId, fromChromium(url), false));
  }

  #committed(frame: Protocol.Page.Frame): void {
    this.#running.delete(frame.loaderId);
    const known = this.#frames.add(frame.id, frame.parentId);
    const isMain = frame.parentId === undefined;
    const error = this.#failures.get(frame.loaderId);
    const response = this.#responses.get(frame.loaderId);
    this.#failures.delete(frame.loaderId);
    this.#responses.delete(frame.loaderId);
    known.committed(frame.unreachableUrl ?? frame.url, frame.name ?? '');
    if (isMain) {
      this.url = `${known.url}${frame.urlFragment ?? ''}`;
      this.#showsError = frame.unreachableUrl !== undefined;
    }
    if (frame.unreachableUrl !== undefined) {
      this.#failed(known, known.url, error ?? 'net::ERR_FAILED');
      return;
    }
    const status = [response?.status ?? (isWeb(frame.url) ? 200 : -1), response?.statusText ?? ''] as const;
    this.#contents.emit('did-frame-navigate', preventable(), known.url, ...status, isMain, known.processId, known.routingId);
    if (isMain) this.#contents.emit('did-navigate', preventable(), this.url, ...status);
  }

  /** What was aborted commits nothing, not even an error page; other failures are told when their error page is there. */
  #requestFailed(loaderId: string, errorText: string): void {
    this.#failures.set(loaderId, errorText);
    const navigation = this.#running.get(loaderId);
    const frame = this.#frames.get(navigation?.frameId ?? '');
    if (!navigation || !frame || errorText !== 'net::ERR_ABORTED') return;
    this.#running.delete(loaderId);
    this.#failures.delete(loaderId);
    this.#failed(frame, navigation.url, errorText);
  }

  /** A cancelled load is no failure: only did-fail-provisional-load tells of it. */
  #failed(frame: WebFrameMain, url: string, errorText: string): void {
    const { errno, code } = netError(errorText);
    const facts = [errno, code, url, frame.parent === null, frame.processId, frame.routingId] as const;
    if (code.startsWith('ERR_CERT_')) this.#refusedCertificate(url, code, frame.parent === null);
    this.#contents.emit('did-fail-provisional-load', preventable(), ...facts);
    if (code !== 'ERR_ABORTED') this.#contents.emit('did-fail-load', preventable(), ...facts);
  }

  /** A bad certificate is refused, whatever a listener says: allowing one is not in the stand-in. */
  #refusedCertificate(url: string, code: string, isMainFrame: boolean): void {
    const answer = (trusted: boolean): void => {
      if (trusted) throw new NotInTheStandIn('certificate-error: callback(true)');
    };
    const certificate = guarded('Certificate', {});
    this.#contents.emit('certificate-error', preventable(), url, `net::${code}`, certificate, answer, isMainFrame);
  }

  #movedWithinDocument(frameId: string, url: string): void {
    const frame = this.#frames.get(frameId);
    const isMain = this.#isMain(frameId);
    this.#emit('did-start-navigation', this.#details(frameId, url, true));
    if (frame) frame.url = withoutHash(url);
    if (isMain) this.url = url;
    this.#contents.emit('did-navigate-in-page', preventable(), url, isMain, frame?.processId ?? 1, frame?.routingId ?? 0);
  }

  #loaded(): void {
    if (this.#showsError) return;
    const frame = this.#frames.main;
    this.#contents.emit('did-frame-finish-load', preventable(), true, frame?.processId ?? 1, frame?.routingId ?? 0);
    this.#contents.emit('did-finish-load', preventable());
  }

  #stopped(frameId: string): void {
    if (this.#isMain(frameId)) {
      this.#setLoading(false);
      return;
    }
    const frame = this.#frames.get(frameId);
    if (frame) this.#contents.emit('did-frame-finish-load', preventable(), false, frame.processId, frame.routingId);
  }

  #setLoading(loading: boolean): void {
    if (loading === this.isLoading) return;
    this.isLoading = loading;
    this.#contents.emit(loading ? 'did-start-loading' : 'did-stop-loading', preventable());
  }

  #details(frameId: string, url: string, isSameDocument: boolean): NavigationDetails {
    const frame = this.#frames.get(frameId) ?? null;
    return { url, isSameDocument, isMainFrame: this.#isMain(frameId), frame, initiator: frame };
  }

  #isMain(frameId: string): boolean {
    return this.#frames.main?.frameToken === frameId;
  }

  #emit(name: string, details: NavigationDetails): void {
    this.#contents.emit(name, preventable(details), ...deprecatedArguments(details));
  }

  #emitPreventable(name: string, details: NavigationDetails): boolean {
    const event = preventable(details);
    this.#contents.emit(name, event, ...deprecatedArguments(details));
    return !event.defaultPrevented;
  }
}

interface NavigationDetails {
  url: string;
  isSameDocument: boolean;
  isMainFrame: boolean;
  frame: WebFrameMain | null;
  initiator: WebFrameMain | null;
}

/** The positional arguments of older versions, which Electron still passes. */
function deprecatedArguments(details: NavigationDetails): unknown[] {
  const { url, isSameDocument, isMainFrame, frame } = details;
  return [url, isSameDocument, isMainFrame, frame?.processId ?? 1, frame?.routingId ?? 0];
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, '');
}

function isWeb(url: string): boolean {
  return /^https?:/i.test(url);
}
