import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { keepCheckpoints } from '../../../main/storage/index.ts';
import { newProfile, removeProfile, withCache, type OpenCache } from '../cache/profile.ts';
import { interleaved } from '../rounds.ts';
import { atMostTimes, median, rounded, rowOf, type BenchRow } from '../row.ts';
import { someWaybills } from './lookup.ts';
import { receivingOffline } from './words.ts';

interface Request {
  requestId: string;
  scanId: null;
  waybill: string;
  lines: { lineId: string; pieces: number }[];
  overReceiptConfirmed: false;
}

/**
 * Receipt to durable, p50: `receiving.receive` of a parcel's awaited lines until it has answered, which it does once
 * receipt, lines and operations are on disk, against one INSERT of as many bytes into a table of one column that is
 * committed in the same way (WAL, synchronous=FULL) in the same folder.
 */
export async function receiptRow(cache: string, quick: boolean): Promise<BenchRow> {
  const plan = quick ? { rounds: 3, samplesPerRound: 60 } : { rounds: 7, samplesPerRound: 200 };
  const folder = newProfile();
  const files = { journal: join(folder, 'journal.db'), cache };
  const plain = openPlain(join(folder, 'plain.db'));
  try {
    return await withCache(files, async (open) => {
      const { calls } = receivingOffline(open);
      const requests = requestsOf(open, 2 * (plan.rounds + 1) * plan.samplesPerRound + 2);
      const receive = (request: Request | undefined): void => {
        if (request === undefined) throw new Error('The cache has too few awaited parcels');
        calls.receive(request);
      };
      receive(requests.pop());
      const first = requests.pop();
      const before = statSync(`${files.journal}-wal`).size;
      receive(first);
      const walBytes = statSync(`${files.journal}-wal`).size - before;
      const bytes = bytesOf(open, first?.requestId ?? '');
      const checkpoints = keepCheckpoints([files.journal, plain.file], (error) => process.stderr.write(String(error)));
      const value = (): void => receive(requests.pop());
      const rounds = interleaved(plan, value, () => plain.commit(bytes));
      const byPages = interleaved(plan, value, () => plain.commit(walBytes));
      await checkpoints.stop();
      return rowOf({
        name: 'receipt to durable, p50',
        unit: 'ms',
        target: atMostTimes(2),
        method:
          'receiving.receive of a parcel until it has answered (receipt, lines, operations on disk), against one INSERT of as many bytes into a one-column table with the same durability in the same folder, turn by turn.',
        seen: `A receipt writes ${bytes} bytes of content, which are ${Math.round(walBytes / 4096)} pages in the log; against a bare commit of as many pages the ratio is ${rounded(median(byPages.map((round) => round.value / (round.reference ?? 1))))}.`,
        whyMissed:
          'a receipt stands in three tables with their indexes, so its commit writes fifteen pages where the bare one writes two, and some twenty statements read the lines and what is pending of them before and after.',
        samples: plan.rounds * plan.samplesPerRound,
        rounds,
      });
    });
  } finally {
    plain.close();
    removeProfile(folder);
  }
}

/** Each of another parcel whose lines are awaited. */
function requestsOf(open: OpenCache, count: number): Request[] {
  const { calls } = receivingOffline(open);
  const requests = new Map<string, Request>();
  const mostTried = 20 * count;
  for (const waybill of someWaybills(open, mostTried)) {
    if (requests.size === count) break;
    if (requests.has(waybill)) continue;
    const awaited = (calls.parcel({ waybill })?.lines ?? []).filter((line) => line.awaited > 0);
    const lines = awaited.map(({ lineId, awaited: pieces }) => ({ lineId, pieces }));
    if (lines.length > 0) requests.set(waybill, { requestId: randomUUID(), scanId: null, waybill, lines, overReceiptConfirmed: false });
  }
  return [...requests.values()];
}

/** Bytes of all values that a receipt has left in the journal. */
function bytesOf({ database }: OpenCache, id: string): number {
  const rows = [
    ...database.prepare('SELECT * FROM receipts WHERE id = ?').all(id),
    ...database.prepare('SELECT * FROM receipt_lines WHERE receipt_id = ?').all(id),
    ...database.prepare('SELECT * FROM operations WHERE receipt_id = ?').all(id),
  ];
  return rows
    .flatMap((row) => Object.values(row))
    .reduce<number>((sum, value) => sum + (typeof value === 'string' ? Buffer.byteLength(value) : value === null ? 0 : 8), 0);
}

interface Plain {
  file: string;
  commit(bytes: number): void;
  close(): void;
}

/** A database of one table with one column, as durable as the journal. */
function openPlain(file: string): Plain {
  const connection = new DatabaseSync(file);
  connection.exec(`
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE plain (content BLOB NOT NULL) STRICT`);
  const insert = connection.prepare('INSERT INTO plain (content) VALUES (?)');
  return {
    file,
    commit: (bytes) => void insert.run(new Uint8Array(bytes).fill(7)),
    close: () => connection.close(),
  };
}
