import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { guardNavigation, type NavigationPolicy } from '../../../main/shell/navigation-guard.ts';
import { refuseCredentials, refusePermissions } from '../../../main/shell/permissions.ts';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn(), registerSecret: vi.fn() };

/** Contents of a window, as far as the guard touches them. */
class FakeContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  session: object;
  url = 'station://app/index.html';
  constructor(session = {}) {
    super();
    this.session = session;
  }
  getURL(): string {
    return this.url;
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

/** Tells an event and answers whether it was prevented. */
function isPrevented(emitter: EventEmitter, name: string, details: object = {}): boolean {
  const event = { url: 'https://example.com/path?secret=1', isMainFrame: true, preventDefault: vi.fn(), ...details };
  emitter.emit(name, event);
  return event.preventDefault.mock.calls.length > 0;
}

function guardOf(app: EventEmitter) {
  return guardNavigation(app as unknown as App, log);
}

function createContents(app: EventEmitter, session?: object): FakeContents {
  const contents = new FakeContents(session);
  app.emit('web-contents-created', {}, contents);
  return contents;
}

const navigations = ['will-navigate', 'will-frame-navigate', 'will-redirect'];

describe('navigation without a policy', () => {
  it.each([...navigations, 'will-attach-webview'])('%s is refused in every window', (name) => {
    const app = new EventEmitter();
    guardOf(app);
    expect(isPrevented(createContents(app), name)).toBe(true);
  });

  it.each([
    ['itself', {}, false],
    ['itself at another place', { url: 'station://app/index.html#there' }, false],
    ['another page of ours', { url: 'station://app/login.html' }, true],
    ['itself with a query', { url: 'station://app/index.html?x' }, true],
    ['itself inside a frame', { isMainFrame: false }, true],
    ['a page that is called like it', { url: 'https://app/index.html' }, true],
  ])('lets a page of ours load anew, and nothing else: %s', (_what, details, isRefused) => {
    const app = new EventEmitter();
    guardOf(app);
    const contents = createContents(app);
    const anew = { url: contents.url, ...details };
    expect([isPrevented(contents, 'will-frame-navigate', anew), isPrevented(contents, 'will-redirect', anew)]).toEqual([isRefused, true]);
  });

  it('opens no window, and writes neither path nor query of the address into the log', () => {
    const app = new EventEmitter();
    guardOf(app);
    log.warn.mockClear();
    expect(createContents(app).openHandler?.({ url: 'https://example.com/path?secret=1#2' })).toEqual({ action: 'deny' });
    expect(log.warn).toHaveBeenCalledWith({ what: 'window', to: 'https://example.com' }, expect.any(String));
  });
});

describe('navigation in a session with a policy', () => {
  function withPolicy() {
    const app = new EventEmitter();
    const guard = guardOf(app);
    const session = {};
    const policy = {
      mayGo: vi.fn<NavigationPolicy['mayGo']>(() => true),
      mayOpen: vi.fn<NavigationPolicy['mayOpen']>(() => ({ action: 'allow' })),
      opened: vi.fn<NavigationPolicy['opened']>(),
      began: vi.fn<NavigationPolicy['began']>(),
    };
    const leave = guard.follow(session as Session, policy);
    return { app, guard, session, policy, leave };
  }

  it('is allowed or refused as the policy says, which is asked once for each step', () => {
    const { app, session, policy } = withPolicy();
    const contents = createContents(app, session);
    expect(isPrevented(contents, 'will-frame-navigate')).toBe(false);
    expect(isPrevented(contents, 'will-navigate')).toBe(false);
    expect(policy.mayGo).toHaveBeenCalledExactlyOnceWith(contents, { url: 'https://example.com/path?secret=1', isMainFrame: true });

    policy.mayGo.mockReturnValue(false);
    expect(isPrevented(contents, 'will-navigate')).toBe(true);
    expect(isPrevented(contents, 'will-redirect')).toBe(true);
    expect(isPrevented(contents, 'will-frame-navigate', { isMainFrame: false })).toBe(true);
    expect(isPrevented(contents, 'will-redirect', { isMainFrame: false })).toBe(true);
  });

  it('never holds another page inside', () => {
    const { app, session } = withPolicy();
    expect(isPrevented(createContents(app, session), 'will-attach-webview')).toBe(true);
  });

  it('opens windows as the policy says, and tells it of them', () => {
    const { app, session, policy } = withPolicy();
    const contents = createContents(app, session);
    expect(contents.openHandler?.({ url: 'https://example.com/' })).toEqual({ action: 'allow' });
    const window = {};
    contents.emit('did-create-window', window, {});
    expect(policy.opened).toHaveBeenCalledExactlyOnceWith(window);
  });

  it('tells the policy what has begun, but not of moves within a document', () => {
    const { app, session, policy } = withPolicy();
    const contents = createContents(app, session);
    contents.emit('did-start-navigation', { url: 'https://example.com/#1', isMainFrame: true, isSameDocument: true });
    expect(policy.began).not.toHaveBeenCalled();
    contents.emit('did-start-navigation', { url: 'https://example.com/', isMainFrame: false, isSameDocument: false });
    expect(policy.began).toHaveBeenCalledExactlyOnceWith(contents, { url: 'https://example.com/', isMainFrame: false });
  });

  it('holds for no other session', () => {
    const { app, policy } = withPolicy();
    for (const name of navigations) expect(isPrevented(createContents(app, {}), name)).toBe(true);
    expect(policy.mayGo).not.toHaveBeenCalled();
  });

  it('ends also for contents that are still there', () => {
    const { app, session, leave } = withPolicy();
    const contents = createContents(app, session);
    leave();
    expect(isPrevented(contents, 'will-navigate')).toBe(true);
    expect(contents.openHandler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(isPrevented(createContents(app, session), 'will-navigate')).toBe(true);
  });

  it('is that of the contents’ own time: the next policy hears nothing of a page before it', () => {
    const { app, guard, session, policy, leave } = withPolicy();
    const before = createContents(app, session);
    const next = { ...policy, mayGo: vi.fn<NavigationPolicy['mayGo']>(() => true) };
    guard.follow(session as Session, next);
    leave();
    expect(isPrevented(before, 'will-navigate')).toBe(true);
    expect(next.mayGo).not.toHaveBeenCalled();
    expect(isPrevented(createContents(app, session), 'will-navigate')).toBe(false);
    expect(next.mayGo).toHaveBeenCalledOnce();
  });
});

/** A session that keeps the handlers it is given. */
class FakeSession extends EventEmitter {
  request: ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | null = null;
  check: (() => boolean) | null = null;
  device: (() => boolean) | null = null;
  display: ((request: object, answer: (streams: object | null) => void) => void) | null = null;
  setPermissionRequestHandler(handler: NonNullable<FakeSession['request']>): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }
  setDisplayMediaRequestHandler(handler: NonNullable<FakeSession['display']>): void {
    this.display = handler;
  }
}

describe('permissions', () => {
  it.each(['the default session', 'a session made later'])('are refused in %s, downloads too', (which) => {
    const app = new EventEmitter();
    const [first, later] = [new FakeSession(), new FakeSession()];
    refusePermissions(app as unknown as App, first as unknown as Session);
    app.emit('session-created', later);
    const session = which === 'the default session' ? first : later;

    const answer = vi.fn();
    session.request?.({}, 'media', answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(session.check?.()).toBe(false);
    expect(session.device?.()).toBe(false);
    const choose = vi.fn();
    session.display?.({}, choose);
    expect(choose).toHaveBeenCalledExactlyOnceWith(null);
    expect(isPrevented(session, 'will-download')).toBe(true);
  });
});

describe('credentials', () => {
  it.each([
    ['login', [{}, {}, {}], []],
    ['select-client-certificate', [{}, 'https://example.com/', [{}]], []],
    ['certificate-error', [{}, 'https://example.com/', 'net::ERR_CERT_DATE_INVALID', {}], [false]],
  ])('%s is answered with nothing', (name, details, answered) => {
    const app = new EventEmitter();
    refuseCredentials(app as unknown as App);
    const event = { preventDefault: vi.fn() };
    const answer = vi.fn();
    app.emit(name, event, ...details, answer, true);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(answer).toHaveBeenCalledExactlyOnceWith(...answered);
  });
});
