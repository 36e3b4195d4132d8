import { useState, type FocusEvent } from 'react';
import { steadyGroups } from './steady-groups.ts';

interface Item {
  key: string;
}

/**
 * A list in groups that does not move under a hand: while the pointer or the keyboard is on it, items keep their places.
 * `handlers` belong on the element around the list.
 */
export function useSteadyList<One extends Item>(groups: readonly (readonly One[])[]) {
  const [hasPointer, setHasPointer] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const now = groups.map((group) => group.map(({ key }) => key));
  const [shown, setShown] = useState<readonly (readonly string[])[]>(now);
  const next = hasPointer || hasFocus ? steadyGroups(shown, now) : now;
  if (JSON.stringify(next) !== JSON.stringify(shown)) setShown(next);
  const items = new Map(groups.flat().map((item) => [item.key, item]));
  return {
    groups: next.map((keys) => keys.flatMap((key) => items.get(key) ?? [])),
    handlers: {
      onPointerEnter: () => setHasPointer(true),
      onPointerLeave: () => setHasPointer(false),
      onFocus: () => setHasFocus(true),
      onBlur: (event: FocusEvent<HTMLElement>) => setHasFocus(event.currentTarget.contains(event.relatedTarget)),
    },
  };
}
