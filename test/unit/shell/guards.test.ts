import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { guardNavigation } from '../../../main/shell/navigation-guard.ts';
import { refusePermissions } from '../../../main/shell/permissions.ts';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn(), registerSecret: vi.fn() };

/** Contents of a window, as far as the guard touches them. */
class FakeContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

/** Tells an event and answers whether it was prevented. */
function isPrevented(emitter: EventEmitter, name: string, ...rest: unknown[]): boolean {
  const event = { url: 'https://example.com/?secret=1', preventDefault: vi.fn() };
  emitter.emit(name, event, ...rest);
  return event.preventDefault.mock.calls.length > 0;
}

describe('navigation', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('%s is refused in every window', (name) => {
    const app = new EventEmitter();
    guardNavigation(app as unknown as App, log);
    const contents = new FakeContents();
    app.emit('web-contents-created', {}, contents);
    expect(isPrevented(contents, name)).toBe(true);
  });

  it('opens no window, and does not write the query of the address into the log', () => {
    const app = new EventEmitter();
    guardNavigation(app as unknown as App, log);
    const contents = new FakeContents();
    app.emit('web-contents-created', {}, contents);
    log.warn.mockClear();
    expect(contents.openHandler?.({ url: 'https://example.com/path?secret=1#2' })).toEqual({ action: 'deny' });
    expect(log.warn).toHaveBeenCalledWith({ what: 'window', to: 'https://example.com/path' }, expect.any(String));
  });
});

/** A session that keeps the handlers it is given. */
class FakeSession extends EventEmitter {
  request: ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | null = null;
  check: (() => boolean) | null = null;
  device: (() => boolean) | null = null;
  setPermissionRequestHandler(handler: NonNullable<FakeSession['request']>): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
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
    expect(isPrevented(session, 'will-download')).toBe(true);
  });
});
