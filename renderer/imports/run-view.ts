import { useCallback, useSyncExternalStore } from 'react';
import type { ImportRowKind } from '../bridge/imports.ts';

/** Which orders of a run its page shows, and from which on. It is kept while a person looks at one of them. */
export interface RunView {
  show: ImportRowKind;
  from: number;
}

const firstView: RunView = { show: 'all', from: 0 };
const views = new Map<string, RunView>();
const listeners = new Set<() => void>();

export function useRunView(runId: string): [RunView, (view: RunView) => void] {
  const view = useSyncExternalStore(subscribe, () => views.get(runId) ?? firstView);
  const setView = useCallback(
    (next: RunView) => {
      views.set(runId, next);
      for (const listener of listeners) listener();
    },
    [runId],
  );
  return [view, setView];
}

/** The run is opened from the list: it begins with all of its orders. */
export function forgetRunView(runId: string): void {
  views.delete(runId);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
