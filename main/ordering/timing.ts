/** Waiting times, in milliseconds. Handed in by tests. */
export interface OrderingTiming {
  /**
   * So long after a request whose answer was lost OT Platform may still carry it out: before, that an order is not found
   * does not mean that there will be none. Longer than OT Platform is known to take for an answer.
   */
  settleMs: number;
  /** When a lost order is searched for before that, counted from the request. */
  earlyLooksMs: readonly number[];
  /** The waiting times while OT Platform cannot be reached. */
  outage: { firstMs: number; longestMs: number };
}

export const usualTiming: OrderingTiming = {
  settleMs: 45_000,
  earlyLooksMs: [3_000, 12_000],
  outage: { firstMs: 2_000, longestMs: 60_000 },
};

/** When to look next for what was lost `since`: the early looks, then the one that counts. Milliseconds since 1970, UTC. */
export function nextLook({ earlyLooksMs, settleMs }: OrderingTiming, since: number, now: number): number {
  return [...earlyLooksMs, settleMs].map((delayMs) => since + delayMs).find((at) => at > now) ?? now;
}
