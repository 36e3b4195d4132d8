import { notFound, StationFault, type KeptDraft, type OrderDraft } from '../../../preload/contract/index.ts';
import type { SentStore } from '../sending/sent-store.ts';
import type { DraftStore, StoredDraft } from './draft-store.ts';

/** Drafts as a person sees and writes them. */
export interface DraftDesk {
  kept(): KeptDraft[];
  /** Fault: `draft-gone`. */
  find(id: string): KeptDraft;
  save(id: string, draft: OrderDraft): KeptDraft;
}

export function createDraftDesk(drafts: DraftStore, sent: Pick<SentStore, 'find'>): DraftDesk {
  function shown({ id, draft, corrects, changedAt }: StoredDraft): KeptDraft {
    const before = corrects === null ? null : sent.find(corrects);
    return {
      id,
      draft,
      changedAt: new Date(changedAt).toISOString(),
      corrects: before === null ? null : { sentId: before.id, reference: before.reference, orderNumber: before.orderNumber },
    };
  }

  function find(id: string): KeptDraft {
    const stored = drafts.find(id);
    if (stored === null) throw new StationFault(notFound('draft-gone'));
    return shown(stored);
  }

  return {
    kept: () => drafts.kept().map(shown),
    find,
    save(id, draft) {
      drafts.save(id, draft);
      return find(id);
    },
  };
}
