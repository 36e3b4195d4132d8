import type { CarrierCode } from '../../../preload/contract/carriers.ts';
import type { AwaitedParcel, LookupAnswer } from '../../../preload/contract/lookup.ts';
import type {
  DayTotals,
  JournalEntry,
  Parcel,
  Receipt,
  ReceiptAnswer,
  ScanAnswer,
  UndoAnswer,
  UnknownParcel,
} from '../../../preload/contract/receiving.ts';
import { compact, outcomeOf } from '../../../renderer/receive/parcel-lines.ts';
import { sampleJournal, sampleUnknown, sampleWorldParcels, unknown } from './sample-world.ts';

interface Booking {
  requestId: string;
  scanId: string | null;
  waybill: string;
  lines: { lineId: string; pieces: number }[];
}

/** Receiving in memory, by the contract's words: scans, receipts, undo, unknown parcels, journal. */
export function createMockReceiving() {
  const parcels = new Map(sampleWorldParcels().map((parcel) => [parcel.waybill, parcel]));
  const unknownParcels = sampleUnknown();
  const journal = sampleJournal();
  const receipts: Receipt[] = [];
  const totals: DayTotals = { parcels: 38, lines: 97, pieces: 214, unknown: 3, undone: 1 };
  let scans = 0;

  function scan({ raw }: { raw: string }): ScanAnswer {
    scans += 1;
    const waybill = compact(raw);
    const parcel = parcels.get(waybill) ?? null;
    const refused = waybill.length < 3;
    const unknownParcel = parcel === null && !refused ? keepUnknown(waybill, raw) : null;
    const outcome = parcel ? outcomeOf(parcel) : refused ? 'refused' : 'unknown';
    note({ kind: 'scan', outcome, waybill: refused ? '' : waybill, raw, lines: parcel?.lines.length ?? 0, pieces: 0 });
    return {
      scanId: `S-${scans}`,
      at: new Date().toISOString(),
      raw,
      outcome,
      carriers: carriersOf(waybill),
      parcel,
      unknownParcel,
      repeated: false,
    };
  }

  function keepUnknown(waybill: string, raw: string): UnknownParcel {
    const known = unknownParcels.find((candidate) => candidate.waybill === waybill);
    if (known) {
      known.scans += 1;
      return { ...known };
    }
    const next = { ...unknown(18, waybill, 'unknown'), raw, firstScannedAt: new Date().toISOString() };
    unknownParcels.push(next);
    return { ...next };
  }

  function receive({ requestId, waybill, lines }: Booking): ReceiptAnswer {
    const parcel = book(waybill, new Map(lines.map((line) => [line.lineId, line.pieces])));
    const receipt = receiptOf(requestId, parcel, lines, null);
    receipts.push(receipt);
    note({ kind: 'receipt', outcome: null, waybill, raw: '', lines: lines.length, pieces: sum(lines) });
    totals.pieces += sum(lines);
    return { receipt, parcel };
  }

  function undoLast({ requestId }: { requestId: string }): UndoAnswer | null {
    const last = receipts.pop();
    if (!last) return null;
    const parcel = book(last.waybill, new Map(last.lines.map((line) => [line.lineId, -line.pieces])));
    totals.undone += 1;
    note({ kind: 'undo', outcome: null, waybill: last.waybill, raw: '', lines: last.lines.length, pieces: sum(last.lines) });
    return { receipt: receiptOf(requestId, parcel, last.lines, last.receiptId), parcel, withdrawn: last.lines.length, toReverse: 0 };
  }

  /** Changes what was received of the parcel's lines. */
  function book(waybill: string, pieces: ReadonlyMap<string, number>): Parcel {
    const before = parcels.get(waybill);
    if (!before) throw new Error(`The mock has no parcel ${waybill}`);
    const lines = before.lines.map((line) => {
      const receivedBefore = line.receivedBefore + (pieces.get(line.lineId) ?? 0);
      return { ...line, receivedBefore, awaited: Math.max(0, line.quantity - receivedBefore) };
    });
    const parcel = { ...before, lines };
    parcels.set(waybill, parcel);
    return parcel;
  }

  function note(entry: Omit<JournalEntry, 'id' | 'at' | 'receiver'>): void {
    journal.unshift({ id: `N-${journal.length}`, at: new Date().toISOString(), receiver: 'Ivan Orlov', ...entry });
  }

  function search({ text }: { text: string }): LookupAnswer {
    const wanted = compact(text);
    const lines = [...parcels.values()].flatMap((parcel) => parcel.lines);
    const found = lines.filter((line) => [line.orderId, ...line.waybills].some((number) => number.includes(wanted)));
    return {
      lines: found.map((line) => ({ ...line, match: 'waybill-ending' })),
      more: false,
      wordsToCome: false,
      origin: { source: 'cache', readAt: new Date().toISOString() },
    };
  }

  function awaited({ limit = 8 }: { limit?: number | undefined }): { parcels: AwaitedParcel[] } {
    const counted = [...parcels.values()].map(({ waybill, lines }) => {
      const open = lines.filter((line) => line.awaited > 0);
      return { waybill, lines: open.length, pieces: open.reduce((total, line) => total + line.awaited, 0) };
    });
    return { parcels: counted.filter(({ pieces }) => pieces > 0).slice(0, limit) };
  }

  return {
    scan,
    awaited,
    receive,
    undoLast,
    search,
    parcel: ({ waybill }: { waybill: string }) => parcels.get(waybill) ?? null,
    journal: () => ({ entries: [...journal] }),
    totals: () => ({ ...totals }),
    unknownParcels: () => ({ parcels: unknownParcels.filter(({ state }) => state !== 'closed').map((parcel) => ({ ...parcel })) }),
    noteUnknownParcel: ({ id, note: text }: { id: string; note: string }) => change(unknownParcels, id, { note: text }),
    closeUnknownParcel: ({ id }: { id: string }) => change(unknownParcels, id, { state: 'closed' }),
  };
}

function change(parcels: UnknownParcel[], id: string, part: Partial<UnknownParcel>): UnknownParcel {
  const parcel = parcels.find((candidate) => candidate.id === id);
  if (!parcel) throw new Error(`The mock has no unknown parcel ${id}`);
  return Object.assign(parcel, part);
}

function receiptOf(requestId: string, parcel: Parcel, lines: Booking['lines'], reverses: string | null): Receipt {
  return {
    receiptId: requestId,
    at: new Date().toISOString(),
    waybill: parcel.waybill,
    receiver: 'Ivan Orlov',
    station: 'Station 1',
    lines: lines.map((line) => ({ ...line, orderId: 'ORD-0000012345' })),
    reverses,
  };
}

function carriersOf(waybill: string): CarrierCode[] {
  if (waybill.startsWith('YT')) return ['yto'];
  if (waybill.startsWith('SF')) return ['sf'];
  if (waybill.startsWith('JT')) return ['jt'];
  return waybill.startsWith('77') ? ['sto'] : ['yunda', 'zto'];
}

function sum(lines: readonly { pieces: number }[]): number {
  return lines.reduce((total, line) => total + line.pieces, 0);
}
