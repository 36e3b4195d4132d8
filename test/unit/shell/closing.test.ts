import { describe, expect, it, vi } from 'vitest';
import { createClosing } from '../../../main/shell/close.ts';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn(), registerSecret: vi.fn() };

describe('closing', () => {
  it('lets a call that is under way finish before the station stops', async () => {
    const order: string[] = [];
    const closing = createClosing({ stop: async () => void order.push('stopped'), limitMs: 10_000, log });
    const finished = Promise.withResolvers<void>();
    const call = closing.admit(async () => {
      await finished.promise;
      order.push('call done');
      return 'value';
    });
    const closed = closing.close();
    expect(closing.state()).toBe('draining');
    finished.resolve();
    await closed;
    expect(await call).toBe('value');
    expect(order).toEqual(['call done', 'stopped']);
    expect(closing.state()).toBe('closed');
  });

  it('takes no call any more', async () => {
    const closing = createClosing({ stop: async () => {}, limitMs: 10_000, log });
    void closing.close();
    const work = vi.fn(async () => 1);
    await expect(closing.admit(work)).rejects.toMatchObject({ error: { code: 'conflict', details: { reason: 'closing' } } });
    expect(work).not.toHaveBeenCalled();
  });

  it('stops once, however often it is asked', async () => {
    const stop = vi.fn(async () => {});
    const closing = createClosing({ stop, limitMs: 10_000, log });
    await Promise.all([closing.close(), closing.close()]);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('does not wait for ever, neither for a call nor for the station', async () => {
    vi.useFakeTimers();
    try {
      const never = new Promise<never>(() => {});
      const closing = createClosing({ stop: () => never, limitMs: 4_000, log });
      void closing.admit(() => never);
      const closed = closing.close();
      await vi.advanceTimersByTimeAsync(3_999);
      expect(closing.state()).toBe('draining');
      await vi.advanceTimersByTimeAsync(4_001);
      await closed;
      expect(closing.state()).toBe('closed');
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends also when the station cannot be stopped in good order', async () => {
    const closing = createClosing({ stop: () => Promise.reject(new Error('disk gone')), limitMs: 10_000, log });
    await closing.close();
    expect(closing.state()).toBe('closed');
  });
});
