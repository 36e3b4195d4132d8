import { randomUUID } from 'node:crypto';
import { StationFault, type UnknownParcel } from '../../preload/contract/index.ts';
import type { Database } from '../storage/index.ts';
import type { WaybillCandidate } from '../waybills/index.ts';
import { isoTime, isoTimeOrNull } from './iso-time.ts';

/** Parcels that were scanned and that no order line had. A row is never removed; it only goes from state to state. */
export interface UnknownParcels {
  /** Inside the caller's transaction. The same waybill again only counts up; a closed one is open again. */
  scanned(scan: { raw: string; candidates: WaybillCandidate[]; receiver: string; at: number }): UnknownParcel;
  /** Marks those that can mean one of these keys as matched, and answers with them. */
  match(keys: readonly string[], at: number): UnknownParcel[];
  /** Marks those as matched that the cache knows by now, as `match` would have if the station had not been stopped. */
  matchAll(at: number): void;
  /** Takes those that can mean the waybill off the list because the receipt has booked them. */
  closeBy(receiptId: string, waybill: string): void;
  /** Puts those on the list again that the receipt took off it. */
  reopen(receiptId: string): void;
  list(query: { state: 'open' | 'all'; limit: number }): UnknownParcel[];
  note(id: string, note: string): UnknownParcel;
  close(id: string): UnknownParcel;
  counts(): { open: number; matched: number };
  /** Waybills to ask OT Platform for, those scanned last first. */
  openWaybills(limit: number): string[];
}

interface UnknownRow {
  id: string;
  number: number;
  waybill: string;
  raw: string;
  first_scanned_at: number;
  last_scanned_at: number;
  receiver: string;
  scans: number;
  note: string;
  state: UnknownParcel['state'];
  matched_at: number | null;
}

export function createUnknownParcels(database: Database): UnknownParcels {
  const byId = database.prepare<UnknownRow>('SELECT * FROM unknown_parcels WHERE id = ?');
  const byWaybill = database.prepare<{ id: string }>(`
    SELECT id FROM unknown_parcels WHERE waybill IN (SELECT value FROM json_each(?)) ORDER BY number DESC LIMIT 1`);
  const insert = database.prepare(`
    INSERT INTO unknown_parcels (id, number, waybill, raw, first_scanned_at, last_scanned_at, scans, receiver, state)
    VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM unknown_parcels), ?, ?, ?, ?, 1, ?, 'unknown')`);
  const insertKey = database.prepare('INSERT OR IGNORE INTO unknown_parcel_keys (waybill_key, parcel_id) VALUES (?, ?)');
  const countScan = database.prepare(`
    UPDATE unknown_parcels SET scans = scans + 1, last_scanned_at = ?, state = 'unknown', matched_at = NULL,
      closed_by_receipt = NULL WHERE id = ?`);
  const withKeys = (states: string): string => `
    state IN (${states}) AND id IN (
      SELECT parcel_id FROM unknown_parcel_keys WHERE waybill_key IN (SELECT value FROM json_each(?)))`;
  const matchable = database.prepare<{ id: string }>(`SELECT id FROM unknown_parcels WHERE ${withKeys(`'unknown'`)}`);
  // CROSS JOIN keeps SQLite from going through a million lines to find the few parcels.
  const matchCached = database.prepare(`
    UPDATE unknown_parcels SET state = 'matched', matched_at = ?
    WHERE state = 'unknown' AND id IN (
      SELECT unknown.parcel_id FROM unknown_parcel_keys unknown
      CROSS JOIN cache.line_waybills known ON known.waybill_key = unknown.waybill_key)`);
  const setMatched = database.prepare(`UPDATE unknown_parcels SET state = 'matched', matched_at = ? WHERE id = ?`);
  const closeByReceipt = database.prepare(
    `UPDATE unknown_parcels SET state = 'closed', closed_by_receipt = ? WHERE ${withKeys(`'unknown', 'matched'`)}`,
  );
  const reopen = database.prepare(
    `UPDATE unknown_parcels SET state = 'matched', closed_by_receipt = NULL WHERE closed_by_receipt = ?`,
  );
  const lists = {
    open: database.prepare<UnknownRow>(
      `SELECT * FROM unknown_parcels WHERE state <> 'closed' ORDER BY number DESC LIMIT ?`,
    ),
    all: database.prepare<UnknownRow>('SELECT * FROM unknown_parcels ORDER BY number DESC LIMIT ?'),
  };
  const setNote = database.prepare('UPDATE unknown_parcels SET note = ? WHERE id = ?');
  const setClosed = database.prepare(`UPDATE unknown_parcels SET state = 'closed' WHERE id = ?`);
  const countByState = database.prepare<{ state: string; parcels: number }>(
    `SELECT state, count(*) AS parcels FROM unknown_parcels WHERE state <> 'closed' GROUP BY state`,
  );
  const openWaybills = database.prepare<{ waybill: string }>(
    `SELECT waybill FROM unknown_parcels WHERE state = 'unknown' ORDER BY last_scanned_at DESC LIMIT ?`,
  );

  function read(id: string): UnknownParcel {
    const row = byId.get(id);
    if (!row) throw new StationFault({ code: 'not-found', details: { unknownParcel: id } });
    return parcelOf(row);
  }

  function add(waybill: string, raw: string, at: number, receiver: string): string {
    const id = randomUUID();
    insert.run(id, waybill, raw, at, at, receiver);
    return id;
  }

  return {
    scanned({ raw, candidates, receiver, at }) {
      const known = byWaybill.get(JSON.stringify(wholeNumbers(candidates)));
      if (known) countScan.run(at, known.id);
      const id = known?.id ?? add(candidates[0]?.key ?? '', raw, at, receiver);
      for (const { key } of candidates) insertKey.run(key, id);
      return read(id);
    },
    match(keys, at) {
      const found = matchable.all(JSON.stringify(keys));
      for (const { id } of found) setMatched.run(at, id);
      return found.map(({ id }) => read(id));
    },
    matchAll(at) {
      matchCached.run(at);
    },
    closeBy(receiptId, waybill) {
      closeByReceipt.run(receiptId, JSON.stringify([waybill]));
    },
    reopen(receiptId) {
      reopen.run(receiptId);
    },
    list: ({ state, limit }) => lists[state].all(limit).map(parcelOf),
    note(id, note) {
      setNote.run(note, id);
      return read(id);
    },
    close(id) {
      setClosed.run(id);
      return read(id);
    },
    counts() {
      const rows = countByState.all();
      const count = (state: string): number => rows.find((row) => row.state === state)?.parcels ?? 0;
      return { open: count('unknown') + count('matched'), matched: count('matched') };
    },
    openWaybills: (limit) => openWaybills.all(limit).map((row) => row.waybill),
  };
}

/** A part of a longer text, such as a telephone number in a QR code, can be in the codes of many parcels. */
function wholeNumbers(candidates: WaybillCandidate[]): string[] {
  return candidates.filter((candidate, index) => index === 0 || candidate.how !== 'part').map(({ key }) => key);
}

function parcelOf(row: UnknownRow): UnknownParcel {
  return {
    id: row.id,
    number: row.number,
    waybill: row.waybill,
    raw: row.raw,
    firstScannedAt: isoTime(row.first_scanned_at),
    lastScannedAt: isoTime(row.last_scanned_at),
    receiver: row.receiver,
    scans: row.scans,
    note: row.note,
    state: row.state,
    matchedAt: isoTimeOrNull(row.matched_at),
  };
}
