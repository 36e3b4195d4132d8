import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Receipt } from '../../../preload/contract/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { piecesPerLine, type Report, type ReceiptRequest } from './shift.ts';

const rounds = 25;
const worker = join(import.meta.dirname, 'shift-worker.ts');

let folder: string;
const scanned = new Map<string, { raw: string; unknownNumber: number | null }>();
const booked = new Map<string, Receipt>();
let database: Database;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'station-kill-'));
  let unanswered: ReceiptRequest | null = null;
  for (let round = 1; round <= rounds; round += 1) unanswered = await workUntilKilled(round, unanswered);
  database = openDatabase({ journal: join(folder, 'journal.db'), cache: join(folder, 'cache.db') });
}, 300_000);

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/**
 * Kills the worker after some answers and some part of the next call. Keeps what was answered.
 * @returns the receipt that was asked for and not answered, which a person would ask for again.
 */
async function workUntilKilled(round: number, unanswered: ReceiptRequest | null): Promise<ReceiptRequest | null> {
  const request = unanswered === null ? '' : JSON.stringify(unanswered);
  const station = spawn(process.execPath, ['--no-warnings', worker, folder, String(round), request], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const answersToAwait = 1 + ((round * 37) % 60);
  const delayMs = ((round * 13) % 40) / 4;
  let answers = 0;
  let asked: ReceiptRequest | null = null;
  for await (const line of createInterface(station.stdout)) {
    const report = completeReport(line);
    if (report === null) continue;
    asked = keep(report, asked);
    if (report.kind !== 'asking') answers += 1;
    if (answers === answersToAwait) void delay(delayMs).then(() => station.kill('SIGKILL'));
  }
  if (station.exitCode !== null) throw new Error(`The worker ended by itself with code ${station.exitCode}`);
  return asked;
}

/** A report that the kill has cut in two was not given. */
function completeReport(line: string): Report | null {
  try {
    return JSON.parse(line) as Report;
  } catch {
    return null;
  }
}

/** @returns the request that is without an answer after this report. */
function keep(report: Report, asked: ReceiptRequest | null): ReceiptRequest | null {
  switch (report.kind) {
    case 'asking':
      return report.request;
    case 'scanned':
      scanned.set(report.scanId, { raw: report.raw, unknownNumber: report.unknownNumber });
      return asked;
    case 'received':
      booked.set(report.receipt.receiptId, report.receipt);
      return null;
    case 'undone':
      booked.set(report.receipt.receiptId, report.receipt);
      return asked;
  }
}

test('the shift was a real one', () => {
  expect(scanned.size).toBeGreaterThan(100);
  expect([...booked.values()].filter((receipt) => receipt.reverses === null).length).toBeGreaterThan(100);
  expect([...booked.values()].filter((receipt) => receipt.reverses !== null).length).toBeGreaterThan(30);
});

test('every scan that was answered is in the journal, every unknown parcel has its number', () => {
  const rows = database.prepare<{ id: string; raw: string }>('SELECT id, raw FROM scans').all();
  const inJournal = new Map(rows.map((row) => [row.id, row.raw]));
  const lost = [...scanned].filter(([id, { raw }]) => inJournal.get(id) !== raw);
  expect(lost).toEqual([]);

  const shelf = database.prepare<{ raw: string; number: number }>('SELECT raw, number FROM unknown_parcels').all();
  const numbers = new Map(shelf.map((row) => [row.raw, row.number]));
  const renumbered = [...scanned.values()].filter(
    ({ raw, unknownNumber }) => unknownNumber !== null && numbers.get(raw) !== unknownNumber,
  );
  expect(renumbered).toEqual([]);
});

test('every receipt and undo that was answered is in the journal with all its lines', () => {
  const lines = database.prepare<{ line_id: string; pieces: number }>(
    'SELECT line_id, abs(pieces) AS pieces FROM receipt_lines WHERE receipt_id = ? ORDER BY line_id',
  );
  for (const receipt of booked.values()) {
    const row = database.prepare('SELECT waybill, reverses FROM receipts WHERE id = ?').get(receipt.receiptId);
    expect(row).toEqual({ waybill: receipt.waybill, reverses: receipt.reverses });
    const answered = receipt.lines.map(({ lineId, pieces }) => ({ line_id: lineId, pieces }));
    expect(lines.all(receipt.receiptId)).toEqual(answered.sort((one, other) => (one.line_id < other.line_id ? -1 : 1)));
  }
});

test('nothing is half-written: each receipt has lines and an operation for each, each undo undoes all of it', () => {
  const halfBooked = database
    .prepare(`
      SELECT r.id FROM receipts r WHERE r.reverses IS NULL AND (
        NOT EXISTS (SELECT 1 FROM receipt_lines l WHERE l.receipt_id = r.id)
        OR EXISTS (
          SELECT 1 FROM receipt_lines l WHERE l.receipt_id = r.id AND NOT EXISTS (
            SELECT 1 FROM operations o WHERE o.receipt_id = r.id AND o.line_id = l.line_id AND o.pieces = l.pieces)))`)
    .all();
  const halfUndone = database
    .prepare(`
      SELECT inverse.id FROM receipts inverse JOIN receipt_lines l ON l.receipt_id = inverse.reverses
      LEFT JOIN receipt_lines back ON back.receipt_id = inverse.id AND back.line_id = l.line_id
      LEFT JOIN operations o ON o.receipt_id = inverse.reverses AND o.line_id = l.line_id
      WHERE back.pieces IS NOT -l.pieces OR o.state IS NOT 'withdrawn'`)
    .all();
  const withdrawnAlone = database
    .prepare(`
      SELECT id FROM operations o
      WHERE state = 'withdrawn' AND NOT EXISTS (SELECT 1 FROM receipts inverse WHERE inverse.reverses = o.receipt_id)`)
    .all();
  expect({ halfBooked, halfUndone, withdrawnAlone }).toEqual({ halfBooked: [], halfUndone: [], withdrawnAlone: [] });
});

test('numbers run without gaps, and no piece was booked twice', () => {
  const numbers = (table: string) =>
    database.prepare(`SELECT min(number) AS first, max(number) - count(*) AS missing FROM ${table}`).get();
  expect(numbers('receipts')).toEqual({ first: 1, missing: 0 });
  expect(numbers('unknown_parcels')).toEqual({ first: 1, missing: 0 });
  const overbooked = database
    .prepare('SELECT line_id FROM receipt_lines GROUP BY line_id HAVING sum(pieces) NOT BETWEEN 0 AND ?')
    .all(piecesPerLine);
  expect(overbooked).toEqual([]);
});

test('at most what was under way at each kill is there without an answer', () => {
  const count = (table: string) => Number(database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.['rows']);
  expect(count('scans') + count('receipts')).toBeLessThanOrEqual(scanned.size + booked.size + rounds);
  expect(database.prepare('PRAGMA main.integrity_check').get()).toEqual({ integrity_check: 'ok' });
});
