import type { LineCache } from '../../orders/index.ts';
import type { Schedule } from '../timing.ts';

/** Lines in one transaction: a few milliseconds. */
const linesAtOnce = 25;
/** The main process has more to do than this: a million lines take some ten minutes. */
const pauseMs = 15;

/**
 * Lets the lines of an older cache be found by their words, too, bit by bit until all are. Where it stands is in the
 * cache, so it goes on after a restart.
 * @returns what ends it.
 */
export function takeInWords(
  backlog: LineCache['wordBacklog'],
  schedule: Schedule,
  onUnexpected: (error: unknown) => void,
): () => void {
  let cancel = (): void => {};

  function step(): void {
    if (backlog.isEmpty()) return;
    try {
      backlog.takeIn(linesAtOnce);
    } catch (error) {
      onUnexpected(error);
      return;
    }
    cancel = schedule(pauseMs, step);
  }

  step();
  return () => cancel();
}
