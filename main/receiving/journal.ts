import type { JournalEntry, ScanOutcome } from '../../preload/contract/index.ts';
import type { Database } from '../storage/index.ts';
import { isoTime } from './iso-time.ts';

interface EntryRow {
  id: string;
  at: number;
  kind: JournalEntry['kind'];
  outcome: ScanOutcome | null;
  waybill: string;
  raw: string;
  receiver: string;
  lines: number;
  pieces: number;
}

/** Scans, receipts and undos in one list, newest first. */
export function createJournal(database: Database): (query: { limit: number }) => { entries: JournalEntry[] } {
  const newest = database.prepare<EntryRow>(`
    WITH newest_scans AS (
        SELECT id, at, 'scan' AS kind, outcome, waybill, raw, receiver, lines, pieces, rowid AS place, 0 AS rank
        FROM scans ORDER BY at DESC, rowid DESC LIMIT ?1),
      newest_receipts AS (
        SELECT r.id, r.at, iif(r.reverses IS NULL, 'receipt', 'undo') AS kind, NULL AS outcome, r.waybill,
          coalesce((SELECT raw FROM scans WHERE id = r.scan_id), '') AS raw, r.receiver,
          (SELECT count(*) FROM receipt_lines l WHERE l.receipt_id = r.id) AS lines,
          (SELECT abs(sum(pieces)) FROM receipt_lines l WHERE l.receipt_id = r.id) AS pieces,
          r.number AS place, 1 AS rank
        FROM receipts r ORDER BY r.at DESC, r.number DESC LIMIT ?1)
    SELECT * FROM (SELECT * FROM newest_scans UNION ALL SELECT * FROM newest_receipts)
    ORDER BY at DESC, rank DESC, place DESC LIMIT ?1`);

  return ({ limit }) => ({
    entries: newest.all(limit).map(({ id, at, kind, outcome, waybill, raw, receiver, lines, pieces }) => ({
      id,
      at: isoTime(at),
      kind,
      outcome,
      waybill,
      raw,
      receiver,
      lines,
      pieces,
    })),
  });
}
