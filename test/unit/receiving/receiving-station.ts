import { randomUUID } from 'node:crypto';
import type { ReceiptAnswer, StationEvent, StationEvents } from '../../../preload/contract/index.ts';
import { createLineCache, type LineCache } from '../../../main/orders/index.ts';
import type { OrderLine, OtapiClient } from '../../../main/otapi/index.ts';
import { createReceiving, type Receiving } from '../../../main/receiving/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { createOutboxStore, type OutboxStore } from '../../../main/sync/index.ts';

/** Receiving on a database in memory, with a clock that goes by hand. */
export interface ReceivingStation {
  database: Database;
  lineCache: LineCache;
  outbox: OutboxStore;
  receiving: Receiving;
  /** Starts receiving anew on the same database. */
  restart(): void;
  /** Milliseconds since 1970; tests move it. */
  clock: { now: number };
  settings: { receiverName: string; stationName: string; doubleTriggerMs: number; prefix: string; suffix: string };
  unexpected: unknown[];
  /** Puts lines into the cache, read now. */
  cache(...lines: OrderLine[]): void;
  /** Books pieces of lines under a new request. */
  receive(waybill: string, pieces: Record<string, number>, options?: { over?: boolean; requestId?: string }): ReceiptAnswer;
  /** What a table of the journal holds. */
  countRows(table: 'scans' | 'receipts' | 'receipt_lines' | 'operations' | 'unknown_parcels'): number;
  events<Name extends StationEvent>(name: Name): StationEvents[Name][];
}

export function createReceivingStation(client: OtapiClient | null = null): ReceivingStation {
  const clock = { now: Date.UTC(2026, 10, 23, 10, 0, 0) };
  const now = () => clock.now;
  const settings = { receiverName: 'Li', stationName: 'station 1', doubleTriggerMs: 1500, prefix: '', suffix: '' };
  const database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  const lineCache = createLineCache(database, { now });
  const outbox = createOutboxStore(database, { now });
  const emitted: { name: StationEvent; value: unknown }[] = [];
  const unexpected: unknown[] = [];
  const start = () =>
    createReceiving({
      database,
      lineCache,
      outbox,
      client: () => client,
      settings: () => ({
        ...settings,
        scanner: { maximumGapMs: 50, quietMs: 100, minimumLength: 3, prefix: settings.prefix, suffix: settings.suffix },
      }),
      now,
      emit: (name, value) => void emitted.push({ name, value }),
      onUnexpected: (error) => unexpected.push(error),
    });

  const station: ReceivingStation = {
    database,
    lineCache,
    outbox,
    receiving: start(),
    restart() {
      station.receiving = start();
    },
    clock,
    settings,
    unexpected,
    cache: (...lines) => void lineCache.store(lines, clock.now),
    receive(waybill, pieces, { over = false, requestId = randomUUID() } = {}) {
      const lines = Object.entries(pieces).map(([lineId, count]) => ({ lineId, pieces: count }));
      return station.receiving.calls.receive({ requestId, scanId: null, waybill, lines, overReceiptConfirmed: over });
    },
    countRows: (table) => database.prepare<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`).get()?.rows ?? 0,
    events: <Name extends StationEvent>(name: Name) =>
      emitted.filter((event) => event.name === name).map((event) => event.value as StationEvents[Name]),
  };
  return station;
}
