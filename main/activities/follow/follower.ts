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

interface Followed {
  address: ActivityAddress;
  unchanged: number;
  failures: number;
  error: StationError | null;
  cancel: () => void;
}

export function createFollower(parts: FollowerParts): Follower {
  const { client, registry, lanes, now, schedule, signal, onError, onUnexpected } = parts;
  const followed = new Map<string, Followed>();
  let isOnline = false;

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
    const known = registry.find(entry.address);
    if (known === null || known.endedAt !== null) followed.delete(keyOf(entry.address));
    else if (isOnline && !signal.aborted) {
      entry.cancel = schedule(pollDelay({ ...entry, followed: followed.size }), () => void poll(entry));
    }
  }

  function follow(address: ActivityAddress): void {
    const key = keyOf(address);
    const entry = followed.get(key) ?? { address, unchanged: 0, failures: 0, error: null, cancel: () => {} };
    followed.set(key, entry);
    entry.unchanged = 0;
    if (isOnline && !lanes.isBusy(key)) void poll(entry);
  }

  return {
    follow,
    read: (address) => lanes.run(keyOf(address), () => readInLane(address)),
    readInLane,
    errorOf: (address) => followed.get(keyOf(address))?.error ?? null,
    online(nowOnline) {
      isOnline = nowOnline;
      for (const entry of followed.values()) {
        entry.cancel();
        if (isOnline) follow(entry.address);
      }
    },
    stop() {
      for (const { cancel } of followed.values()) cancel();
      followed.clear();
    },
  };
}

/** Nothing that a person would see has changed. */
function isSame(before: KnownActivity, after: KnownActivity): boolean {
  return JSON.stringify({ ...before.told, workTimeMs: null }) === JSON.stringify({ ...after.told, workTimeMs: null });
}
