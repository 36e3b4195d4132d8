/** What a row has to reach, and how it is said. */
export interface Target {
  text: string;
  isMet(value: number, ratio: number | null): boolean;
}

/** One row of the report, as `out/bench.json` has it. */
export interface BenchRow {
  name: string;
  /** Median of the rounds, in `unit`. */
  value: number;
  unit: string;
  /** The same of the reference, from the same run; null for a row that is absolute. */
  reference: number | null;
  /** Value by reference: the median of the rounds' own ratios; null for a row that is absolute. */
  ratio: number | null;
  target: string;
  met: boolean;
  /** How it is measured, in one sentence; what else was seen; where it is missed, why. */
  note: string;
  /** Single measurements behind the value. */
  samples: number;
  rounds: number;
  /** Lowest and highest round, of the value and of the ratio: what other work on the machine does shows here. */
  spread: { value: [number, number]; ratio: [number, number] | null };
}

/** The figure of one round: the value and, where there is one, what the reference took right beside it. */
export interface Round {
  value: number;
  reference?: number;
}

export interface RowParts {
  name: string;
  unit: string;
  target: Target;
  method: string;
  /** What else was seen in the run. */
  seen?: string;
  /** Said when the target is missed: a supposition from the code. */
  whyMissed?: string;
  samples: number;
  rounds: readonly Round[];
}

export function atMost(limit: number, unit: string): Target {
  return { text: `at most ${limit} ${unit}`, isMet: (value) => value <= limit };
}

export function atMostTimes(times: number): Target {
  return { text: `at most ${times}x`, isMet: (_, ratio) => ratio !== null && ratio <= times };
}

export function atLeastTimes(times: number): Target {
  return { text: `at least ${times}x`, isMet: (_, ratio) => ratio !== null && ratio >= times };
}

/** Makes a row of its rounds. The ratio is the median of ratios within rounds, so a slow minute counts on both sides. */
export function rowOf({ name, unit, target, method, seen, whyMissed, samples, rounds }: RowParts): BenchRow {
  const values = rounds.map((round) => round.value);
  const references = rounds.flatMap(({ reference }) => (reference === undefined ? [] : [reference]));
  const ratios = rounds.flatMap(({ value, reference }) => (reference === undefined ? [] : [value / reference]));
  const value = median(values);
  const ratio = ratios.length === 0 ? null : median(ratios);
  const met = target.isMet(value, ratio);
  return {
    name,
    value: rounded(value),
    unit,
    reference: references.length === 0 ? null : rounded(median(references)),
    ratio: ratio === null ? null : rounded(ratio),
    target: target.text,
    met,
    note: [method, seen, met ? undefined : whyMissed && `Missed; by reading the code, not by a profile: ${whyMissed}`].filter(Boolean).join(' '),
    samples,
    rounds: rounds.length,
    spread: { value: rangeOf(values), ratio: ratios.length === 0 ? null : rangeOf(ratios) },
  };
}

/** The middle value; of an even number the mean of the two in the middle; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = 0, high = low] = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return (low + high) / 2;
}

/** Three digits that say something. */
export function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

function rangeOf(values: readonly number[]): [number, number] {
  return [rounded(Math.min(...values)), rounded(Math.max(...values))];
}
