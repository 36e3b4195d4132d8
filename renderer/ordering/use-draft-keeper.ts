import { useEffect, useState, useSyncExternalStore } from 'react';
import { station } from '../bridge/station.ts';
import { createDraftKeeper, type DraftKeeper, type KeepState } from './draft-keeper.ts';

/** So long after the last key a draft is saved. */
const pauseMs = 600;

/** Saves the draft of an id as it is typed, and when its page or the window is left. */
export function useDraftKeeper(id: string): { keeper: DraftKeeper; state: KeepState } {
  const [keeper] = useState(() =>
    createDraftKeeper({
      save: async (draft) => {
        const result = await station().ordering.saveDraft({ id, draft });
        return result.ok ? null : result.error;
      },
      later: (action) => {
        const timer = setTimeout(action, pauseMs);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => {
    const save = (): void => void keeper.flush();
    window.addEventListener('pagehide', save);
    window.addEventListener('blur', save);
    return () => {
      window.removeEventListener('pagehide', save);
      window.removeEventListener('blur', save);
      save();
    };
  }, [keeper]);
  return { keeper, state: useSyncExternalStore(keeper.subscribe, keeper.state) };
}
