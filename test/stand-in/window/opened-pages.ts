import type * as Electron from 'electron';
import { browser } from '../chromium/browser.ts';
import type { CdpConnection, CdpSession } from '../cdp/connection.ts';
import type { WindowRequest } from '../navigation/tracker.ts';
import { requestGate } from '../network/request-gate.ts';
import { RequestReports } from '../network/request-reports.ts';
import { sessionOfContext } from '../session/session.ts';
import { adoptedPage, BrowserWindow, type InnerOptions } from './browser-window.ts';
import { targets, type UnnamedPage, type WaitingPage } from './targets.ts';
import { WebContents } from './web-contents.ts';
import { WindowRequests } from './window-requests.ts';

/** Watches Chromium's pages from its start on, and decides about those that pages open: docs/api/window-open. */
export async function watchPages(connection: CdpConnection): Promise<void> {
  WindowRequests.onUnnamed = matchUnclaimed;
  await requestGate.open(connection.browser);
  await targets.watch(connection, {
    opened: (page, openerId) => void openedBy(page, openerId),
    openedByUnnamed: (page) => {
      unclaimed.add(page);
      matchUnclaimed();
    },
    stranger: (targetId, cdp, browserContextId) => requestsOfStranger(targetId, cdp, browserContextId),
    destroyed: (targetId) => {
      for (const page of unclaimed) if (page.targetId === targetId) unclaimed.delete(page);
      WebContents.fromDevToolsTargetId(targetId)?.targetGone();
    },
    crashed: (targetId) => WebContents.fromDevToolsTargetId(targetId)?.crashed(),
  });
}

/** Pages that some page has opened, held until we hear from which. */
const unclaimed = new Set<UnnamedPage>();

/** Finds for each of them the page in its session that has asked for a window; those of which nothing is known stay held. */
function matchUnclaimed(): void {
  for (const page of unclaimed) {
    const session = sessionOfContext(page.browserContextId);
    for (const contents of WebContents.getAllWebContents()) {
      const request = contents.session === session ? contents.windowRequests.takeUnnamed() : undefined;
      if (!request) continue;
      unclaimed.delete(page);
      decide(page, contents, request);
      break;
    }
  }
}

/** An opener that is gone takes with it what it wanted. */
async function openedBy(page: WaitingPage, openerId: string): Promise<void> {
  const contents = WebContents.fromDevToolsTargetId(openerId);
  const request = await contents?.windowRequests.next();
  if (contents && request && !contents.isDestroyed()) decide(page, contents, request);
  else close(page);
}

/** Asks the app, and makes a window for the page or closes it. */
function decide(page: WaitingPage, contents: WebContents, request: WindowRequest): void {
  const details = {
    url: request.url,
    frameName: request.frameName,
    features: request.features,
    disposition: request.disposition as Electron.HandlerDetails['disposition'],
    referrer: { url: contents.getURL(), policy: 'strict-origin-when-cross-origin' as const },
  };
  const answer = contents.openHandler?.(details) ?? { action: 'allow' as const };
  if (answer.action !== 'allow') {
    close(page);
    return;
  }
  targets.adopt(page);
  const given: Electron.BrowserWindowConstructorOptions = answer.overrideBrowserWindowOptions ?? {};
  const options: InnerOptions = {
    ...sizeOf(request.features),
    ...given,
    webPreferences: {
      ...inherited(contents.preferences),
      ...given.webPreferences,
      session: contents.session as unknown as Electron.Session,
    },
    [adoptedPage]: page,
  };
  const child = new BrowserWindow(options);
  contents.emit('did-create-window', child, { ...details, options });
}

/** Closes a page that the app does not want; what it asks for until it is gone is refused at the gate. */
function close({ targetId, cdp }: WaitingPage): void {
  requestGate.own(targetId, 'refused');
  cdp.tell('Runtime.runIfWaitingForDebugger');
  void browser.session().then((connection) => connection.tell('Target.closeTarget', { targetId }));
}

/** Their requests pass the listeners of the session they live in, as in Electron, but are no page's of the app. */
function requestsOfStranger(targetId: string, cdp: CdpSession, browserContextId: string | undefined): void {
  const session = sessionOfContext(browserContextId);
  const reports = new RequestReports({ session, page: undefined });
  const owner = { session, reports, page: undefined, cdp };
  reports.follow(cdp);
  cdp.on('Page.frameAttached', ({ frameId }) => requestGate.own(frameId, owner));
  cdp.tell('Network.enable', {});
  cdp.tell('Network.setUserAgentOverride', { userAgent: session.getUserAgent() });
  requestGate.own(targetId, owner);
}

/** A child is as safe as its opener: it takes over these preferences, and no preload script unless told so. */
function inherited(preferences: Electron.WebPreferences): Electron.WebPreferences {
  const { contextIsolation, sandbox, nodeIntegration, webSecurity, preload } = preferences;
  const all = { contextIsolation, sandbox, nodeIntegration, webSecurity, preload };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function sizeOf(features: string): Electron.BrowserWindowConstructorOptions {
  const read = (name: string): number | undefined => {
    const value = new RegExp(`(?:^|,)\\s*${name}=(\\d+)`).exec(features)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  const sizes = { width: read('width') ?? read('innerWidth'), height: read('height') ?? read('innerHeight'), x: read('left'), y: read('top') };
  return Object.fromEntries(Object.entries(sizes).filter(([, value]) => value !== undefined));
}
