import type { ActivityAddress, StationError } from '../../../preload/contract/index.ts';
import { describeError, isOtapiError, type OtapiClient } from '../../otapi/index.ts';
import type { Schedule } from '../../sessions/index.ts';
import { keyOf, type KnownActivity } from '../known/known-activity.ts';
import type { Registry } from '../known/registry.ts';
import type { Lanes } from './lanes.ts';
import { pollDelay } from './poll-pace.ts';

/** Reads activities again and again until they have ended. */
export interface Follower {
  /** Follows one from now on, and reads it at once; one that is followed already is read at once. */
  follow(address: ActivityAddress): void;
  /** Reads one now, in its lane. Rejects with `OtapiError`; one that OT Platform does not know is marked as gone. */
  read(address: ActivityAddress): Promise<KnownActivity>;
  /** The same without the lane, for whoever has it. */
  readInLane(address: ActivityAddress): Promise<KnownActivity>;
  /** Why the last reading of one failed. */
  errorOf(address: ActivityAddress): StationError | null;
  /** Reads everything at once, or waits with all of it. */
  online(isOnline: boolean): void;
  stop(): void;
}

export interface FollowerParts {
  client: Pick<OtapiClient, 'activities'>;
  registry: Registry;
  lanes: Lanes;
  now: () => number;
  schedule: Schedule;
  signal: AbortSignal;
  /** A reading has failed or works again. */
  onError: () => void;
  onUnexpected: (error: unknown) => void;
}

/** As many readings a second as later on (`poll-pace.ts`); milliseconds. */
const betweenFirstMs = 200;

interface Followed {
  address: ActivityAddress;
  unchanged: number;
  failures: number;
  error: StationError | null;
  /** When it is read next; null while it is being read, or while nothing is asked. */
  dueAt: number | null;
  cancel: () => void;
}

export function createFollower(parts: FollowerParts): Follower {
  const { client, registry, lanes, now, schedule, signal, onError, onUnexpected } = parts;
  const followed = new Map<string, Followed>();
  let isOnline = false;
  /** When the next first reading may be: many that come up together do not all ask at once. */
  let nextFirst = 0;

  async function readInLane(address: ActivityAddress): Promise<KnownActivity> {
    const readAt = now();
    try {
      return registry.takeInfo(address, await client.activities.info(address, { signal }), readAt);
    } catch (error) {
      if (isOtapiError(error) && error.hasCode('NotFound')) registry.markGone(address);
      throw error;
    }
  }

  /** One reading of one activity; never rejects. */
  async function poll(entry: Followed): Promise<void> {
    entry.cancel();
    entry.dueAt = null;
    const before = registry.find(entry.address);
    try {
      const after = await lanes.run(keyOf(entry.address), () => readInLane(entry.address));
      entry.unchanged = before !== null && isSame(before, after) ? entry.unchanged + 1 : 0;
      entry.failures = 0;
      setError(entry, null);
    } catch (error) {
      if (signal.aborted) return;
      if (!isOtapiError(error)) onUnexpected(error);
      entry.failures += 1;
      setError(entry, describeError(error));
    }
    plan(entry);
  }

  function setError(entry: Followed, error: StationError | null): void {
    if (entry.error === null && error === null) return;
    entry.error = error;
    onError();
  }

  function plan(entry: Followed): void {
    entry.cancel();
    entry.dueAt = null;
    const known = registry.find(entry.address);
    if (known === null || known.endedAt !== null) followed.delete(keyOf(entry.address));
    else if (isOnline && !signal.aborted) {
      pollIn(pollDelay({ ...entry, followed: followed.size }), entry);
    }
  }

  function pollIn(delay: number, entry: Followed): void {
    entry.cancel();
    entry.dueAt = now() + delay;
    entry.cancel = schedule(delay, () => void poll(entry));
  }

  function follow(address: ActivityAddress): void {
    const key = keyOf(address);
    const entry = followed.get(key) ?? { address, unchanged: 0, failures: 0, error: null, dueAt: null, cancel: () => {} };
    followed.set(key, entry);
    entry.unchanged = 0;
    readSoon(entry);
  }

  /** Reads one as soon as the others that came up with it leave room. */
  function readSoon(entry: Followed): void {
    if (!isOnline || signal.aborted || lanes.isBusy(keyOf(entry.address))) return plan(entry);
    const at = Math.max(now(), nextFirst);
    if (entry.dueAt !== null && entry.dueAt <= at) return;
    nextFirst = at + betweenFirstMs;
    if (at === now()) void poll(entry);
    else pollIn(at - now(), entry);
  }

  return {
    follow,
    read: (address) => lanes.run(keyOf(address), () => readInLane(address)),
    readInLane,
    errorOf: (address) => followed.get(keyOf(address))?.error ?? null,
    online(nowOnline) {
      if (nowOnline === isOnline) return;
      isOnline = nowOnline;
      for (const entry of followed.values()) {
        entry.failures = 0;
        readSoon(entry);
      }
    },
    stop() {
      isOnline = false;
      for (const { cancel } of followed.values()) cancel();
      followed.clear();
    },
  };
}

/** Nothing that a person would see has changed. */
function isSame(before: KnownActivity, after: KnownActivity): boolean {
  return JSON.stringify({ ...before.told, workTimeMs: null }) === JSON.stringify({ ...after.told, workTimeMs: null });
}
