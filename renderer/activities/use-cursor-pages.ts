import { useState } from 'react';

type Ends = readonly (string | null)[];
const firstPage: Ends = [null];
const kept = new Map<string, Ends>();

/**
 * Pages that are found by the end of the page before: where one is, and the ways back and on. With a name, one comes back to
 * the page on which one was.
 */
export function useCursorPages(name?: string) {
  const [ends, setEnds] = useState<Ends>(() => (name === undefined ? undefined : kept.get(name)) ?? firstPage);
  function show(next: Ends): void {
    if (name !== undefined) kept.set(name, next);
    setEnds(next);
  }
  return {
    before: ends.at(-1) ?? null,
    number: ends.length,
    back: ends.length > 1 ? () => show(ends.slice(0, -1)) : null,
    on: (next: string) => show([...ends, next]),
  };
}
