import type { Frame, Page } from '../../otapi/index.ts';

/** Where a walk through a paged list stands; kept in the cache's progress, so it is plain JSON. */
export interface ListPosition {
  /** Offset of the first item that is not read yet. */
  position: number;
  /** Length of the list by the last page; null before the first. */
  total: number | null;
  /** Ids of the last page that joined the one before it. */
  lastIds: string[];
  /** How often the walk had to go back. */
  stepsBack: number;
}

/** A page that was read, and where the walk stands after it. */
export interface ReadPosition<T> {
  items: T[];
  next: ListPosition;
  ended: boolean;
}

/** The same, with when its reading began. */
export interface ReadItems<T> extends ReadPosition<T> {
  readAt: number;
}

export const startOfList: ListPosition = { position: 0, total: null, lastIds: [], stepsBack: 0 };

/** As many as OTAPI gives at once (otapi.md 1.6); answers of this size are read beside the main process. */
export const pageSize = 100;
/** Items that two pages share, so that items taken out of the list in between open no gap. */
const mostOverlap = 5;
/** A list without a lasting order would send the walk back for ever. */
const mostStepsBack = 50;

/** The frame of the next page; it begins a little before the position, so that pages overlap. */
export function frameAt({ position, lastIds }: ListPosition): Frame {
  const overlap = Math.min(mostOverlap, Math.floor(lastIds.length / 2), position);
  return { position: position - overlap, size: pageSize };
}

/** Where the frame after this one begins if this page is full. */
export function frameAfter({ position, size }: Frame): Frame {
  return { position: position + size - mostOverlap, size };
}

/**
 * Reads the next page of a list that may change while it is read. Pages overlap; when a page shares nothing with the
 * one before, more items have left the list than the overlap covers, and the walk goes back until the pages join again.
 * Items that come in shift the rest onto pages that are still to come, where they are read twice, which does no harm.
 */
export async function readNextPage<T>(
  search: (frame: Frame) => Promise<Page<T>>,
  idOf: (item: T) => string,
  at: ListPosition,
): Promise<ReadPosition<T>> {
  const { position: from } = frameAt(at);
  const { items, total } = await search(frameAt(at));
  const ids = items.map(idOf);

  const joins = from === at.position || ids.some((id) => at.lastIds.includes(id));
  if (!joins && at.stepsBack < mostStepsBack) {
    const position = Math.max(0, Math.min(from, total) - pageSize + (at.position - from));
    return { items, next: { ...at, position, total, stepsBack: at.stepsBack + 1 }, ended: false };
  }
  const position = from + items.length;
  const ended = items.length === 0 || position >= total;
  return { items, next: { position, total, lastIds: ids, stepsBack: at.stepsBack }, ended };
}
