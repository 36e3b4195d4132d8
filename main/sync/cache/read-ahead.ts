import type { Frame, Page } from '../../otapi/index.ts';
import { frameAfter, frameAt, readNextPage, type ListPosition, type ReadItems } from './pages.ts';

/**
 * Reads the pages of a walk ahead of it: while one is being read and stored, the next one is on its way. Where that
 * begins is known before, since most pages are full; where it is not so, what came is left unused.
 */
export interface ReadAhead<T> {
  /** The page at this position. Rejects with what its search does. */
  take(at: ListPosition): Promise<ReadItems<T>>;
  /** What was asked for is not wanted any more. */
  forget(): void;
}

interface Asked<T> {
  readAt: number;
  page: Promise<Page<T>>;
}

export interface ReadAheadParts<T> {
  search: (frame: Frame) => Promise<Page<T>>;
  idOf: (item: T) => string;
  now: () => number;
  /** The walk goes on after the page that is taken. */
  isWanted: () => boolean;
}

export function createReadAhead<T>({ search, idOf, now, isWanted }: ReadAheadParts<T>): ReadAhead<T> {
  /** By the position of its frame. */
  let ahead: { position: number; asked: Asked<T> } | null = null;

  function ask(frame: Frame): Asked<T> {
    const page = search(frame);
    // Whoever takes it hears of a failure; nobody has to.
    page.catch(() => {});
    return { readAt: now(), page };
  }

  function askAhead(frame: Frame, total: number | null): void {
    const next = frameAfter(frame);
    const isThere = total !== null && frame.position + frame.size < total;
    ahead = isThere && isWanted() ? { position: next.position, asked: ask(next) } : null;
  }

  return {
    async take(at) {
      const frame = frameAt(at);
      const { readAt, page } = ahead?.position === frame.position ? ahead.asked : ask(frame);
      askAhead(frame, at.total);
      try {
        return { readAt, ...(await readNextPage(() => page, idOf, at)) };
      } catch (error) {
        ahead = null;
        throw error;
      }
    },
    forget() {
      ahead = null;
    },
  };
}
