import { setTimeout as pause } from 'node:timers/promises';

/** Resolves once `isSo` says yes; asked every few milliseconds, for two minutes at most. */
export async function until(isSo: () => boolean | Promise<boolean>, everyMs = 20): Promise<void> {
  const givenUpAt = performance.now() + 120_000;
  while (!(await isSo())) {
    if (performance.now() > givenUpAt) throw new Error('What was waited for has not come for two minutes');
    await pause(everyMs);
  }
}
