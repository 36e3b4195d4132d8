import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents, WindowOpenHandlerResponse } from 'electron';
import type { LoginWindowEvent, LoginWindowRequest } from '../../sessions/index.ts';
import type { StationLog } from '../../station/index.ts';
import type { NavigationPolicy } from '../navigation-guard.ts';
import { judgeNavigation, judgeRequest, type LoginRules } from './login-rules.ts';

/** The windows in which a login takes place, as far as its course has a hand in them. */
export interface LoginStage {
  /** The provider's page itself; all others are windows that pages have opened. */
  readonly page: WebContents;
  /** Shows, or hides, everything of the provider. */
  show(): void;
  hide(): void;
  load(contents: WebContents, address: string): void;
  /** How a window that a page wants may be opened; null when there are too many. */
  popupOptions(host: string): BrowserWindowConstructorOptions | null;
  adopt(popup: BrowserWindow): void;
  closePopup(contents: WebContents): void;
  /** Takes everything of the provider away for good. */
  clear(): void;
}

/** The request of a page, as far as it is judged. */
export interface PageRequest {
  url: string;
  resourceType: string;
  webContents?: WebContents;
}

/** What happens in a login window and what follows from it. Its first ending is the last thing it tells. */
export interface LoginCourse extends NavigationPolicy {
  start(): void;
  /** Before any request of the partition is sent. */
  maySend(request: PageRequest): boolean;
  navigated(contents: WebContents, address: string): void;
  loadFailed(contents: WebContents, failure: { code: number; name: string; url: string; isMainFrame: boolean }): void;
  certificateRefused(failure: { name: string; url: string; isMainFrame: boolean }): void;
  crashed(contents: WebContents, reason: string): void;
  /** The person closed the window. */
  closed(): void;
  goBack(): void;
  goOn(): void;
  /** Ends it without a word. */
  end(): void;
}

/** A person may click twice; a server that turns https back to http goes on for ever. */
const mostUpgrades = 5;

/** Chromium's numbers of errors (net/base/net_error_list.h). */
const aborted = -3;
const blockedByClient = -20;
const isAboutCertificate = (code: number): boolean => code <= -200 && code > -300;

export function createLoginCourse(request: LoginWindowRequest, stage: LoginStage, log: StationLog): LoginCourse {
  const addressHost = URL.parse(request.address)?.hostname ?? '';
  const sites = [...request.sites, addressHost];
  const rules: LoginRules = { returnAddress: request.returnAddress, sites, localOrigin: request.localOrigin };
  /** How often addresses were turned to https since a page last showed; a server that turns them back would never end. */
  const upgraded = new Map<string, number>();
  let isOver = false;
  let shown: Extract<LoginWindowEvent, { kind: 'page' }> | null = null;
  /** Where a page wanted to go when it was stopped: `contents` asked for it, `target` would go. */
  let wish: { contents: WebContents; target: WebContents; address: string } | null = null;

  function finish(event: LoginWindowEvent | null): void {
    if (isOver) return;
    isOver = true;
    wish = null;
    stage.clear();
    log.info({ kind: event?.kind ?? 'ended', host: event !== null && 'host' in event ? event.host : undefined }, 'The login window is done');
    if (event !== null) request.onEvent(event);
  }

  function stop(contents: WebContents, target: WebContents, address: string): void {
    if (wish !== null) return;
    wish = { contents, target, address };
    stage.hide();
    // Without a port: a person answers for a site, whatever its port.
    const host = URL.parse(address)?.hostname ?? '';
    log.info({ host }, 'The login stopped before a site that is not known');
    request.onEvent({ kind: 'stopped', host });
  }

  /** Carries out what is to become of a navigation; true when it may go on by itself. */
  function decide(contents: WebContents, address: string, isMainFrame: boolean): boolean {
    if (isOver) return false;
    const verdict = judgeNavigation(address, isMainFrame, rules);
    if (verdict === 'returned') finish({ kind: 'returned', address });
    else if (verdict === 'foreign-return') finish({ kind: 'foreign-return' });
    // A page that was stopped stays where it is until a person has decided.
    else if (isMainFrame && wish?.contents === contents) return false;
    else if (verdict === 'upgrade') upgrade(contents, address);
    else if (verdict === 'unknown-site') stop(contents, contents, address);
    else if (verdict === 'refused') refuse(contents, address, isMainFrame);
    return verdict === 'go';
  }

  /** What was asked for by http is loaded by https, by us: as a page's form it would lose its fields either way. */
  function upgrade(contents: WebContents, address: string): void {
    const secure = address.replace(/^http:/i, 'https:');
    const times = (upgraded.get(secure) ?? 0) + 1;
    if (times > mostUpgrades) return finish({ kind: 'load-failed', host: hostOf(address), networkCode: 'ERR_TOO_MANY_REDIRECTS' });
    upgraded.set(secure, times);
    if (decide(contents, secure, true)) stage.load(contents, secure);
  }

  /** Without a page there would be nothing to see and nothing to wait for. */
  function refuse(contents: WebContents, address: string, isMainFrame: boolean): void {
    const host = hostOf(address);
    log.warn({ host }, 'Refused an address in a login');
    if (isMainFrame && contents === stage.page && shown === null) finish({ kind: 'load-failed', host, networkCode: 'ERR_BLOCKED_BY_CLIENT' });
  }

  function start(): void {
    if (decide(stage.page, request.address, true)) stage.load(stage.page, request.address);
  }

  function showAgain(): void {
    if (shown === null) return;
    stage.show();
    request.onEvent(shown);
  }

  const deny: WindowOpenHandlerResponse = { action: 'deny' };

  return {
    start,
    mayGo: (contents, { url, isMainFrame }) => decide(contents, url, isMainFrame),
    mayOpen(contents, url) {
      if (isOver || wish !== null) return deny;
      const address = url === '' ? 'about:blank' : url;
      const verdict = judgeNavigation(address, true, rules);
      if (verdict === 'returned' || verdict === 'foreign-return') decide(contents, address, true);
      if (verdict === 'unknown-site') stop(contents, stage.page, address);
      const options = verdict === 'go' ? stage.popupOptions(hostOf(address)) : null;
      return options === null ? deny : { action: 'allow', overrideBrowserWindowOptions: options };
    },
    opened: (window) => stage.adopt(window),
    began(contents, { url, isMainFrame }) {
      const verdict = judgeNavigation(url, isMainFrame, rules);
      if (verdict === 'returned' || verdict === 'foreign-return') decide(contents, url, isMainFrame);
    },
    maySend({ url, resourceType, webContents }) {
      // What a page of an earlier login had under way is no word of this one.
      if (isOver || webContents?.isDestroyed() === true) return false;
      const isFrame = resourceType === 'mainFrame' || resourceType === 'subFrame';
      const isAllowed = judgeRequest(url, rules) === 'send';
      if (isFrame && webContents !== undefined) return decide(webContents, url, resourceType === 'mainFrame') && isAllowed;
      if (!isAllowed) log.warn({ host: hostOf(url), resourceType }, 'Refused a request in a login');
      return isAllowed;
    },
    navigated(contents, address) {
      upgraded.clear();
      const url = URL.parse(address);
      if (isOver || contents !== stage.page || url === null || !/^https?:$/.test(url.protocol)) return;
      shown = { kind: 'page', host: url.host, isSecure: url.protocol === 'https:' };
      if (wish === null) showAgain();
    },
    loadFailed(contents, { code, name, url, isMainFrame }) {
      if (isOver || !isMainFrame || code === aborted || code === blockedByClient) return;
      const networkCode = nameOfError(name);
      log.warn({ host: hostOf(url), networkCode }, 'A page of a login could not be loaded');
      if (isAboutCertificate(code)) finish({ kind: 'certificate', host: hostOf(url), networkCode });
      else if (contents === stage.page) finish({ kind: 'load-failed', host: hostOf(url), networkCode });
      else stage.closePopup(contents);
    },
    certificateRefused({ name, url, isMainFrame }) {
      if (isMainFrame) finish({ kind: 'certificate', host: hostOf(url), networkCode: nameOfError(name) });
    },
    crashed(contents, reason) {
      if (isOver || reason === 'clean-exit') return;
      log.error({ reason }, 'A page of a login has died');
      if (contents === stage.page) finish({ kind: 'crashed' });
      else stage.closePopup(contents);
    },
    closed: () => finish({ kind: 'closed' }),
    goBack() {
      if (wish === null) return;
      upgraded.clear();
      wish = null;
      // Stopped before its first page: there is none to go back to, so it begins anew.
      if (shown === null) start();
      else showAgain();
    },
    goOn() {
      if (wish === null) return;
      const { target, address } = wish;
      upgraded.clear();
      wish = null;
      sites.push(URL.parse(address)?.hostname ?? '');
      showAgain();
      stage.load(target.isDestroyed() ? stage.page : target, address);
    },
    end: () => finish(null),
  };
}

/** All that is ever told of an address: its host, with its port if that is not the usual one. */
function hostOf(address: string): string {
  return URL.parse(address)?.host ?? '';
}

function nameOfError(text: string): string {
  return text.replace(/^net::/, '') || 'ERR_FAILED';
}
