import { parseArgs } from 'node:util';

/** Every part of the benchmarks, in the order in which they run. */
export const partNames = ['decode', 'lookup', 'words', 'receipt', 'fill', 'scan', 'memory', 'start', 'growth'] as const;
export type PartName = (typeof partNames)[number];

export interface BenchOptions {
  /** Order lines in the cache. */
  lines: number;
  parts: ReadonlySet<PartName>;
  /** Fewer rounds and samples: to see that everything runs, not to quote. */
  quick: boolean;
}

export const usage = `npm run bench -- [options]

  --lines N      order lines in the cache, 1000 to 5000000 (1000000; with --quick 20000)
  --only A,B     some parts: ${partNames.join(', ')}
  --quick        few rounds and a small cache: shows that everything runs; no figures to quote
  --help`;

/** A bad argument: its message is for the person who typed it. */
export class BadArgument extends Error {}

/** Null: the person asked for help. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const { values } = parse(args);
  if (values.help === true) return null;
  const quick = values.quick === true;
  const lines = Number(values.lines ?? (quick ? 20_000 : 1_000_000));
  if (!Number.isInteger(lines) || lines < 1_000 || lines > 5_000_000) {
    throw new BadArgument(`--lines must be a whole number from 1000 to 5000000, not "${values.lines}"`);
  }
  return { lines, parts: partsOf(values.only), quick };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { lines: { type: 'string' }, only: { type: 'string' }, quick: { type: 'boolean' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new BadArgument(error instanceof Error ? error.message : String(error));
  }
}

function partsOf(only: string | undefined): ReadonlySet<PartName> {
  if (only === undefined) return new Set(partNames);
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !partNames.some((known) => known === name));
  if (unknown.length > 0) throw new BadArgument(`There is no part ${unknown.join(', ')}. There are: ${partNames.join(', ')}.`);
  return new Set(partNames.filter((name) => names.includes(name)));
}
