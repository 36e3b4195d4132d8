import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Electron from 'electron';
import { app } from '../app/app.ts';
import { browser } from '../chromium/browser.ts';
import { structured } from '../clone/structured-clone.ts';
import { preventable, type Preventable } from '../events/preventable.ts';
import { guardedClass } from '../guard/missing.ts';
import { IpcMain } from '../ipc/ipc-main.ts';
import { netError } from '../navigation/error-codes.ts';
import { NavigationTracker } from '../navigation/tracker.ts';
import { originOf, toChromium } from '../network/scheme-map.ts';
import { keepStorage } from '../session/kept-storage.ts';
import type { Session } from '../session/session.ts';
import type { ToPage } from '../world/isolated-world.ts';
import { PageActions } from './page-actions.ts';
import { processFacts } from './facts.ts';
import { receiveFromPage } from './incoming.ts';
import { waitForLoad } from './load.ts';
import { NavigationHistory } from './navigation-history.ts';
import { answerPageDialog } from './page-dialogs.ts';
import { reportConsole } from './output.ts';
import { Page } from './page.ts';
import { followRequests } from './page-requests.ts';
import type { WaitingPage } from './targets.ts';
import { FrameTree, type WebFrameMain } from './web-frame-main.ts';
import { WindowRequests } from './window-requests.ts';

export type OpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse;

/** What contents ask of the window they are in. */
export interface ContentsHost {
  close(): void;
  destroy(): void;
  focus(): void;
  /** Told when the page is no more, whoever closed it. */
  gone(): void;
  /** Told when the page has another title; the app may have prevented that the window takes it. */
  pageTitle(event: Preventable<object>, title: string): void;
}

let lastId = 0;
const all = new Map<number, WebContents>();

/** docs/api/web-contents. */
export class WebContents extends PageActions {
  readonly id: number;
  readonly session: Session;
  readonly ipc = new IpcMain();
  readonly navigation: NavigationTracker;
  readonly navigationHistory: NavigationHistory;
  /** Resolves when the page is ready to be spoken to. */
  override readonly up: Promise<Page>;
  openHandler: OpenHandler | undefined;
  /** What pages asked to open, until the window itself appears. */
  readonly windowRequests = new WindowRequests();
  title = '';
  readonly #host: ContentsHost;
  readonly #frames: FrameTree;
  #userAgent: string | undefined;
  #destroyed = false;
  #crashed = false;

  constructor(host: ContentsHost, session: Session, preferences: Electron.WebPreferences, page: Promise<WaitingPage>) {
    super(preferences);
    lastId += 1;
    this.id = lastId;
    this.#host = host;
    this.session = session;
    this.#frames = new FrameTree({
      send: (channel, args) => this.send(channel, ...args),
      evaluateInFrame: async (frameId, code) => (await this.up).evaluate(code, frameId, false),
    });
    this.navigation = new NavigationTracker(this, this.#frames);
    this.navigation.onWindowRequest = (request, isOpener) => this.windowRequests.add(request, isOpener);
    this.navigation.onOwnScheme = (url) => void this.loadURL(url).catch(() => undefined);
    this.navigationHistory = new NavigationHistory(() => this.page?.cdp);
    this.on('did-navigate', () => this.navigationHistory.navigated(this.getURL()));
    this.on('did-navigate-in-page', () => this.navigationHistory.navigated(this.getURL()));
    this.on('did-frame-navigate', (_event, url: string) => session.visited.add(originOf(url)));
    this.on('did-stop-loading', () => session.mayHaveChanged());
    this.on('certificate-error', (event, ...details: unknown[]) => app.emit('certificate-error', event, this, ...details));
    all.set(this.id, this);
    this.up = page.then((waiting) => this.#attach(waiting));
    this.up.catch(() => undefined);
    app.emit('web-contents-created', preventable(), this);
  }

  async #attach(waiting: WaitingPage): Promise<Page> {
    const page = new Page(waiting);
    this.page = page;
    this.#frames.add(page.targetId, undefined).committed('about:blank', '');
    page.onMessage = (message, frameId) => {
      const frame = this.#frames.get(frameId);
      if (!frame) return;
      const reply = (answer: ToPage): void => page.deliver(answer, frameId);
      receiveFromPage(this, message, frame, reply).catch((error: unknown) => process.emit('uncaughtException', error as Error));
    };
    page.cdp.on('Page.javascriptDialogOpening', (opening) => void answerPageDialog(this, page.cdp, opening));
    page.onConsole = (params) => reportConsole(this, params);
    this.navigation.follow(page.cdp);
    const { session } = this;
    const letRequestsGo = followRequests(page, this, this.#frames);
    session.pages.add(this);
    await session.prepare();
    // Chromium takes these in order, and a page that is held answers some of them only once it is let go.
    const prepared = Promise.all([
      page.prepare({
        preload: this.preferences.preload,
        processFacts: processFacts(this.preferences),
        userAgent: this.getUserAgent(),
        acceptLanguages: session.acceptLanguages,
      }),
      session.state ? keepStorage(page.cdp, session.state, () => session.mayHaveChanged()) : undefined,
    ]);
    page.run();
    letRequestsGo();
    await prepared;
    return page;
  }

  /** Told by the session. */
  userAgentChanged(): void {
    this.page?.setUserAgent(this.getUserAgent(), this.session.acceptLanguages).catch(() => undefined);
  }

  hasFrame(frameId: string): boolean {
    return this.#frames.get(frameId) !== undefined;
  }

  getFrame(frameId: string): WebFrameMain | undefined {
    return this.#frames.get(frameId);
  }

  get mainFrame(): WebFrameMain {
    return this.#frames.main ?? this.#frames.add('', undefined);
  }

  get focusedFrame(): WebFrameMain | null {
    return this.isFocused() ? this.mainFrame : null;
  }

  get opener(): null {
    return null;
  }

  get userAgent(): string {
    return this.getUserAgent();
  }

  async loadURL(url: string, options: Electron.LoadURLOptions = {}): Promise<void> {
    const full = parsedUrl(url);
    const load = waitForLoad(this, full);
    await app.whenReady();
    const page = await this.up;
    if (options.userAgent !== undefined) this.setUserAgent(options.userAgent);
    const parameters = { url: toChromium(full), transitionType: 'typed' as const };
    const referrer = typeof options.httpReferrer === 'string' ? options.httpReferrer : options.httpReferrer?.url;
    page.cdp.send('Page.navigate', referrer === undefined ? parameters : { ...parameters, referrer }).then(
      () => undefined,
      () => load.fail(netError('ERR_INVALID_URL')),
    );
    await load.promise;
  }

  loadFile(file: string, options: Electron.LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(path.resolve(app.getAppPath(), file));
    if (options.query) url.search = new URLSearchParams(options.query).toString();
    if (options.search !== undefined) url.search = options.search;
    if (options.hash !== undefined) url.hash = options.hash;
    return this.loadURL(url.href);
  }

  getURL(): string {
    return this.navigation.url;
  }

  getTitle(): string {
    return this.title;
  }

  /** Told when the page has another title. */
  titleChanged(title: string): void {
    if (title === this.title) return;
    this.title = title;
    const event = preventable({ title, explicitSet: true });
    this.emit('page-title-updated', event, title, true);
    this.#host.pageTitle(event, title);
  }

  isLoading(): boolean {
    return this.navigation.isLoading;
  }

  isLoadingMainFrame(): boolean {
    return this.navigation.isLoading;
  }

  isWaitingForResponse(): boolean {
    return false;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    if (options.waitForBeforeUnload) this.#host.close();
    else this.#host.destroy();
  }

  focus(): void {
    this.#host.focus();
  }

  isFocused(): boolean {
    return WebContents.focused === this;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    const encoded = structured.encode(args);
    const { page } = this;
    if (page) page.deliver({ kind: 'event', channel, args: encoded }, page.targetId);
  }

  setUserAgent(userAgent: string): void {
    this.#userAgent = userAgent;
    this.page?.setUserAgent(userAgent, this.session.acceptLanguages).catch(() => undefined);
  }

  getUserAgent(): string {
    return this.#userAgent ?? this.session.getUserAgent();
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  /** Closes the page if its beforeunload handlers let it; a page that cannot answer is closed all the same. */
  closePage(): void {
    this.up.then(
      ({ cdp, targetId }) =>
        this.#crashed || this.getURL() === '' ? closeTarget(targetId) : cdp.send('Page.close').catch(() => closeTarget(targetId)),
      () => undefined,
    );
  }

  /** Closes the page without asking it; one that is still being made is closed when it is there. */
  closeTarget(): void {
    if (this.page) closeTarget(this.page.targetId);
    else this.up.then(({ targetId }) => closeTarget(targetId), () => undefined);
  }

  /** Told when the page's process is gone. */
  crashed(): void {
    if (this.#crashed) return;
    this.#crashed = true;
    const details = { reason: 'crashed', exitCode: 5 };
    this.emit('render-process-gone', preventable(), details);
    app.emit('render-process-gone', preventable(), this, details);
    this.once('did-start-navigation', () => {
      this.#crashed = false;
    });
  }

  /** Told by Chromium when the page is no more. */
  targetGone(): void {
    this.#host.gone();
  }

  /** Told by the host when the page is no more. */
  gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    all.delete(this.id);
    this.session.pages.delete(this);
    this.windowRequests.end();
    this.emit('destroyed');
    this.page?.cdp.detached();
  }

  static focused: WebContents | undefined;

  static getAllWebContents(): WebContents[] {
    return [...all.values()];
  }

  static getFocusedWebContents(): WebContents | null {
    return WebContents.focused ?? null;
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id);
  }

  static fromFrame(frame: WebFrameMain): WebContents | undefined {
    return [...all.values()].find((contents) => contents.mainFrame === frame.top);
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...all.values()].find((contents) => contents.page?.targetId === targetId);
  }
}

function closeTarget(targetId: string): void {
  void browser.session().then((cdp) => cdp.tell('Target.closeTarget', { targetId }));
}

function parsedUrl(url: string): string {
  if (!URL.canParse(url)) throw Object.assign(new Error(`ERR_INVALID_URL (-300) loading '${url}'`), { errno: -300, code: 'ERR_INVALID_URL', url });
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url) && /^https?:/i.test(url) ? new URL(url).href : url;
}

guardedClass('webContents', WebContents);
