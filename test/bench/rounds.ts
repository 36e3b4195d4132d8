import { percentile } from './measurements.ts';
import type { Round } from './row.ts';

/** Something that can be measured again and again; `index` counts up over all rounds, warm-up included. */
export type Measured = (index: number) => void;

export interface RoundPlan {
  rounds: number;
  samplesPerRound: number;
}

/**
 * Measures two pieces of work turn by turn, one of each at a time, so that whatever else the machine does meets both.
 * Which of them goes first changes with each turn. The first round is warm-up and is dropped. The figures are medians
 * of a round, in milliseconds.
 */
export function interleaved(plan: RoundPlan, value: Measured, reference: Measured): Round[] {
  const rounds: Round[] = [];
  let index = 0;
  for (let round = 0; round <= plan.rounds; round += 1) {
    const values: number[] = [];
    const references: number[] = [];
    for (let sample = 0; sample < plan.samplesPerRound; sample += 1) {
      const turns = [() => values.push(timed(value, index)), () => references.push(timed(reference, index))];
      for (const turn of index % 2 === 0 ? turns : turns.toReversed()) turn();
      index += 1;
    }
    if (round > 0) rounds.push({ value: percentile(values, 50), reference: percentile(references, 50) });
  }
  return rounds;
}

function timed(work: Measured, index: number): number {
  const startedAt = performance.now();
  work(index);
  return performance.now() - startedAt;
}
