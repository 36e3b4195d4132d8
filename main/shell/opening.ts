import type { Closing } from './close.ts';

/** Lets the page load while journal and cache are opened: its calls wait for them. */
export interface Opening {
  admit: <T>(work: () => Promise<T>) => Promise<T>;
  /** Rejects with what keeps it from opening; calls that wait are refused then. */
  open: (work: () => Promise<void>) => Promise<void>;
}

export function createOpening({ admit }: Pick<Closing, 'admit'>): Opening {
  const opened = Promise.withResolvers<void>();
  // Whoever awaits `open` hears of it; there may be no call.
  opened.promise.catch(() => {});
  return {
    admit: (work) => admit(() => opened.promise.then(work)),
    async open(work) {
      try {
        await work();
        opened.resolve();
      } catch (error) {
        opened.reject(error);
        throw error;
      }
    },
  };
}
