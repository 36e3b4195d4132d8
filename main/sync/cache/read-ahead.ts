import type { ListPosition, ReadItems } from './pages.ts';

/** Reads a walk's next page while the one before is still being stored. */
export interface ReadAhead<T> {
  /** Begins to read the page at this position. */
  ask(at: ListPosition): void;
  /** The page at this position: the one asked for, or read now. */
  take(at: ListPosition): Promise<ReadItems<T>>;
  /** What was asked for is not wanted any more. */
  forget(): void;
}

export function createReadAhead<T>(read: (at: ListPosition) => Promise<ReadItems<T>>): ReadAhead<T> {
  let asked: { at: ListPosition; page: Promise<ReadItems<T>> } | null = null;
  return {
    ask(at) {
      const page = read(at);
      // Whoever takes it hears of a failure; nobody has to.
      page.catch(() => {});
      asked = { at, page };
    },
    take(at) {
      const page = asked?.at === at ? asked.page : read(at);
      asked = null;
      return page;
    },
    forget() {
      asked = null;
    },
  };
}
