/**
 * Random numbers that depend on nothing but their arguments, so that any part of a world can be
 * worked out again from the seed at any time, in any order, without being stored.
 */

/** Names the independent series of random numbers of one world: the same index gives other numbers in each. */
export const SERIES = {
  order: 1,
  providerOrder: 2,
  parcel: 3,
  line: 4,
  item: 5,
  seller: 6,
  customer: 7,
  deck: 8,
  account: 9,
  instance: 10,
  picture: 11,
  market: 12,
  purchase: 13,
  goods: 14,
  configuration: 15,
  profile: 16,
} as const;

export type Series = (typeof SERIES)[keyof typeof SERIES];

/** Mixes 32 bits so that neighbouring inputs give unrelated outputs. */
function scramble(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** One unsigned 32-bit number for the given place of a series. */
export function randomAt(seed: number, series: Series, index: number): number {
  const start = scramble((seed ^ Math.imul(series, 0x9e3779b1)) >>> 0);
  return scramble((start + Math.imul(index + 1, 0x85ebca6b)) >>> 0);
}

/** A short series of random numbers that begins at one place of a series. */
export class RandomDraw {
  #state: number;

  constructor(seed: number, series: Series, index: number) {
    this.#state = randomAt(seed, series, index);
  }

  /** The next unsigned 32-bit number. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    return scramble(this.#state);
  }

  /** A number from 0 up to, not including, 1. */
  fraction(): number {
    return this.next() / 0x1_0000_0000;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One entry of a list that is not empty. */
  pick<Entry>(entries: readonly Entry[]): Entry {
    const entry = entries[this.below(entries.length)];
    if (entry === undefined) throw new RangeError('nothing to pick from');
    return entry;
  }

  /** The first entry whose weight covers the draw; weights need not add up to anything. */
  pickWeighted<Entry>(entries: readonly (readonly [entry: Entry, weight: number])[]): Entry {
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let rest = this.fraction() * total;
    for (const [entry, weight] of entries) {
      if (rest < weight) return entry;
      rest -= weight;
    }
    throw new RangeError('nothing to pick from');
  }

  /** A text of `count` digits; it may begin with zeros. */
  digits(count: number): string {
    let text = '';
    while (text.length < count) text += String(this.next() % 10_000).padStart(4, '0');
    return text.slice(0, count);
  }

  /** A text of `count` characters of the given alphabet. */
  characters(alphabet: string, count: number): string {
    let text = '';
    for (let position = 0; position < count; position += 1) text += alphabet.charAt(this.below(alphabet.length));
    return text;
  }

  /** The entries in a random order. */
  shuffle<Entry>(entries: readonly Entry[]): Entry[] {
    return entries
      .map((entry) => ({ entry, place: this.next() }))
      .sort((left, right) => left.place - right.place)
      .map(({ entry }) => entry);
  }
}
