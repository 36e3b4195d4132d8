/** The vendor's panel reads an open activity this often (reference 4.4); no station does it more seldom. Milliseconds. */
const longestMs = 5_000;
/** While something moves, or has just been answered. */
const shortestMs = 1_000;
/** Many activities share OT Platform: no more readings than this a second in all. */
const readingsPerSecond = 5;


export interface PollFacts {
  /** Readings in a row that brought nothing new. */
  unchanged: number;
  /** Readings in a row that failed. */
  failures: number;
  /** Activities that are followed at the same time, this one included. */
  followed: number;
}

/** How long to wait before an activity is read again, in milliseconds. */
export function pollDelay({ unchanged, failures, followed }: PollFacts): number {
  if (failures > 0) return failureDelay(failures);
  const own = Math.min(longestMs, shortestMs * 1.5 ** Math.min(unchanged, 10));
  return Math.round(Math.max(own, (followed * 1_000) / readingsPerSecond));
}

/** How long to wait before OT Platform is asked which activities there are, in milliseconds: seldom while none is under way. */
export function listDelay({ failures, followed }: Omit<PollFacts, 'unchanged'>): number {
  if (failures > 0) return failureDelay(failures);
  return followed > 0 ? 10_000 : 60_000;
}

/** After failures: the network comes back, or OT Platform does. */
function failureDelay(failures: number): number {
  return Math.min(60_000, 2_000 * 2 ** Math.min(failures - 1, 10));
}
