import { browser } from '../chromium/browser.ts';
import { startPage } from '../chromium/switches.ts';
import type { CdpConnection, CdpSession, Protocol } from '../cdp/connection.ts';

type TargetInfo = Protocol.Target.TargetInfo;

/** A page that Chromium has made and that waits, before its first request, for what we say. */
export interface WaitingPage {
  targetId: string;
  cdp: CdpSession;
}

/** A page that names no opener, in one of Chromium's contexts. */
export interface UnnamedPage extends WaitingPage {
  browserContextId: string | undefined;
}

export interface TargetListeners {
  /** A page opened by another page. */
  opened(page: WaitingPage, openerId: string): void;
  /** A page that a page has opened without being named as its opener. */
  openedByUnnamed(page: UnnamedPage): void;
  /** A test tool's page, or a worker that belongs to no single page. */
  stranger(targetId: string, cdp: CdpSession, browserContextId: string | undefined): void;
  destroyed(targetId: string): void;
  crashed(targetId: string): void;
}

/** Watches Chromium's pages: tells ours from those that pages open, and those of nobody. */
class Targets {
  readonly #known = new Set<string>();
  /** Pages without an opener while we make some ourselves: one of them may be ours. */
  readonly #waiting = new Map<string, { page: WaitingPage; info: TargetInfo }>();
  readonly #claims = new Map<string, (page: WaitingPage) => void>();
  #listeners: TargetListeners | undefined;
  #creating = 0;
  /** The window without tabs that a visible Chromium starts with, until somebody takes it. */
  #startWindow: Promise<WaitingPage> | undefined;

  /** Starts to watch; every new page is held until we let it run. */
  async watch(connection: CdpConnection, listeners: TargetListeners): Promise<void> {
    this.#listeners = listeners;
    const cdp = connection.browser;
    cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => this.#attached(connection.session(sessionId), targetInfo));
    cdp.on('Target.targetDestroyed', ({ targetId }) => listeners.destroyed(targetId));
    cdp.on('Target.targetCrashed', ({ targetId }) => listeners.crashed(targetId));
    await cdp.send('Target.setDiscoverTargets', { discover: true });
    await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  }

  /** Makes a page of our own. */
  async create(parameters: Omit<Protocol.Target.createTargetParameters, 'url'>, mayBeFirst = true): Promise<WaitingPage> {
    const cdp = await browser.session();
    const start = parameters.browserContextId === undefined && mayBeFirst ? this.#startWindow : undefined;
    if (start) {
      this.#startWindow = undefined;
      const page = await start;
      this.#known.add(page.targetId);
      return page;
    }
    this.#creating += 1;
    try {
      const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank', ...parameters });
      this.#known.add(targetId);
      const waiting = this.#waiting.get(targetId);
      this.#waiting.delete(targetId);
      return waiting?.page ?? (await new Promise((resolve) => this.#claims.set(targetId, resolve)));
    } finally {
      this.#creating -= 1;
      if (this.#creating === 0) this.#sortOut();
    }
  }

  /** Counts a page that another opened among ours. */
  adopt(page: WaitingPage): void {
    this.#known.add(page.targetId);
  }

  #attached(cdp: CdpSession, info: TargetInfo): void {
    const page = { targetId: info.targetId, cdp };
    if (info.type !== 'page') {
      if (info.type.endsWith('worker')) this.#letGo(page, info);
      else cdp.tell('Runtime.runIfWaitingForDebugger');
      return;
    }
    if (!browser.headless && info.url === startPage) {
      this.#startWindow = loaded(page);
      this.#startWindow.catch(() => undefined);
      return;
    }
    // What the page tells of itself must not be missed, whoever else lets it run.
    cdp.tell('Page.enable');
    cdp.tell('Network.enable', {});
    if (info.openerId !== undefined) {
      this.#opened(page, info.openerId, info);
      return;
    }
    const claim = this.#claims.get(info.targetId);
    this.#claims.delete(info.targetId);
    if (claim) {
      claim(page);
      return;
    }
    this.#waiting.set(info.targetId, { page, info });
    if (this.#creating === 0) this.#sortOut();
  }

  /** A page whose opener is not ours is as much a stranger as its opener. */
  #opened(page: WaitingPage, openerId: string, info: TargetInfo): void {
    if (this.#known.has(openerId)) this.#listeners?.opened(page, openerId);
    else this.#letGo(page, info);
  }

  /** Of the pages that we have not made: a test tool's starts as about:blank, a page's without any address. */
  #sortOut(): void {
    for (const [targetId, { page, info }] of this.#waiting) {
      this.#waiting.delete(targetId);
      if (this.#known.has(targetId)) continue;
      if (info.url === 'about:blank') this.#letGo(page, info);
      else this.#listeners?.openedByUnnamed({ ...page, browserContextId: info.browserContextId });
    }
  }

  #letGo({ targetId, cdp }: WaitingPage, { browserContextId }: TargetInfo): void {
    this.#listeners?.stranger(targetId, cdp, browserContextId);
    cdp.tell('Runtime.runIfWaitingForDebugger');
  }
}

/** All pages of Chromium, watched from its start on. */
export const targets = new Targets();

/** The start window once its empty page is there, so that nobody takes that for a page of the app. */
async function loaded(page: WaitingPage): Promise<WaitingPage> {
  const { cdp } = page;
  const stopped = new Promise<void>((resolve) => cdp.on('Page.frameStoppedLoading', () => resolve()));
  await Promise.all([cdp.send('Page.enable'), cdp.send('Runtime.runIfWaitingForDebugger')]);
  await Promise.race([stopped, isThereAlready(cdp)]);
  return page;
}

/** Resolves when the empty page had loaded before we listened: then no event tells of it. Else it never does. */
async function isThereAlready(cdp: CdpSession): Promise<void> {
  const expression = `location.href === ${JSON.stringify(startPage)} && document.readyState === 'complete'`;
  const answer = await cdp.send('Runtime.evaluate', { expression, returnByValue: true }).catch(() => undefined);
  if (answer?.result.value !== true) await new Promise(() => undefined);
}
