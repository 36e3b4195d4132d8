import type { ScanOutcome, ScanSource } from '../../preload/contract/index.ts';
import type { Database } from '../storage/index.ts';

export interface NewScan {
  id: string;
  at: number;
  raw: string;
  source: ScanSource;
  waybill: string;
  outcome: ScanOutcome;
  lines: number;
  /** Pieces that were awaited. */
  pieces: number;
  linesReadAt: number | null;
  receiver: string;
  station: string;
}

/** Writes scans into the journal; the raw text is kept for ever. */
export function createScanBook(database: Database): (scan: NewScan) => void {
  const insert = database.prepare(`
    INSERT INTO scans (id, at, raw, source, waybill, outcome, lines, pieces, lines_read_at, receiver, station)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return ({ id, at, raw, source, waybill, outcome, lines, pieces, linesReadAt, receiver, station }) => {
    insert.run(id, at, raw, source, waybill, outcome, lines, pieces, linesReadAt, receiver, station);
  };
}
