import type { KnownActivity } from '../known/known-activity.ts';
import type { Registry } from '../known/registry.ts';
import type { StartStore, StoredStart } from './start-store.ts';

/** Starts of which nobody knows how they went, and the activities that could have come of them. */
export interface LostStarts {
  /** The answer of this start did not come. */
  lost(start: StoredStart): void;
  /** The list of activities has told, which was asked for at that time: takes what can only be one start's. */
  searched(askedAt: number): void;
  /**
   * Activities of its kind that came up since it was sent, and that no other start has; null before the list was asked for
   * since its answer was lost.
   */
  candidatesOf(start: StoredStart): KnownActivity[] | null;
  find(id: string): StoredStart | null;
}

export interface LostStartsParts {
  store: StartStore;
  registry: Pick<Registry, 'underWay' | 'ended'>;
  now: () => number;
  /** A start can only have become this activity. */
  onFound: (start: StoredStart, activity: KnownActivity) => void;
}

/** Ended activities among which one that was just started is looked for. */
const mostLookedAt = 100;

export function createLostStarts({ store, registry, now, onFound }: LostStartsParts): LostStarts {
  // What was asked for before the answer was lost may be older than the activity.
  const lostAt = new Map<string, number>(all().map(({ id }) => [id, now()]));
  const searchedFor = new Set<string>();

  function all(): StoredStart[] {
    return store.unsettled().filter(({ state }) => state === 'unknown');
  }

  function couldBe(activity: KnownActivity, start: StoredStart): boolean {
    return activity.kind === start.kind && activity.knownSince >= start.at && store.ofActivity(activity) === null;
  }

  function candidates(start: StoredStart): KnownActivity[] {
    return [...registry.underWay(), ...registry.ended(mostLookedAt)].filter((activity) => couldBe(activity, start));
  }

  /** The only one that names the start's orders, unless another start that is not settled could be it as well. */
  function foundFor(start: StoredStart): KnownActivity | null {
    const [only, ...others] = candidates(start).filter((activity) => namesOrdersOf(activity, start));
    if (only === undefined || others.length > 0) return null;
    const rivals = store.unsettled().filter(({ id }) => id !== start.id);
    return rivals.some((rival) => couldBe(only, rival) && namesOrdersOf(only, rival)) ? null : only;
  }

  return {
    lost: ({ id }) => void lostAt.set(id, now()),
    searched(askedAt) {
      for (const start of all()) {
        if ((lostAt.get(start.id) ?? 0) > askedAt) continue;
        searchedFor.add(start.id);
        const found = foundFor(start);
        if (found !== null) onFound(start, found);
      }
    },
    candidatesOf: (start) => (searchedFor.has(start.id) ? candidates(start) : null),
    find: (id) => all().find((start) => start.id === id) ?? null,
  };
}

/** Its words name every order that the start was for; those of a start for all orders cannot tell it from another. */
function namesOrdersOf({ orders }: KnownActivity, start: StoredStart): boolean {
  return start.orders.length > 0 && start.orders.every(({ id }) => orders.some((order) => order.id === id));
}
