import type { ImportCounts } from '../../preload/contract/order-imports.ts';

/** Parts of the bar of a run, in the order in which they stand. */
export const progressParts = ['good', 'warn', 'bad', 'quiet', 'busy'] as const;
export type ProgressPart = (typeof progressParts)[number];

/** How many orders of a run are settled: nothing more happens to them by itself. */
export function settledOrders({ orders, waiting, underWay }: ImportCounts): number {
  return orders - waiting - underWay;
}

/** The orders of a run by what came of them; those that wait are in none. */
export function progressOf(counts: ImportCounts): Record<ProgressPart, number> {
  return {
    good: counts.same + counts.accepted,
    warn: counts.differs + counts.unsure,
    bad: counts.refused + counts.invalid,
    quiet: counts.cancelled + counts.stopped,
    busy: counts.underWay,
  };
}
