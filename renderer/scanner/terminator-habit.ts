import type { Terminator } from './key-stroke.ts';

/** So many scans in a row without a terminator show that the scanner sends none. */
const scansToLearn = 2;

/**
 * Whether the scanner ends its codes with a key, as the last scans showed. Nearly all do, as they leave the factory, so
 * a scanner that is not known is taken for one of them.
 */
export class TerminatorHabit {
  #without = 0;

  note(terminator: Terminator): void {
    this.#without = terminator === 'none' ? this.#without + 1 : 0;
  }

  get awaitsTerminator(): boolean {
    return this.#without < scansToLearn;
  }
}
