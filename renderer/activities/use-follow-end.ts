import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { isAtEnd } from './follow-end.ts';

/** Keeps the end of a list in sight while it grows, until the person scrolls up; and again once they are back at the end. */
export function useFollowEnd(): RefObject<HTMLElement | null> {
  const list = useRef<HTMLElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const note = (): void => {
      follows.current = isAtEnd(element);
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, []);
  // After every drawing: whatever has made the list longer, its end is where one was looking.
  useLayoutEffect(() => {
    if (follows.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  });
  return list;
}
