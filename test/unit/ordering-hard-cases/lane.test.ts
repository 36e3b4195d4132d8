import { expect, test } from 'vitest';
import { createLane } from '../../../main/ordering/lane.ts';
import { createManualTime } from '../sync/manual-time.ts';

test('a wake that comes just when the worker has found nothing is not lost', async () => {
  const time = createManualTime();
  let isDue = false;
  let done = 0;
  let isFirst = true;
  const lane = createLane({
    async step() {
      if (isFirst) {
        isFirst = false;
        // As another worker's promise does: two turns of the microtask queue later.
        queueMicrotask(() =>
          queueMicrotask(() => {
            isDue = true;
            lane.wake();
          }),
        );
        return false;
      }
      if (!isDue) return false;
      isDue = false;
      done += 1;
      return true;
    },
    nextAt: () => null,
    now: time.now,
    schedule: time.schedule,
    onUnexpected: (error) => {
      throw error;
    },
  });
  lane.wake();
  await lane.idle();
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toBe(1);
});
