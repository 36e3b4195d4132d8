import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepJournalCopies } from '../../../main/station/journal-copies.ts';

const hourMs = 60 * 60_000;
const log = { info: vi.fn(), error: vi.fn() };
const onKeepsFailing = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
});
afterEach(() => vi.useRealTimers());

function keep(copy: (journal: string) => Promise<string | null>) {
  return keepJournalCopies({ journal: 'journal.db', now: () => Date.now(), log, onKeepsFailing, copy });
}

describe('copies of the journal', () => {
  it('are made at the start and looked for every hour, so that each day has one', async () => {
    const copy = vi.fn(async () => null);
    const copies = keep(copy);
    expect(copy).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(24 * hourMs);
    expect(copy).toHaveBeenCalledTimes(25);
    await copies.stop();
    await vi.advanceTimersByTimeAsync(24 * hourMs);
    expect(copy).toHaveBeenCalledTimes(25);
  });

  it('are told of only when three in a row have failed, and once', async () => {
    const copies = keep(() => Promise.reject(new Error('no space')));
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(log.error).toHaveBeenCalledTimes(2);
    expect(onKeepsFailing).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(3 * hourMs);
    expect(onKeepsFailing).toHaveBeenCalledTimes(1);
    await copies.stop();
  });

  it('that come after all make up for earlier failures', async () => {
    const outcomes = [false, false, true, false, false];
    const copies = keep(async () => {
      if (outcomes.shift()) return 'copies/journal.db';
      throw new Error('busy');
    });
    await vi.advanceTimersByTimeAsync(4 * hourMs);
    expect(outcomes).toEqual([]);
    expect(onKeepsFailing).not.toHaveBeenCalled();
    await copies.stop();
  });
});
