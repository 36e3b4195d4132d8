import type { ActivityAddress } from '../../preload/contract/activities.ts';
import type { StartDoubt } from '../../preload/contract/activity-starts.ts';
import type { StationError } from '../../preload/contract/call.ts';
import type { StationBridge } from '../../preload/contract/channels.ts';
import { toStationError, unwrap } from '../bridge/station.ts';
import type { PlannedStart } from './plan-starts.ts';

/**
 * How a start went. `doubt`: something speaks against it, and a person may want it all the same. `unknown`: no answer
 * came; OT Platform may have begun.
 */
export type StartRunState = 'waiting' | 'sending' | 'begun' | 'unknown' | 'doubt' | 'failed';

export interface StartRun {
  key: string;
  planned: PlannedStart;
  requestId: string;
  despite: readonly StartDoubt[];
  state: StartRunState;
  activity: ActivityAddress | null;
  error: StationError | null;
}

export type Starter = ReturnType<typeof createStarter>;

/** The doubts of the contract, which pages know by their types only (preload/contract/activity-starts.ts). */
const doubts: readonly StartDoubt[] = ['session-over', 'under-way', 'not-known'];

/** The doubt that an error tells of, or null. */
export function doubtOf(error: StationError): StartDoubt | null {
  const reason = error.code === 'conflict' ? error.details?.['reason'] : undefined;
  return doubts.find((doubt) => doubt === reason) ?? null;
}

interface StarterOptions {
  activities: Pick<StationBridge['activities'], 'start'>;
  newId: () => string;
  onBegun: (activity: ActivityAddress, planned: PlannedStart) => void;
}

/**
 * Starts what was planned, one after the other. The same content carries the same id until it is known how its start
 * went, so neither a double click nor another try can start it twice.
 */
export function createStarter({ activities, newId, onBegun }: StarterOptions) {
  let runs: readonly StartRun[] = [];
  const listeners = new Set<() => void>();
  const ids = new Map<string, string>();
  let isBusy = false;

  function set(next: readonly StartRun[]): void {
    runs = next;
    for (const listener of listeners) listener();
  }

  function change(key: string, part: Partial<StartRun>): void {
    set(runs.map((run) => (run.key === key ? { ...run, ...part } : run)));
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  function idFor(content: string): string {
    const id = ids.get(content) ?? newId();
    ids.set(content, id);
    return id;
  }

  async function run({ key, planned, requestId, despite }: StartRun): Promise<void> {
    change(key, { state: 'sending', error: null });
    try {
      const { activity } = await unwrap(activities.start({ ...planned.content, requestId, despite: [...despite] }));
      // From here on the same content is another start.
      ids.delete(key);
      change(key, { state: activity ? 'begun' : 'unknown', activity });
      if (activity) onBegun(activity, planned);
    } catch (thrown) {
      const error = toStationError(thrown);
      change(key, { state: doubtOf(error) ? 'doubt' : 'failed', error });
    }
  }

  /** Takes the runs that wait in hand, unless it is doing so already. */
  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let next = runs.find(isWaiting); next; next = runs.find(isWaiting)) await run(next);
    isBusy = false;
  }

  return {
    runs: (): readonly StartRun[] => runs,
    subscribe,
    /** Starts all that was planned; nothing while others are on their way. */
    async begin(planned: readonly PlannedStart[]): Promise<void> {
      if (isBusy) return;
      set(
        planned.map((one) => {
          const key = JSON.stringify(one.content);
          return { key, planned: one, requestId: idFor(key), despite: [], state: 'waiting', activity: null, error: null };
        }),
      );
      await work();
    },
    /** Starts all the same what was in doubt. */
    async accept(key: string): Promise<void> {
      const doubted = runs.find((one) => one.key === key && one.state === 'doubt');
      const doubt = doubted?.error && doubtOf(doubted.error);
      if (!doubted || !doubt) return;
      change(key, { state: 'waiting', despite: [...doubted.despite, doubt] });
      await work();
    },
    /** Tries what failed again. */
    async retry(key: string): Promise<void> {
      if (!runs.some((one) => one.key === key && one.state === 'failed')) return;
      change(key, { state: 'waiting' });
      await work();
    },
    /** The person has read how the starts went. */
    clear(): void {
      if (!isBusy) set([]);
    },
  };
}

function isWaiting({ state }: StartRun): boolean {
  return state === 'waiting';
}
