import type { StationError } from '../../preload/contract/call.ts';
import type { OrderDraft } from '../../preload/contract/order-draft.ts';

/** `same`: nothing was typed since it was opened. */
export type KeepState = { name: 'same' | 'typed' | 'saving' | 'saved' } | { name: 'failed'; error: StationError };

/** Keeps a draft as it is typed: a moment after the last key, and at once when the page is left. */
export interface DraftKeeper {
  change(draft: OrderDraft): void;
  /** Saves what is not saved yet; resolves when nothing is left to save, or saving has failed. */
  flush(): Promise<void>;
  /** Nothing more is saved until the next change: the draft was sent or thrown away. */
  drop(): void;
  state: () => KeepState;
  subscribe: (listener: () => void) => () => void;
}

interface DraftKeeperParts {
  /** Null when it went well. */
  save: (draft: OrderDraft) => Promise<StationError | null>;
  /** Calls back after the pause; answers with what stops that. */
  later: (action: () => void) => () => void;
}

export function createDraftKeeper({ save, later }: DraftKeeperParts): DraftKeeper {
  let state: KeepState = { name: 'same' };
  let unsaved: OrderDraft | null = null;
  let cancelTimer: (() => void) | null = null;
  let saving: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  function become(next: KeepState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function stopTimer(): void {
    cancelTimer?.();
    cancelTimer = null;
  }

  /** One after the other, so that an older text never comes after a newer one. */
  async function saveAll(): Promise<void> {
    while (unsaved !== null) {
      const draft: OrderDraft = unsaved;
      unsaved = null;
      become({ name: 'saving' });
      const error = await save(draft);
      if (error !== null) {
        // What was typed meanwhile is newer.
        unsaved ??= draft;
        become({ name: 'failed', error });
        return;
      }
      become({ name: unsaved === null ? 'saved' : 'typed' });
    }
  }

  function flush(): Promise<void> {
    stopTimer();
    saving ??= saveAll().finally(() => {
      saving = null;
    });
    return saving;
  }

  return {
    change(draft) {
      unsaved = draft;
      if (state.name !== 'saving') become({ name: 'typed' });
      stopTimer();
      cancelTimer = later(() => void flush());
    },
    flush,
    drop() {
      stopTimer();
      unsaved = null;
      if (state.name !== 'saving') become({ name: 'same' });
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
