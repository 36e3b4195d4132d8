import type { OrderDraft } from '../../../preload/contract/index.ts';
import type { Database } from '../../storage/index.ts';

/** A draft as the journal keeps it. Times are milliseconds since 1970, UTC. */
export interface StoredDraft {
  id: string;
  draft: OrderDraft;
  /** The sent order of which it is the corrected copy. */
  corrects: string | null;
  changedAt: number;
}

/** Orders that are still being written. Each change is on disk when the call returns. */
export interface DraftStore {
  /** Those that were neither sent nor thrown away, changed last first. */
  kept(): StoredDraft[];
  find(id: string): StoredDraft | null;
  /** Keeps it as it is now. One that was sent or thrown away stays as it was: a slow page does not bring it back. */
  save(id: string, draft: OrderDraft, corrects?: string | null): StoredDraft;
  /** The copy of a sent order that is being corrected; null when there is none. */
  copyOf(sentId: string): StoredDraft | null;
  /** Takes it off the list; it stays on disk. */
  discard(id: string): void;
  /** Takes `discard` back; nothing for one that was sent. */
  restore(id: string): void;
  /** It has become this sent order, as it was then; written down also when it never was before. */
  sent(id: string, sentId: string, draft: OrderDraft): void;
  /** The sent order that it has become; null while it has become none. */
  sentAs(id: string): string | null;
}

interface DraftRow {
  id: string;
  draft: string;
  corrects: string | null;
  changed_at: number;
  sent_as: string | null;
}

export function createDraftStore(database: Database, now: () => number): DraftStore {
  const kept = database.prepare<DraftRow>('SELECT * FROM order_drafts WHERE removed_at IS NULL ORDER BY changed_at DESC, id');
  const byId = database.prepare<DraftRow>('SELECT * FROM order_drafts WHERE id = ?');
  const upsert = database.prepare(`
    INSERT INTO order_drafts (id, draft, corrects, made_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?4)
    ON CONFLICT (id) DO UPDATE SET draft = excluded.draft, changed_at = excluded.changed_at
    WHERE removed_at IS NULL`);
  const copy = database.prepare<DraftRow>('SELECT * FROM order_drafts WHERE corrects = ? AND removed_at IS NULL LIMIT 1');
  const setRemoved = database.prepare('UPDATE order_drafts SET removed_at = ? WHERE id = ? AND sent_as IS NULL');
  const setSent = database.prepare('UPDATE order_drafts SET removed_at = ?, sent_as = ? WHERE id = ?');

  function find(id: string): StoredDraft | null {
    const row = byId.get(id);
    return row === undefined ? null : draftOf(row);
  }

  return {
    kept: () => kept.all().map(draftOf),
    find,
    save(id, draft, corrects = null) {
      upsert.run(id, JSON.stringify(draft), corrects, now());
      const saved = find(id);
      if (saved === null) throw new Error('a draft was not written down');
      return saved;
    },
    copyOf(sentId) {
      const row = copy.get(sentId);
      return row === undefined ? null : draftOf(row);
    },
    discard: (id) => void setRemoved.run(now(), id),
    restore: (id) => void setRemoved.run(null, id),
    sent(id, sentId, draft) {
      upsert.run(id, JSON.stringify(draft), null, now());
      setSent.run(now(), sentId, id);
    },
    sentAs: (id) => byId.get(id)?.sent_as ?? null,
  };
}

function draftOf(row: DraftRow): StoredDraft {
  return { id: row.id, draft: JSON.parse(row.draft) as OrderDraft, corrects: row.corrects, changedAt: row.changed_at };
}
