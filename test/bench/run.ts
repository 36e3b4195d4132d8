/**
 * `npm run bench`: figures of the station beside a reference that is measured in the same run, as a table and as
 * `out/bench.json`, and how cost grows with the cache, as a table and as `out/bench-growth.json`. See `options.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginLargeCache } from './cache/large-cache.ts';
import { filesOf, removeProfile, withCache } from './cache/profile.ts';
import { BadArgument, readOptions, usage, type BenchOptions, type PartName } from './options.ts';
import type { BenchRow } from './row.ts';
import { decodeRow } from './rows/decode.ts';
import { fillPlan, fillRows, recordPages } from './rows/fill.ts';
import { growthRow, growthSizes, type GrowthRow } from './rows/growth.ts';
import { lookupRow } from './rows/lookup.ts';
import { receiptRow } from './rows/receipt.ts';
import { memoryRow, scanRows } from './rows/scan.ts';
import { startRow } from './rows/start.ts';
import { wordsRow } from './rows/words.ts';
import { startWireProcess } from './wire/wire-process.ts';

const out = fileURLToPath(new URL('../../out', import.meta.url));
/** More than all fills of a run read together. */
const linesOfPlatform = 300_000;
const startedAt = performance.now();

try {
  const options = readOptions(process.argv.slice(2));
  if (options === null) say(usage);
  else await bench(options);
} catch (error) {
  if (!(error instanceof BadArgument)) throw error;
  process.stderr.write(`${error.message}\n\n${usage}\n`);
  process.exitCode = 2;
}

async function bench(options: BenchOptions): Promise<void> {
  const { lines, quick } = options;
  const wants = (...parts: PartName[]): boolean => parts.some((part) => options.parts.has(part));
  say(`${cpus().length} processors (${cpus()[0]?.model.trim()}), Node ${process.version}, load ${load()}`);
  const rows: BenchRow[] = [];
  const growth: GrowthRow[] = [];
  const add = (...more: BenchRow[]): void => {
    for (const row of more) say(`${row.name}: ${lineOf(row)}`);
    rows.push(...more);
  };

  const wire = await startWireProcess(linesOfPlatform);
  let profile: string | null = null;
  try {
    const large = await beginLargeCache(wire.origin);
    profile = large.profile;
    if (wants('decode')) add(await decodeRow(wire, quick));
    if (wants('fill', 'growth')) await recordPages(wire, fillPlan(quick));
    if (wants('growth')) {
      for (const size of growthSizes(lines)) {
        await large.growTo(size);
        growth.push(await growthRow(wire, large, size));
        say(`with ${size} lines: ${JSON.stringify(growth.at(-1))}`);
      }
    }
    if (wants('lookup', 'words', 'receipt', 'fill', 'scan', 'memory', 'start')) {
      await large.growTo(lines);
      say(`the cache has ${lines} lines`);
    }
    const files = filesOf(profile);
    if (wants('lookup')) add(await withCache(files, (open) => lookupRow(open, quick)));
    if (wants('words')) add(await withCache(files, (open) => wordsRow(open, quick)));
    if (wants('receipt')) add(await receiptRow(files.cache, quick));
    if (wants('fill')) add(...(await fillRows(wire, profile, quick)));
    if (wants('scan')) add(...(await scanRows(wire.origin, profile, quick)));
    if (wants('memory')) add(await memoryRow(wire.origin, profile, quick));
    if (wants('start')) add(await startRow(wire.origin, profile, quick));
  } finally {
    await wire.stop();
    if (profile !== null) removeProfile(profile);
  }
  report(rows, growth, lines);
}

function report(rows: readonly BenchRow[], growth: readonly GrowthRow[], lines: number): void {
  mkdirSync(out, { recursive: true });
  if (rows.length > 0) {
    writeFileSync(join(out, 'bench.json'), `${JSON.stringify(rows, null, 2)}\n`);
    say(`\n${lines} order lines in the cache, load now ${load()}`);
    console.table(Object.fromEntries(rows.map((row) => [row.name, columnsOf(row)])));
    for (const { name, note, met } of rows) if (!met) say(`${name}: ${note}\n`);
  }
  if (growth.length > 0) {
    writeFileSync(join(out, 'bench-growth.json'), `${JSON.stringify(growth, null, 2)}\n`);
    console.table(growth);
  }
}

function columnsOf({ value, unit, reference, ratio, target, met, samples, rounds, spread }: BenchRow): Record<string, string | number> {
  return {
    value: `${value} ${unit}`,
    reference: reference === null ? 'none: absolute' : `${reference} ${unit}`,
    ratio: ratio === null ? '' : `${ratio}x`,
    target,
    met: met ? 'yes' : 'NO',
    'lowest and highest round': spread.ratio === null ? `${spread.value.join(' to ')} ${unit}` : `${spread.ratio.join('x to ')}x`,
    samples: `${samples} in ${rounds}`,
  };
}

function lineOf(row: BenchRow): string {
  return Object.entries(columnsOf(row)).map(([name, value]) => `${name} ${value}`).join(', ');
}

function load(): string {
  return loadavg().map((value) => value.toFixed(2)).join(' ');
}

function say(text: string): void {
  process.stdout.write(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);
}
