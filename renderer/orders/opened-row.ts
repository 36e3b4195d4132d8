import { useEffect, useRef, type RefObject } from 'react';

/** The row that was opened last in each list, and how far its page was scrolled then. */
const opened = new Map<string, { row: string; scrolled: number }>();

/** The page of a row is left for its list, whichever way it was come to. */
export function noteLeftRow(list: string, row: string): void {
  if (opened.get(list)?.row !== row) opened.set(list, { row, scrolled: 0 });
}

/**
 * Who comes back from a row finds the list where it was, and the row has the keyboard. Rows carry `data-row`; `isRead` says
 * that they are those of now, not only what the page had of an earlier visit.
 * @returns what notes which row is opened.
 */
export function useOpenedRow(list: string, container: RefObject<HTMLElement | null>, isRead: boolean): (row: string) => void {
  const wanted = useRef(opened.get(list) ?? null);
  useEffect(() => {
    if (wanted.current === null) return;
    const { row, scrolled } = wanted.current;
    const found = container.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
    if (!found && !isRead) return;
    wanted.current = null;
    opened.delete(list);
    container.current?.closest('main')?.scrollTo({ top: scrolled });
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: 'nearest' });
  });
  return (row) => void opened.set(list, { row, scrolled: container.current?.closest('main')?.scrollTop ?? 0 });
}
