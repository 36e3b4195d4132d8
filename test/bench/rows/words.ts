import { createReceiving } from '../../../main/receiving/index.ts';
import { createOutboxStore } from '../../../main/sync/index.ts';
import type { OpenCache } from '../cache/profile.ts';
import { percentile } from '../measurements.ts';
import { atMost, rowOf, type BenchRow, type Round } from '../row.ts';
import { asTyped, typedWords } from '../typed-texts.ts';

const answersWanted = 50;
const now = (): number => Date.now();

/** Receiving at a station without a network. */
export function receivingOffline({ database, lineCache }: OpenCache): ReturnType<typeof createReceiving> {
  return createReceiving({
    database,
    lineCache,
    outbox: createOutboxStore(database, { now }),
    client: () => null,
    settings: () => ({
      receiverName: 'Bench',
      stationName: 'Bench',
      scanner: { maximumGapMs: 150, quietMs: 220, minimumLength: 4, prefix: '', suffix: '' },
      doubleTriggerMs: 0,
    }),
    now,
    emit: () => {},
  });
}

/** The p99 of every round; a round asks for all texts letter by letter. The first one is warm-up. */
export function wordRounds(open: OpenCache, rounds: number): { rounds: Round[]; samples: number; slowest: string } {
  const { lookup } = receivingOffline(open);
  const texts = Object.values(typedWords).flat().flatMap(asTyped);
  const measured: Round[] = [];
  let longest = { ms: 0, text: '' };
  for (let round = 0; round <= rounds; round += 1) {
    const times = texts.map((text) => {
      const startedAt = performance.now();
      lookup.search({ text, limit: answersWanted });
      const ms = performance.now() - startedAt;
      if (round > 0 && ms > longest.ms) longest = { ms, text };
      return ms;
    });
    if (round > 0) measured.push({ value: percentile(times, 99) });
  }
  return { rounds: measured, samples: rounds * texts.length, slowest: `"${longest.text}" with ${longest.ms.toFixed(1)} ms` };
}

/** Search by words of titles as typed, p99: the whole answer of main to the Look up screen for each beginning of many texts. */
export function wordsRow(open: OpenCache, quick: boolean): BenchRow {
  const { rounds, samples, slowest } = wordRounds(open, quick ? 2 : 7);
  return rowOf({
    name: 'search by words of titles as typed, p99',
    unit: 'ms',
    target: atMost(50, 'ms'),
    method:
      'The whole answer of main to the Look up screen (50 lines) for each beginning of many texts in three languages, common, rare and unknown ones; absolute, no reference.',
    seen: `The slowest was ${slowest}.`,
    whyMissed: 'a search of common words that seldom meet reads long lists of the index.',
    samples,
    rounds,
  });
}
