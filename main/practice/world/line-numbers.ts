import type { Derivation } from './derivation.ts';
import type { WorldLayout } from './layout.ts';
import { NumberIndex } from './number-index.ts';
import { numbersIn } from './parcel-numbers.ts';
import type { ParcelNumbers } from './parcel-numbers.ts';

/** Finds lines and parcels by the numbers that they have or had. Numbers are compared as `canonicalNumber` writes them. */
export class LineNumbers {
  readonly #layout: WorldLayout;
  readonly #waybills: NumberIndex;
  readonly #providerOrderIds: NumberIndex;
  /** Lines by a number that came into one of their fields after the world was made. */
  readonly #linesByNewNumber = new Map<string, Set<number>>();

  constructor(layout: WorldLayout, parcelNumbers: ParcelNumbers, derivation: Derivation) {
    this.#layout = layout;
    this.#waybills = new NumberIndex(layout.parcelFirstLine.length, (parcel) => parcelNumbers.waybill(parcel));
    this.#providerOrderIds = new NumberIndex(layout.providerOrderSeller.length, (providerOrder) => derivation.providerOrderId(providerOrder));
  }

  /** The parcels that carry one of the numbers of this text. */
  parcelsWith(text: string): number[] {
    return numbersIn(text).flatMap((number) => this.#waybills.find(number));
  }

  /** The lines that had this provider order id when the world was made. */
  linesOfProviderOrder(id: string): number[] {
    return this.#providerOrderIds.find(id).flatMap((providerOrder) => {
      const first = this.#layout.providerOrderFirstLine[providerOrder] ?? 0;
      const end = this.#layout.providerOrderFirstLine[providerOrder + 1] ?? first;
      return Array.from({ length: end - first }, (_, place) => first + place);
    });
  }

  /** The lines into whose fields one of these numbers came later. */
  linesWithNew(numbers: readonly string[]): number[] {
    return numbers.flatMap((number) => [...(this.#linesByNewNumber.get(number) ?? [])]);
  }

  /** Remembers the numbers of a field that a line has now. */
  add(slot: number, field: string): void {
    for (const number of numbersIn(field)) {
      const slots = this.#linesByNewNumber.get(number) ?? new Set<number>();
      this.#linesByNewNumber.set(number, slots.add(slot));
    }
  }
}
