import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import path from 'node:path';
import { app } from '../app/app.ts';
import { browser } from '../chromium/browser.ts';
import { record } from '../desktop/record.ts';
import { preventable } from '../events/preventable.ts';
import { guardedClass, NotInTheStandIn } from '../guard/missing.ts';
import { Protocol } from '../network/protocol.ts';
import { requestGate } from '../network/request-gate.ts';
import { nextRequestId } from '../network/request-reports.ts';
import { senderDetails } from '../network/request-owners.ts';
import { SocketGate, type SocketRequest } from '../network/socket-gate.ts';
import { WebRequest, type RequestAnswer } from '../network/web-request.ts';
import { defaultUserAgent } from '../window/facts.ts';
import { Cookies } from './cookies.ts';
import { watchDownloads, type DownloadItem } from './downloads.ts';
import { PartitionState } from './partition-state.ts';
import { PermissionQuestions, type CheckHandler, type DisplayMediaHandler, type Question, type RequestHandler } from './permission-questions.ts';

/** A page that belongs to a session: it hears when the session's user agent changes. */
export interface SessionPage {
  userAgentChanged(): void;
  /** Clears what an origin keeps in the page's session. */
  clearStorage(origin: string, storageTypes: string): Promise<void>;
  /** Empties the cache of the page's session. */
  clearCache(): Promise<void>;
  /** Ends its loading. */
  stop(): void;
  hasFrame(frameId: string): boolean;
}

/** docs/api/session. The default one is Chromium's default context; every other partition is a context of its own. */
export class Session extends EventEmitter {
  readonly partition: string;
  readonly webRequest = new WebRequest();
  readonly protocol = new Protocol();
  readonly cookies: Cookies;
  /** Asks the listeners of webRequest about WebSockets too. */
  readonly sockets = new SocketGate(
    (request) => this.#askAboutSocket(request),
    () => app.commandLine.getSwitchValue('host-resolver-rules'),
  );
  readonly pages = new Set<SessionPage>();
  /** Origins that pages of this session have been to: what may have kept something. */
  readonly visited = new Set<string>();
  /** Of a `persist:` partition. */
  readonly state: PartitionState | undefined;
  userAgent: string | undefined;
  acceptLanguages: string | undefined;
  #context: Promise<string | undefined> | undefined;
  #knownContext: string | undefined;
  #downloads: Promise<void> | undefined;
  readonly #permissions: PermissionQuestions;
  #spellChecker = true;
  /** What clears something is done one after the other. */
  #clearing: Promise<void> = Promise.resolve();

  constructor(partition: string) {
    super();
    this.partition = partition;
    const place = {
      browser: () => browser.session(),
      contextId: () => this.contextId(),
      keep: () => this.keep(),
      mayHaveChanged: () => this.mayHaveChanged(),
    };
    this.cookies = new Cookies(place);
    this.#permissions = new PermissionQuestions(place, () => this.pages.size > 0);
    this.state = partition.startsWith('persist:') ? new PartitionState(stateFile(partition)) : undefined;
    if (this.state) app.doBeforeEnd(() => this.keep());
    requestGate.add(this);
    this.webRequest.whenChanged(() => requestGate.rulesChanged());
  }

  /** Chromium's id of this session's context; undefined for the default one. */
  contextId(): Promise<string | undefined> {
    this.#context ??= this.#makeContext();
    return this.#context;
  }

  /** True for the session of a context of Chromium's that is there. */
  livesIn(browserContextId: string): boolean {
    return this.#knownContext === browserContextId;
  }

  async #makeContext(): Promise<string | undefined> {
    if (this.partition === '') return undefined;
    const { browserContextId } = await (await browser.session()).send('Target.createBrowserContext', {
      disposeOnDetach: true,
      ...(await this.#proxy()),
    });
    this.#knownContext = browserContextId;
    const kept = this.state?.cookies ?? [];
    if (kept.length > 0) await (await browser.session()).send('Storage.setCookies', { cookies: kept, browserContextId });
    return browserContextId;
  }

  /** The app's own proxy, if it has one, leaves no room for ours. */
  async #proxy(): Promise<{ proxyServer?: string; proxyBypassList?: string }> {
    if (app.commandLine.forChromium.has('proxy-server')) return {};
    return { proxyServer: await this.sockets.rules(), proxyBypassList: '<-loopback>' };
  }

  #askAboutSocket({ url, page }: SocketRequest): Promise<RequestAnswer> {
    return this.webRequest.ask('onBeforeRequest', {
      id: nextRequestId(),
      url,
      method: 'GET',
      resourceType: 'webSocket',
      referrer: '',
      timestamp: Date.now(),
      uploadData: [],
      ...senderDetails(page, undefined),
    });
  }

  /** Writes down what the partition must not forget; nothing for partitions that may. */
  async keep(): Promise<void> {
    if (this.#context) await this.state?.save(() => this.cookies.read());
  }

  /** Told whenever a page may have changed something that must be kept. */
  mayHaveChanged(): void {
    this.state?.saveSoon(() => this.cookies.read());
  }

  /** Everything that must be in force before a page of this session makes its first request. */
  async prepare(): Promise<void> {
    this.#downloads ??= this.#watchDownloads();
    await this.#downloads;
    await this.#permissions.prepare();
  }

  async #watchDownloads(): Promise<void> {
    const contextId = await this.contextId();
    await watchDownloads(await browser.session(), { contextId, announce: (item, frameId) => this.#announce(item, frameId) });
  }

  /** True when the download is of a page of this session. */
  #announce(item: DownloadItem, frameId: string): boolean {
    const page = [...this.pages].find((candidate) => candidate.hasFrame(frameId));
    if (!page) return false;
    const event = preventable();
    this.emit('will-download', event, item, page);
    if (event.defaultPrevented) item.cancel();
    return true;
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#permissions.onRequest(handler);
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#permissions.checkHandler = handler;
  }

  /** No device is ever chosen for a page, so nobody asks the handler about one. */
  setDevicePermissionHandler(handler: unknown): void {
    record('session.setDevicePermissionHandler', handler !== null);
  }

  setDisplayMediaRequestHandler(handler: DisplayMediaHandler | null, _options?: Electron.DisplayMediaRequestHandlerOpts): void {
    this.#permissions.displayMediaHandler = handler;
  }

  /** Asks the app about one request of a page and tells Chromium the answer for this origin. */
  decide(question: Question): Promise<boolean> {
    return this.#permissions.decide(question);
  }

  setCertificateVerifyProc(proc: unknown): void {
    if (proc !== null) throw new NotInTheStandIn('session.setCertificateVerifyProc');
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.#spellChecker = enabled;
    record('session.setSpellCheckerEnabled', enabled);
  }

  isSpellCheckerEnabled(): boolean {
    return this.#spellChecker;
  }

  setSpellCheckerLanguages(languages: string[]): void {
    record('session.setSpellCheckerLanguages', languages);
  }

  setUserAgent(userAgent: string, acceptLanguages?: string): void {
    this.userAgent = userAgent;
    this.acceptLanguages = acceptLanguages;
    for (const page of this.pages) page.userAgentChanged();
  }

  getUserAgent(): string {
    return this.userAgent ?? (app.userAgentFallback || defaultUserAgent());
  }

  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:');
  }

  clearStorageData(options: Electron.ClearStorageDataOptions = {}): Promise<void> {
    return this.#inTurn(() => this.#clearStorageData(options));
  }

  async #clearStorageData({ storages, origin }: Electron.ClearStorageDataOptions): Promise<void> {
    const kinds: string[] = storages ?? ['cookies', 'all'];
    if (kinds.includes('cookies')) await this.cookies.clear(origin);
    const types = kinds.includes('all') ? 'all' : kinds.map((kind) => storageTypes[kind] ?? kind).join(',');
    const [page] = this.pages;
    const origins = origin === undefined ? [...this.visited] : [origin];
    if (page) await Promise.all(origins.map((visited) => page.clearStorage(visited, types)));
    else if (this.partition !== '') await this.#renewContext();
    if (kinds.includes('all') || kinds.includes('localstorage')) this.state?.forgetItems(origin);
    await this.keep();
  }

  clearCache(): Promise<void> {
    return this.#inTurn(async () => {
      const [page] = this.pages;
      if (page) await page.clearCache();
      else if (this.state) await this.#renewContext();
      else record('session.clearCache', this.partition);
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#clearing.then(work);
    this.#clearing = done.catch(() => undefined);
    return done;
  }

  /** Without a page nobody can clear anything: the next page gets a new context, with the cookies of this one. */
  async #renewContext(): Promise<void> {
    const browserContextId = await this.#context;
    if (browserContextId === undefined) return;
    const cookies = await this.cookies.read();
    const cdp = await browser.session();
    await cdp.send('Target.disposeBrowserContext', { browserContextId });
    this.#context = this.#makeContext();
    this.#downloads = undefined;
    await this.cookies.clear();
    await this.cookies.write(cookies.map(({ size: _size, session: _session, priority: _priority, ...cookie }) => cookie as never));
  }

  async clearAuthCache(): Promise<void> {
    record('session.clearAuthCache', this.partition);
  }

  async clearHostResolverCache(): Promise<void> {
    record('session.clearHostResolverCache', this.partition);
  }

  async closeAllConnections(): Promise<void> {
    record('session.closeAllConnections', this.partition);
    for (const page of this.pages) page.stop();
    this.sockets.closeAll();
  }

  flushStorageData(): void {
    record('session.flushStorageData', this.partition);
  }
}

function stateFile(partition: string): string {
  return path.join(app.getPath('userData'), 'Partitions', encodeURIComponent(partition.slice('persist:'.length)), 'stand-in-state.json');
}

const storageTypes: Record<string, string> = {
  localstorage: 'local_storage',
  indexdb: 'indexeddb',
  serviceworkers: 'service_workers',
  cachestorage: 'cache_storage',
  filesystem: 'file_systems',
};

guardedClass('session', Session);

const sessions = new Map<string, Session>();

/** docs/api/session: the module. */
export const sessionModule = {
  fromPartition(partition: string): Session {
    const known = sessions.get(partition);
    if (known) return known;
    const made = new Session(partition);
    sessions.set(partition, made);
    sessionCreated?.(made);
    return made;
  },
  get defaultSession(): Session {
    return sessionModule.fromPartition('');
  },
};

/** The session of one of Chromium's contexts; those that are nobody else's belong to the default session. */
export function sessionOfContext(browserContextId: string | undefined): Session {
  const found = [...sessions.values()].find((session) => browserContextId !== undefined && session.livesIn(browserContextId));
  return found ?? sessionModule.defaultSession;
}

let sessionCreated: ((session: Session) => void) | undefined;

/** Told of every session that is made: `session-created` of the app. */
export function onSessionCreated(listener: (session: Session) => void): void {
  sessionCreated = listener;
}
