import { describe, expect, test } from 'vitest';
import type { StationError } from '../../../preload/contract/call.ts';
import { emptyDraft, type OrderDraft } from '../../../preload/contract/order-draft.ts';
import { createDraftKeeper } from '../../../renderer/ordering/draft-keeper.ts';

const draft = (comment: string): OrderDraft => ({ ...emptyDraft(), comment });

/** A keeper whose saves end when the test says so, and whose pause does too. */
function setUp() {
  const saves: { draft: OrderDraft; end: (error: StationError | null) => void }[] = [];
  let timer: (() => void) | null = null;
  const keeper = createDraftKeeper({
    save: (saved) => new Promise((end) => saves.push({ draft: saved, end })),
    later: (action) => {
      timer = action;
      return () => {
        timer = null;
      };
    },
  });
  return { keeper, saves, pauseEnds: () => timer?.(), isWaiting: () => timer !== null };
}

describe('a draft', () => {
  test('is saved a moment after the last key, once for all of them', async () => {
    const { keeper, saves, pauseEnds } = setUp();
    keeper.change(draft('a'));
    keeper.change(draft('ab'));
    expect(saves).toHaveLength(0);
    pauseEnds();
    expect(saves.map((save) => save.draft.comment)).toEqual(['ab']);
    const whole = keeper.flush();
    saves[0]?.end(null);
    await whole;
    expect(keeper.state()).toEqual({ name: 'saved' });
  });

  test('that changes while it is saved is saved again after, never at the same time', async () => {
    const { keeper, saves } = setUp();
    keeper.change(draft('a'));
    const whole = keeper.flush();
    keeper.change(draft('ab'));
    void keeper.flush();
    expect(saves).toHaveLength(1);
    saves[0]?.end(null);
    await expect.poll(() => saves.length).toBe(2);
    expect(saves[1]?.draft.comment).toBe('ab');
    saves[1]?.end(null);
    await whole;
    expect(keeper.state()).toEqual({ name: 'saved' });
  });

  test('that could not be saved is tried again with the next flush', async () => {
    const { keeper, saves } = setUp();
    keeper.change(draft('a'));
    const failing = keeper.flush();
    saves[0]?.end({ code: 'database' });
    await failing;
    expect(keeper.state()).toEqual({ name: 'failed', error: { code: 'database' } });
    const again = keeper.flush();
    expect(saves[1]?.draft.comment).toBe('a');
    saves[1]?.end(null);
    await again;
    expect(keeper.state()).toEqual({ name: 'saved' });
  });

  test('that was sent is not saved any more', async () => {
    const { keeper, saves, isWaiting } = setUp();
    keeper.change(draft('a'));
    keeper.drop();
    await keeper.flush();
    expect(isWaiting()).toBe(false);
    expect(saves).toHaveLength(0);
    expect(keeper.state()).toEqual({ name: 'same' });
  });
});
