import { useState } from 'react';

/** Pages that are found by the end of the page before: where one is, and the ways back and on. */
export function useCursorPages() {
  const [ends, setEnds] = useState<readonly (string | null)[]>([null]);
  return {
    before: ends.at(-1) ?? null,
    number: ends.length,
    back: ends.length > 1 ? () => setEnds(ends.slice(0, -1)) : null,
    on: (next: string) => setEnds([...ends, next]),
  };
}
