import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOtapiClient, type OrderLine } from '../../../main/otapi/index.ts';
import { startPracticePlatform, type PracticePlatform } from '../../../main/practice/index.ts';
import { openDatabase } from '../../../main/storage/index.ts';
import { createOutboxStore } from '../../../main/sync/index.ts';
import type { Operation } from '../../../preload/contract/index.ts';
import { changesOf, orderedLines } from './practice-station.ts';

const rounds = 20;
const receiptsPerRound = 3;
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

/** Lets the station send, and kills it `afterMs` later. */
async function sendUntilKilled(afterMs: number): Promise<void> {
  const { address, instanceKey, operatorLogin, operatorPassword } = platform;
  const station = spawn(
    process.execPath,
    [sendingProcess, folder, address, instanceKey, operatorLogin, operatorPassword],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(station, 'exit');
  await Promise.race([once(station.stdout, 'data'), ended]);
  await pause(afterMs);
  station.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
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
  // Every request takes a while, so that the kills fall before, into and after each of them.
  for (const method of ['SplitOrderLineForOperator', 'UpdateOrderLineForOperator', 'GetSalesOrderDetailsForOperator']) {
    platform.control.addFault({ method, times: 10_000, effect: { kind: 'delay', milliseconds: 25 } });
  }
  const statesAtKill = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const ofRound = lines.slice(round * receiptsPerRound, (round + 1) * receiptsPerRound);
    withOutbox((_, book) => ofRound.forEach(book));
    await sendUntilKilled((round * 37) % 220);
    for (const { state, step } of operations()) statesAtKill.add(`${state} ${step}`);
  }
  for (let attempt = 0; attempt < 20 && operations().some((operation) => operation.state !== 'done'); attempt += 1) {
    await sendUntilKilled(1_500);
  }

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
  expect([...statesAtKill]).toEqual(expect.arrayContaining(['sending split', 'sending status']));
});
