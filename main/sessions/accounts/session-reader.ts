import type { Provider, StationError } from '../../../preload/contract/index.ts';
import { describeError, type OtapiClient, type ProviderSession } from '../../otapi/index.ts';
import { createFreshReading } from '../fresh-reading.ts';
import type { Schedule } from '../schedule.ts';
import { undecidedOther, type AccountStore } from './account-store.ts';
import type { ProviderStore } from './provider-store.ts';

export interface SessionReaderParts {
  client: Pick<OtapiClient, 'providerSessions' | 'lists'>;
  accounts: AccountStore;
  providers: ProviderStore;
  now: () => number;
  schedule: Schedule;
  registerSecret: (secret: string) => void;
  onChange: () => void;
}

/** Reads providers and their sessions from OT Platform, which is the truth about them (reference 3.1, 7.3). */
export interface SessionReader {
  /**
   * Reads now, and once more when a reading is under way: that one may have asked before what the caller wants to see.
   * Never rejects: `error` tells what went wrong.
   */
  read(): Promise<void>;
  /** Takes over a list that was read for another reason. */
  take(providerType: string, sessions: readonly ProviderSession[]): void;
  /** Reads by itself while online, at once when that has just begun. */
  online(isOnline: boolean): void;
  /** When everything was last read; milliseconds since 1970. */
  readAt(): number | null;
  error(): StationError | null;
  isReading(): boolean;
  stop(): Promise<void>;
}

/** Sessions that were made elsewhere are seen after this time at the latest, while online; milliseconds. */
const readEveryMs = 15 * 60_000;

export function createSessionReader(parts: SessionReaderParts): SessionReader {
  const { client, accounts, providers, now, schedule, registerSecret, onChange } = parts;
  const stopping = new AbortController();
  const options = { signal: stopping.signal };
  /** How many lists of a provider were taken over: what was asked for before the last of them is old. */
  const taken = new Map<string, number>();
  const reading = createFreshReading(read, stopping.signal, onChange);
  let readAt: number | null = null;
  let error: StationError | null = null;
  let isOnline = false;
  let cancelNext = (): void => {};

  /** Accounts that a person is being asked about: the list must not add them by itself. */
  function undecided(): string[] {
    return accounts.list().flatMap((account) => undecidedOther(account) ?? []);
  }

  const countOf = (providerType: string): number => taken.get(providerType) ?? 0;

  function take(providerType: string, sessions: readonly ProviderSession[]): void {
    for (const { id } of sessions) registerSecret(id);
    taken.set(providerType, countOf(providerType) + 1);
    accounts.takeList(providerType, sessions, undecided());
  }

  async function readSessionsOf({ type }: Provider): Promise<void> {
    const asked = countOf(type);
    const sessions = await client.providerSessions.list(type, options);
    if (countOf(type) === asked) take(type, sessions);
  }

  /** One provider's failure keeps nobody from knowing the others' sessions. */
  async function readAll(): Promise<void> {
    const known = providers.take(await client.lists.providers(options));
    const outcomes = await Promise.allSettled(known.map(readSessionsOf));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  async function read(): Promise<void> {
    cancelNext();
    try {
      await readAll();
      error = null;
      readAt = now();
    } catch (thrown) {
      if (!stopping.signal.aborted) error = describeError(thrown);
    }
    planNext();
  }

  function planNext(): void {
    cancelNext();
    if (isOnline && !stopping.signal.aborted) cancelNext = schedule(readEveryMs, () => void reading.join());
  }

  return {
    read: () => reading.anew(),
    take,
    online(nowOnline) {
      if (nowOnline === isOnline) return;
      isOnline = nowOnline;
      if (isOnline) void reading.join();
      else cancelNext();
    },
    readAt: () => readAt,
    error: () => error,
    isReading: () => reading.isUnderWay(),
    async stop() {
      stopping.abort();
      cancelNext();
      await reading.ended();
    },
  };
}
