import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { columnValues, lineColumnNames } from '../../../main/orders/cached-line.ts';
import { pageSize } from '../../../main/sync/cache/pages.ts';
import type { Station } from '../../../main/station/index.ts';
import { createBenchStation } from '../bench-station.ts';
import { copyProfile, newProfile, removeProfile } from '../cache/profile.ts';
import { fillUntil } from '../cache/large-cache.ts';
import { maximum, watchBlocks } from '../measurements.ts';
import { atLeastTimes, atMost, rounded, rowOf, type BenchRow, type Round } from '../row.ts';
import { until } from '../until.ts';
import type { WireProcess } from '../wire/wire-process.ts';
import { decodeLines, parseBarely } from './decode.ts';

/** Items that two pages of a fill share (`main/sync/cache/pages.ts`). */
const overlap = 5;
const pollMs = 10;

export interface FillPlan {
  rounds: number;
  linesPerRound: number;
}

interface FillRound extends Round {
  blocks: ReturnType<ReturnType<typeof watchBlocks>['end']>;
}

/** Fills that a station makes of an empty cache, so that the wire has the pages from then on. */
export async function recordPages(wire: WireProcess, plan: FillPlan): Promise<void> {
  const profile = newProfile();
  const station = createBenchStation(profile, wire.origin);
  await station.open();
  await fillUntil(station, linesBefore(plan) + (plan.rounds + 2) * plan.linesPerRound);
  await station.stop();
  removeProfile(profile);
}

/** What the profile has read before, and a little more. */
function linesBefore(plan: FillPlan): number {
  return 700 + plan.linesPerRound;
}

/**
 * Turn by turn the station goes on with its fill for some thousand lines, and the bare work is done on the same pages.
 * The first round is warm-up. Lines per second.
 */
export async function fillRounds(wire: WireProcess, profile: string, plan: FillPlan): Promise<FillRound[]> {
  const copy = copyProfile(profile);
  const bare = openBare(join(copy, 'bare.db'));
  const station = createBenchStation(copy, wire.origin);
  const rounds: FillRound[] = [];
  try {
    await station.open();
    await untilPaused(station);
    for (let round = 0; round <= plan.rounds; round += 1) {
      const { from, to, value, blocks } = await timedFill(station, plan.linesPerRound);
      const pages = await pagesBetween(wire, from, to);
      const reference = bare.fill(pages);
      if (round > 0) rounds.push({ value, reference, blocks });
    }
  } finally {
    await station.stop();
    bare.close();
    removeProfile(copy);
  }
  return rounds;
}

async function untilPaused({ handlers }: Station): Promise<void> {
  await until(async () => {
    const { cache, network } = await handlers.status.read({});
    return network === 'online' && cache.fill?.state === 'paused';
  });
}

async function timedFill({ handlers }: Station, lines: number) {
  const stateNow = async () => {
    const { cache } = await handlers.status.read({});
    return { lines: cache.lines, done: cache.fill?.done ?? 0 };
  };
  const before = await stateNow();
  const watch = watchBlocks();
  const startedAt = performance.now();
  await handlers.status.resumeFill({});
  await until(async () => (await stateNow()).lines >= before.lines + lines, pollMs);
  const seconds = (performance.now() - startedAt) / 1000;
  const blocks = watch.end();
  const value = ((await stateNow()).lines - before.lines) / seconds;
  await handlers.status.pauseFill({});
  // The page under way is still taken in.
  let last = -1;
  await until(async () => {
    const { done } = await stateNow();
    const isSettled = done === last;
    last = done;
    return isSettled;
  }, 300);
  return { from: before.done, to: last, value, blocks };
}

/** The pages by which a fill has come from one position to another. */
async function pagesBetween(wire: WireProcess, from: number, to: number): Promise<Uint8Array[]> {
  const pages: Uint8Array[] = [];
  for (let position = from - overlap; position + overlap < to; position += pageSize - overlap) {
    pages.push(await wire.page(position, pageSize));
  }
  return pages;
}

/**
 * The least that a copy of these lines costs: each page parsed by fast-xml-parser alone, then all rows of the round put
 * into a table that has their columns and no index, by one prepared INSERT in one transaction. Answers with lines per
 * second; a line that two pages have counts and is inserted once.
 */
function openBare(file: string): { fill(pages: readonly Uint8Array[]): number; close(): void } {
  const connection = new DatabaseSync(file);
  connection.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE bare_lines (number INTEGER PRIMARY KEY, ${lineColumnNames.join(', ')}, read_at INTEGER)`);
  const insert = connection.prepare(
    `INSERT INTO bare_lines (${lineColumnNames.join(', ')}, read_at) VALUES (${lineColumnNames.map(() => '?').join(', ')}, ?)`,
  );
  return {
    fill(pages) {
      const lines = new Map(pages.flatMap((page) => decodeLines(page)).map((line) => [line.id, line]));
      const rows = [...lines.values()].map((line) => [...columnValues(line), 1]);
      const startedAt = performance.now();
      for (const page of pages) parseBarely(page);
      connection.exec('BEGIN IMMEDIATE');
      for (const row of rows) insert.run(...row);
      connection.exec('COMMIT');
      return rows.length / ((performance.now() - startedAt) / 1000);
    },
    close: () => connection.close(),
  };
}

export const fillPlan = (quick: boolean): FillPlan => (quick ? { rounds: 3, linesPerRound: 900 } : { rounds: 7, linesPerRound: 2_700 });

/** Rate and longest block of a fill, from the same rounds. */
export async function fillRows(wire: WireProcess, profile: string, quick: boolean): Promise<BenchRow[]> {
  const plan = fillPlan(quick);
  const rounds = await fillRounds(wire, profile, plan);
  const blocks = rounds.map((round) => round.blocks);
  return [
    rowOf({
      name: 'cache fill from XML on the wire',
      unit: 'lines/s',
      target: atLeastTimes(0.5),
      method:
        'The station without its windows goes on with its fill over HTTP from a process that has the answers ready, against fast-xml-parser alone on the bytes of the same pages and one bulk INSERT of the same rows without any index, round by round.',
      seen: `Pages of ${pageSize} share ${overlap} lines, so a twentieth is read twice on both sides.`,
      whyMissed:
        'the station also checks and decodes every value, keeps seven indexes and an index of words, commits every page, and hands pages from thread to thread; on two processors its threads, the process that answers and the heartbeat share what the reference has alone.',
      samples: rounds.length * plan.linesPerRound,
      rounds,
    }),
    rowOf({
      name: 'longest block of the main process in a fill',
      unit: 'ms',
      target: atMost(16, 'ms'),
      method:
        'A heartbeat of 1 ms in the process of that station; what it comes late is a block, by the clock, so other processes count; the longest of each round, and of these the median; absolute, no reference.',
      seen: `Over all rounds: longest ${rounded(maximum(blocks.map((block) => block.longest)))} ms by the clock, ${rounded(maximum(blocks.map((block) => block.longestWork)))} ms of processor time; blocks over 16 ms in a round: ${blocks.map((block) => block.overFrame).join(', ')}.`,
      whyMissed: 'what is left in the main process is the receiving of an answer of a quarter of a megabyte and handing it to the threads; other work on the processors and the garbage collector add to that.',
      samples: rounds.length,
      rounds: blocks.map((block) => ({ value: block.longest })),
    }),
  ];
}
