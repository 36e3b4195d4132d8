import type { OrderInfo, OrderLine } from '../../otapi/index.ts';
import type { CacheChange } from '../line-cache.ts';

/** What a walk through a list has read: a page of lines or of orders, and how far it has come with it. */
export interface ReadPage {
  lines: OrderLine[];
  orders: OrderInfo[];
  /** When the reading began. */
  readAt: number;
  /** The station's clock: a reading that the cache has from later than this was written before it was set back. */
  now: number;
  /** Kept under this name in the same transaction as the last of the page. */
  progress: { name: string; value: string };
}

/** Writes pages into the cache beside the main process, so that no scan waits for it. */
export interface CacheWriting {
  /**
   * Resolves when the page is in the cache, where other connections see it. Rejects when the thread or SQLite fails;
   * then some of the page may be there, but not its progress.
   */
  store(page: ReadPage): Promise<CacheChange>;
  stop(): Promise<void>;
}

/** What the thread is given at its start. */
export interface WriterData {
  file: string;
  turns: SharedArrayBuffer;
}
