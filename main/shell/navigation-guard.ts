import type { App, BrowserWindow, Session, WebContents, WindowOpenHandlerResponse } from 'electron';
import type { StationLog } from '../station/index.ts';
import { isOurPage, originOf } from './app-address.ts';

/** A frame on its way to another document. */
export interface Navigation {
  url: string;
  isMainFrame: boolean;
}

/** Where the pages of one session may go. Asked at each event, once for each step of a navigation. */
export interface NavigationPolicy {
  /** A page, a link or a server wants to take a frame elsewhere; false keeps it where it is, and no request leaves. */
  mayGo(contents: WebContents, navigation: Navigation): boolean;
  /** A page wants a window. What is allowed has this policy too, before its first event. */
  mayOpen(contents: WebContents, url: string): WindowOpenHandlerResponse;
  /** An allowed window is there. */
  opened(window: BrowserWindow): void;
  /** A navigation has begun, by whomever, and can no longer be kept back here. */
  began(contents: WebContents, navigation: Navigation): void;
}

/**
 * The one place that decides where pages may go. Without a policy for their session: nowhere. A page of ours stays the
 * document it is, which it may load anew, opens no window and holds no other page (docs/tutorial/security, 12 to 14). What
 * main itself loads is not asked for here.
 */
export interface NavigationGuard {
  /**
   * The pages that this session gets from now on follow a policy, from their first event to their last. What it returns
   * ends that: those that are left go nowhere.
   */
  follow(session: Session, policy: NavigationPolicy): () => void;
}

/** Guards every contents from its first event on. Call it before the first window is opened. */
export function guardNavigation(app: App, log: StationLog): NavigationGuard {
  // By session, since a window that a page opens has the session of its opener before any event tells of it. Looked up
  // once: what a page of one login still does when it is taken away must not count in the next one.
  const policies = new Map<Session, { current: NavigationPolicy | undefined }>();
  app.on('web-contents-created', (_event, contents) => {
    const followed = policies.get(contents.session);
    guard(contents, () => followed?.current, log);
  });
  return {
    follow(session, policy) {
      const followed: { current: NavigationPolicy | undefined } = { current: policy };
      policies.set(session, followed);
      return () => {
        followed.current = undefined;
        if (policies.get(session) === followed) policies.delete(session);
      };
    },
  };
}

type NavigationEvent = Navigation & { preventDefault(): void };

function guard(contents: WebContents, policy: () => NavigationPolicy | undefined, log: StationLog): void {
  const refuse = (event: NavigationEvent, what: string): void => {
    event.preventDefault();
    log.warn({ what, to: originOf(event.url) }, 'Refused a navigation');
  };
  const ask = (event: NavigationEvent, what: string): void => {
    const { url, isMainFrame } = event;
    if (policy() === undefined && what !== 'redirect' && isLoadedAnew(contents, event)) return;
    if (policy()?.mayGo(contents, { url, isMainFrame }) !== true) refuse(event, what);
  };
  contents.on('will-frame-navigate', (event) => {
    // will-navigate follows for the main frame and asks then.
    if (!event.isMainFrame || policy() === undefined) ask(event, 'frame');
  });
  contents.on('will-navigate', (event) => ask(event, 'page'));
  contents.on('will-redirect', (event) => ask(event, 'redirect'));
  contents.on('did-start-navigation', ({ url, isMainFrame, isSameDocument }) => {
    if (!isSameDocument) policy()?.began(contents, { url, isMainFrame });
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('did-create-window', (window) => policy()?.opened(window));
  contents.setWindowOpenHandler(({ url }) => {
    const answer = policy()?.mayOpen(contents, url) ?? { action: 'deny' };
    if (answer.action === 'deny') log.warn({ what: 'window', to: originOf(url) }, 'Refused a navigation');
    return answer;
  });
}

/** A page of ours that has failed offers to load itself again. */
function isLoadedAnew(contents: WebContents, { url, isMainFrame }: Navigation): boolean {
  return isMainFrame && isOurPage(url) && withoutFragment(url) === withoutFragment(contents.getURL());
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}
