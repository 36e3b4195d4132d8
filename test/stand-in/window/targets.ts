import { browser } from '../chromium/browser.ts';
import { startPage } from '../chromium/switches.ts';
import type { CdpConnection, CdpSession, Protocol } from '../cdp/connection.ts';

type TargetInfo = Protocol.Target.TargetInfo;

/** A page that Chromium has made and that waits, before its first request, for what we say. */
export interface WaitingPage {
  targetId: string;
  cdp: CdpSession;
}

interface Listeners {
  /** A page opened by another page. */
  opened(page: WaitingPage, openerId: string, url: string): void;
  destroyed(targetId: string): void;
  crashed(targetId: string): void;
}

/** Watches Chromium's pages: tells ours from those that pages open, and those of nobody. */
export class Targets {
  readonly #listeners: Listeners;
  readonly #known = new Set<string>();
  readonly #waiting = new Map<string, WaitingPage>();
  readonly #claims = new Map<string, (page: WaitingPage) => void>();
  #creating = 0;
  /** The window without tabs that a visible Chromium starts with, until somebody takes it. */
  #startWindow: Promise<WaitingPage> | undefined;

  constructor(listeners: Listeners) {
    this.#listeners = listeners;
  }

  /** Starts to watch; every new page is held until we let it run. */
  async watch(connection: CdpConnection): Promise<void> {
    const cdp = connection.browser;
    cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => this.#attached(connection.session(sessionId), targetInfo));
    cdp.on('Target.targetDestroyed', ({ targetId }) => this.#listeners.destroyed(targetId));
    cdp.on('Target.targetCrashed', ({ targetId }) => this.#listeners.crashed(targetId));
    await cdp.send('Target.setDiscoverTargets', { discover: true });
    await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  }

  /** Makes a page of our own. */
  async create(parameters: Omit<Protocol.Target.createTargetParameters, 'url'>): Promise<WaitingPage> {
    const cdp = await browser.session();
    const start = parameters.browserContextId === undefined ? this.#startWindow : undefined;
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
      return this.#waiting.get(targetId) ?? (await new Promise((resolve) => this.#claims.set(targetId, resolve)));
    } finally {
      this.#creating -= 1;
      if (this.#creating === 0) this.#releaseStrangers();
    }
  }

  /** Counts a page that another opened among ours. */
  adopt(page: WaitingPage): void {
    this.#known.add(page.targetId);
  }

  #attached(cdp: CdpSession, info: TargetInfo): void {
    const page = { targetId: info.targetId, cdp };
    if (info.type !== 'page') {
      cdp.tell('Runtime.runIfWaitingForDebugger');
      return;
    }
    if (!browser.headless && info.url === startPage) {
      this.#startWindow = loaded(page);
      this.#startWindow.catch(() => undefined);
      return;
    }
    if (info.openerId !== undefined && this.#known.has(info.openerId)) {
      this.#listeners.opened(page, info.openerId, info.url);
      return;
    }
    this.#waiting.set(info.targetId, page);
    this.#claims.get(info.targetId)?.(page);
    this.#claims.delete(info.targetId);
    if (this.#creating === 0) this.#releaseStrangers();
  }

  /** Pages that neither we nor our pages made: a test tool's, for instance. */
  #releaseStrangers(): void {
    for (const [targetId, page] of this.#waiting) {
      this.#waiting.delete(targetId);
      if (!this.#known.has(targetId)) page.cdp.tell('Runtime.runIfWaitingForDebugger');
    }
  }
}

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
