import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createClosing, type Closing } from '../../../main/shell/close.ts';
import { closeInGoodOrder } from '../../../main/shell/close-app.ts';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn(), registerSecret: vi.fn(), close: vi.fn(async () => {}) };

const updates = { closing: vi.fn(), forgo: vi.fn(), installNow: vi.fn() };

let app: EventEmitter & { quit: ReturnType<typeof vi.fn> };
let stop: ReturnType<typeof vi.fn<() => Promise<void>>>;
let closing: Closing;

beforeEach(() => {
  vi.clearAllMocks();
  app = Object.assign(new EventEmitter(), { quit: vi.fn() });
  stop = vi.fn(async () => {});
  closing = createClosing({ stop, limitMs: 10_000, log });
  closeInGoodOrder(app as unknown as App, closing, log, updates);
});

function quit(): { preventDefault: ReturnType<typeof vi.fn> } {
  const event = { preventDefault: vi.fn() };
  app.emit('before-quit', event);
  return event;
}

describe('the end of the app', () => {
  it('waits until the station has stopped, then comes, whoever asks how often', async () => {
    expect(quit().preventDefault).toHaveBeenCalled();
    quit();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalled(), 10_000);
    expect(quit().preventDefault).not.toHaveBeenCalled();
    expect([stop, log.close, app.quit].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('is in good order when Windows ends the session, which no quit announces', async () => {
    const window = new EventEmitter();
    app.emit('browser-window-created', {}, window);
    window.emit('session-end', {});
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalled(), 10_000);
    expect(stop).toHaveBeenCalledTimes(1);
    expect(closing.state()).toBe('closed');
  });

  it('looks at what is in hand before the station stops, and puts an update in after that', async () => {
    quit();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalled(), 10_000);
    const [lookedAt, stopped, installed] = [updates.closing, stop, updates.installNow].map(({ mock }) => mock.invocationCallOrder[0] ?? 0);
    expect(lookedAt).toBeLessThan(stopped ?? 0);
    expect(stopped).toBeLessThan(installed ?? 0);
  });

  it('starts no installer while the computer goes down', () => {
    const window = new EventEmitter();
    app.emit('browser-window-created', {}, window);
    window.emit('session-end', {});
    expect(updates.forgo).toHaveBeenCalled();
  });
});
