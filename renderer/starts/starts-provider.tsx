import { createContext, useContext, useReducer, useState, useSyncExternalStore, type Dispatch, type ReactNode } from 'react';
import type { ActivityAddress } from '../../preload/contract/activities.ts';
import { activityKey } from '../activities/activity-key.ts';
import { station } from '../bridge/station.ts';
import { emptyStartDraft, startDraftReducer, type StartDraft, type StartDraftAction } from './start-draft.ts';
import { createStarter, type Starter, type StartRun } from './starter.ts';

interface Starts {
  draft: StartDraft;
  change: Dispatch<StartDraftAction>;
  starter: Starter;
  /** Provider orders from which an unlinking that was started on this page unbinds lines; empty when not known. */
  unboundBy: (activity: ActivityAddress) => readonly string[];
}

const StartsContext = createContext<Starts | null>(null);

/** One draft of a start for the whole frame: it stays while a person looks at another screen. */
export function StartsProvider({ children }: { children: ReactNode }) {
  const [draft, change] = useReducer(startDraftReducer, emptyStartDraft);
  const [unbound] = useState(() => new Map<string, readonly string[]>());
  const [starter] = useState(() =>
    createStarter({
      activities: station().activities,
      newId: () => crypto.randomUUID(),
      onBegun: (activity, { unbinds }) => unbound.set(activityKey(activity), unbinds),
    }),
  );
  const unboundBy = (activity: ActivityAddress): readonly string[] => unbound.get(activityKey(activity)) ?? [];
  return <StartsContext value={{ draft, change, starter, unboundBy }}>{children}</StartsContext>;
}

export function useStarts(): Starts {
  const starts = useContext(StartsContext);
  if (!starts) throw new Error('useStarts needs a StartsProvider above it');
  return starts;
}

export function useStartRuns(): readonly StartRun[] {
  const { starter } = useStarts();
  return useSyncExternalStore(starter.subscribe, starter.runs);
}
