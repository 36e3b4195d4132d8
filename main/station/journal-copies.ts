import { copyJournal } from '../storage/index.ts';
import type { StationLog } from './surroundings.ts';

/** A copy of the journal each day: at the start, and when a new day begins while the station runs. */
export interface JournalCopies {
  /** Gives an unfinished copy up; it is made at the next start. */
  stop(): Promise<void>;
}

export interface JournalCopyParts {
  journal: string;
  now: () => number;
  log: Pick<StationLog, 'info' | 'error'>;
  /** Once, when no copy could be made several times in a row. */
  onKeepsFailing: () => void;
  copy?: typeof copyJournal;
}

const hourMs = 60 * 60_000;
/** A full disk or a virus scanner may pass; a copy that fails for hours does not come by itself. */
const failuresToTellOf = 3;

export function keepJournalCopies(parts: JournalCopyParts): JournalCopies {
  const { journal, now, log, onKeepsFailing, copy = copyJournal } = parts;
  const stopping = new AbortController();
  let failures = 0;
  let copying = copyOnce();
  const timer = setInterval(() => {
    copying = copying.then(copyOnce);
  }, hourMs);
  timer.unref();

  async function copyOnce(): Promise<void> {
    try {
      const file = await copy(journal, now(), { signal: stopping.signal });
      failures = 0;
      if (file !== null) log.info({ file }, 'Copied the journal');
    } catch (error) {
      if (!stopping.signal.aborted) noteFailure(error);
    }
  }

  function noteFailure(error: unknown): void {
    failures += 1;
    log.error({ error, failures }, 'The journal could not be copied');
    if (failures === failuresToTellOf) onKeepsFailing();
  }

  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await copying;
    },
  };
}
