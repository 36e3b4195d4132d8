import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOtapiClient, type OrderLine } from '../../../main/otapi/index.ts';
import { startPracticePlatform, type PracticePlatform } from '../../../main/practice/index.ts';
import { openDatabase } from '../../../main/storage/index.ts';
import { createOutboxStore } from '../../../main/sync/index.ts';
import type { Operation } from '../../../preload/contract/index.ts';
import { changesOf, orderedLines } from './practice-station.ts';

const rounds = 20;
const receiptsPerRound = 3;
/** Read, split, read, status, read for each receipt. */
const mostRequestsOfRound = 5 * receiptsPerRound;
const sendingMethods = ['SplitOrderLineForOperator', 'UpdateOrderLineForOperator', 'GetSalesOrderDetailsForOperator'];
const sendingProcess = new URL('sending-process.ts', import.meta.url).pathname;

let platform: PracticePlatform;
let folder: string;
let receipts = 0;

beforeEach(async () => {
  platform = await startPracticePlatform({ lines: 1_000, seed: 21 });
  folder = mkdtempSync(join(tmpdir(), 'sync-kill-'));
});

afterEach(async () => {
  await platform.close();
  rmSync(folder, { recursive: true });
});

/** Opens the station's files while no process has them, and closes them again. */
function withOutbox<T>(work: (outbox: ReturnType<typeof createOutboxStore>, book: (line: OrderLine) => void) => T): T {
  const database = openDatabase({ journal: join(folder, 'journal.db'), cache: join(folder, 'cache.db') });
  const outbox = createOutboxStore(database, { now: Date.now });
  try {
    return work(outbox, (line) =>
      database.transaction(() => {
        receipts += 1;
        database
          .prepare(`INSERT INTO receipts (id, number, at, waybill, receiver, station) VALUES (?, ?, ?, '', '', '')`)
          .run(`r${receipts}`, receipts, Date.now());
        const { orderId, id: lineId, waybill } = line;
        outbox.enqueue(`r${receipts}`, [{ orderId, lineId, waybill, title: '', pieces: 1 }]);
      }),
    );
  } finally {
    database.close();
  }
}

function operations(): Operation[] {
  return withOutbox((outbox) => outbox.list({ show: 'all', offset: 0, limit: 500 }).operations);
}

/** Lets the station send until `isTime`, and kills it. */
async function sendUntil(isTime: (output: string) => boolean): Promise<void> {
  const { address, instanceKey, operatorLogin, operatorPassword } = platform;
  const station = spawn(
    process.execPath,
    [sendingProcess, folder, address, instanceKey, operatorLogin, operatorPassword],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(station, 'exit');
  let output = '';
  station.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await vi.waitUntil(() => isTime(output) || station.exitCode !== null, { interval: 1, timeout: 60_000 });
  station.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

/** Requests of the sender that the platform has carried out. */
function requestsCarriedOut(): number {
  const counts = platform.control.counts();
  return sendingMethods.reduce((sum, method) => sum + (counts[method] ?? 0), 0);
}

async function linesToReceive(): Promise<OrderLine[]> {
  const { address, instanceKey, secret, operatorLogin, operatorPassword } = platform;
  const client = createOtapiClient({
    credentials: { address, instanceKey, secret, operatorLogin, operatorPassword },
    language: () => 'en',
  });
  try {
    return await orderedLines(client, 2, rounds * receiptsPerRound);
  } finally {
    client.close();
  }
}

test('a station killed at any moment of sending loses no receipt and sends none twice', { timeout: 240_000 }, async () => {
  const lines = await linesToReceive();
  // Every request takes a while, so that a kill falls before, into or after the next one.
  for (const method of sendingMethods) {
    platform.control.addFault({ method, times: 10_000, effect: { kind: 'delay', milliseconds: 15 } });
  }
  const stepsAtKill = new Set<string | null>();
  for (let round = 0; round < rounds; round += 1) {
    const ofRound = lines.slice(round * receiptsPerRound, (round + 1) * receiptsPerRound);
    withOutbox((_, book) => ofRound.forEach(book));
    const lastRequest = requestsCarriedOut() + 1 + (round % mostRequestsOfRound);
    await sendUntil((output) => requestsCarriedOut() >= lastRequest || output.includes('drained'));
    for (const { state, step } of operations()) if (state === 'sending') stepsAtKill.add(step);
  }
  await sendUntil((output) => output.includes('drained'));

  expect(operations().map(({ state, remark, error }) => ({ state, remark, error }))).toEqual(
    Array.from({ length: rounds * receiptsPerRound }, () => ({ state: 'done', remark: null, error: null })),
  );
  for (const line of lines) {
    expect(changesOf(platform, line.orderId)).toEqual([
      expect.stringMatching(`^split ${line.id} 1 -> `),
      expect.stringMatching(/^status \d+ 6$/),
    ]);
  }
  // The kills did fall into the middle of things, else this test would show nothing.
  expect([...stepsAtKill].filter((step) => step !== 'read').length).toBeGreaterThan(0);
});
