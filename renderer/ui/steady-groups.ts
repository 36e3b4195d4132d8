/**
 * Groups of keys while a person is on the list: what they see stays where it is, also when it now belongs elsewhere; what
 * is gone goes, and what is new comes at the end of its group.
 */
export function steadyGroups(shown: readonly (readonly string[])[], now: readonly (readonly string[])[]): string[][] {
  const existing = new Set(now.flat());
  const known = new Set(shown.flat());
  return now.map((keys, group) => [
    ...(shown[group] ?? []).filter((key) => existing.has(key)),
    ...keys.filter((key) => !known.has(key)),
  ]);
}
