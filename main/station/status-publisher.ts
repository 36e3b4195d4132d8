import { isDeepStrictEqual } from 'node:util';
import type { StationStatus } from '../../preload/contract/index.ts';

/** A fill writes thousands of lines a second; the status bar needs to hear of it a few times. */
const shortestIntervalMs = 200;

/** Tells of the state when it has changed: at once after a quiet time, then at most a few times a second. */
export interface StatusPublisher {
  /** Something may have changed. */
  touch(): void;
  stop(): void;
}

export function createStatusPublisher(read: () => StationStatus, publish: (status: StationStatus) => void): StatusPublisher {
  let published: StationStatus | null = null;
  let timer: NodeJS.Timeout | null = null;
  let touchedMeanwhile = false;
  let stopped = false;

  function publishIfChanged(): void {
    touchedMeanwhile = false;
    const status = read();
    if (isDeepStrictEqual(status, published)) return;
    published = status;
    publish(status);
  }

  function touch(): void {
    if (stopped) return;
    if (timer !== null) {
      touchedMeanwhile = true;
      return;
    }
    timer = setTimeout(() => {
      timer = null;
      if (touchedMeanwhile) touch();
    }, shortestIntervalMs);
    timer.unref();
    publishIfChanged();
  }

  return {
    touch,
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
