/** What a list shows while new entries come in from above. */
export interface HeldList {
  keys: readonly string[];
  /** Entries that have come up above the last one shown, and are not shown yet. */
  heldBack: number;
}

/**
 * The keys to show while a person is on the list: what they see keeps its place, what is gone goes, what follows at the end
 * is shown, and what comes in between waits.
 */
export function heldList(shown: readonly string[], now: readonly string[]): HeldList {
  const existing = new Set(now);
  const known = new Set(shown);
  const kept = shown.filter((key) => existing.has(key));
  const lastKnown = now.findLastIndex((key) => known.has(key));
  const following = now.slice(lastKnown + 1);
  return { keys: [...kept, ...following], heldBack: now.length - kept.length - following.length };
}
