/** FNV-1a over the UTF-16 units of a text. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let position = 0; position < text.length; position += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Finds things by a number written on them without keeping the numbers: a table of hashes with chains,
 * eight bytes or so for a thing. The numbers are worked out again to compare them.
 */
export class NumberIndex {
  readonly #numberOf: (thing: number) => string;
  readonly #mask: number;
  readonly #firstOfChain: Int32Array;
  readonly #nextInChain: Int32Array;

  /** `numberOf` gives the number of each of the `count` things, the same one every time. */
  constructor(count: number, numberOf: (thing: number) => string) {
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, count)));
    this.#numberOf = numberOf;
    this.#mask = buckets - 1;
    this.#firstOfChain = new Int32Array(buckets).fill(-1);
    this.#nextInChain = new Int32Array(count);
    for (let thing = count - 1; thing >= 0; thing -= 1) {
      const bucket = hashOf(numberOf(thing)) & this.#mask;
      this.#nextInChain[thing] = this.#firstOfChain[bucket] ?? -1;
      this.#firstOfChain[bucket] = thing;
    }
  }

  /** The things that carry this number, in ascending order. */
  find(number: string): number[] {
    const found: number[] = [];
    let thing = this.#firstOfChain[hashOf(number) & this.#mask] ?? -1;
    while (thing >= 0) {
      if (this.#numberOf(thing) === number) found.push(thing);
      thing = this.#nextInChain[thing] ?? -1;
    }
    return found;
  }
}
