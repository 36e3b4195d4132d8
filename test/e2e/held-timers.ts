import type { StationApp } from './station-app.ts';

/** Timers of the main process that wait for the test instead of the clock. */
export interface HeldTimers {
  /** Their time has come. */
  pass(): Promise<void>;
}

/** From now on a timer of exactly this length runs only when the test says that its time has passed. */
export async function holdTimersOf({ app }: StationApp, delayMs: number): Promise<HeldTimers> {
  await app.evaluate((_electron, held) => {
    const real = globalThis.setTimeout as unknown as (work: () => void, wait?: number, ...values: unknown[]) => NodeJS.Timeout;
    const waiting = new Map<NodeJS.Timeout, () => void>();
    const hold = (work: () => void, wait?: number, ...values: unknown[]): NodeJS.Timeout => {
      if (wait !== held) return real(work, wait, ...values);
      // One that never comes: it can be cleared as any other.
      const timer = real(() => {}, 2 ** 30);
      waiting.set(timer, work);
      return timer;
    };
    const clear = globalThis.clearTimeout;
    const release = (timer?: NodeJS.Timeout | string | number): void => {
      waiting.delete(timer as NodeJS.Timeout);
      clear(timer);
    };
    const pass = (): void => {
      for (const [timer, work] of waiting) {
        release(timer);
        work();
      }
    };
    Object.assign(globalThis, { setTimeout: hold, clearTimeout: release, passHeldTimers: pass });
  }, delayMs);
  return {
    pass: () =>
      app.evaluate(() => {
        (globalThis as unknown as { passHeldTimers: () => void }).passHeldTimers();
      }),
  };
}
