import type { StationError } from '../../../preload/contract/index.ts';
import { activityTypes, describeError, isOtapiError, type OtapiClient } from '../../otapi/index.ts';
import { createFreshReading, type Schedule } from '../../sessions/index.ts';
import type { KnownActivity } from '../known/known-activity.ts';
import type { Registry } from '../known/registry.ts';
import { listDelay } from './poll-pace.ts';

/** Asks which activities there are, so that those started elsewhere are followed too. */
export interface ListWatch {
  /** Asks now, and once more when a question is under way: that one may be older. Never rejects. */
  look(): Promise<void>;
  online(isOnline: boolean): void;
  /** Activities are under way, or none is any more: the next question comes sooner or later. */
  replan(): void;
  /** When the last answer was asked for; milliseconds since 1970, UTC. */
  readAt(): number | null;
  error(): StationError | null;
  isReading(): boolean;
  stop(): Promise<void>;
}

export interface ListWatchParts {
  client: Pick<OtapiClient, 'activities'>;
  registry: Registry;
  now: () => number;
  schedule: Schedule;
  signal: AbortSignal;
  /** After each answer, asked for at `askedAt`: activities that were not known, and known ones that are other now. */
  onListed: (told: { appeared: KnownActivity[]; changed: KnownActivity[]; askedAt: number }) => void;
  onState: () => void;
  onUnexpected: (error: unknown) => void;
}

export function createListWatch(parts: ListWatchParts): ListWatch {
  const { client, registry, now, schedule, signal, onListed, onState, onUnexpected } = parts;
  const reading = createFreshReading(ask, signal, onState);
  let readAt: number | null = null;
  let error: StationError | null = null;
  let failures = 0;
  let isOnline = false;
  let cancel = (): void => {};

  async function ask(): Promise<void> {
    cancel();
    const askedAt = now();
    try {
      const infos = await client.activities.search(Object.values(activityTypes), { signal });
      error = null;
      failures = 0;
      readAt = askedAt;
      onListed({ ...registry.takeListed(infos, askedAt), askedAt });
    } catch (thrown) {
      if (signal.aborted) return;
      if (!isOtapiError(thrown)) onUnexpected(thrown);
      failures += 1;
      error = describeError(thrown);
    }
    plan();
  }

  function plan(): void {
    cancel();
    if (!isOnline || signal.aborted) return;
    cancel = schedule(listDelay({ failures, followed: registry.underWay().length }), () => void reading.join());
  }

  return {
    look: () => reading.anew(),
    online(nowOnline) {
      if (nowOnline === isOnline) return;
      isOnline = nowOnline;
      if (isOnline) void reading.join();
      else cancel();
    },
    replan() {
      if (!reading.isUnderWay()) plan();
    },
    readAt: () => readAt,
    error: () => error,
    isReading: () => reading.isUnderWay(),
    async stop() {
      cancel();
      await reading.ended();
    },
  };
}
