import type { LargeCache } from '../cache/large-cache.ts';
import { filesOf, withCache } from '../cache/profile.ts';
import { percentile } from '../measurements.ts';
import { median, rounded } from '../row.ts';
import type { WireProcess } from '../wire/wire-process.ts';
import { fillRounds } from './fill.ts';
import { lookupRounds } from './lookup.ts';
import { scanRounds } from './scan.ts';
import { wordRounds } from './words.ts';

/** What the same work costs at one size of the cache. */
export interface GrowthRow {
  'lines in the cache': number;
  'look-up p50, ms': number;
  'bare SELECT p50, ms': number;
  'words search p99, ms': number;
  'fill, lines/s': number;
  'scan to painted p50, ms': number;
}

/** Sizes up to `lines`, each ten times the one before. */
export function growthSizes(lines: number): number[] {
  return [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= lines);
}

/** Measures at the size that the cache has now; few rounds each, so these are for the shape, not for the last digit. */
export async function growthRow(wire: WireProcess, { profile }: LargeCache, lines: number): Promise<GrowthRow> {
  const inCache = await withCache(filesOf(profile), (open) => {
    const rounds = lookupRounds(open, { rounds: 3, samplesPerRound: 300 });
    return {
      lookup: median(rounds.map((round) => round.value)),
      select: median(rounds.map((round) => round.reference ?? 0)),
      words: median(wordRounds(open, 3).rounds.map((round) => round.value)),
    };
  });
  const fill = await fillRounds(wire, profile, { rounds: 3, linesPerRound: 450 });
  const { idle } = await scanRounds(wire.origin, profile, { rounds: 1, scansPerRound: 40, withFill: false });
  return {
    'lines in the cache': lines,
    'look-up p50, ms': rounded(inCache.lookup),
    'bare SELECT p50, ms': rounded(inCache.select),
    'words search p99, ms': rounded(inCache.words),
    'fill, lines/s': Math.round(median(fill.map((round) => round.value))),
    'scan to painted p50, ms': rounded(percentile(idle.flat(), 50)),
  };
}
