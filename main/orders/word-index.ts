import type { Database } from '../storage/index.ts';
import { indexedWords, matchOf } from './words.ts';

export interface NewWords {
  number: number;
  texts: readonly string[];
}

/** One of the cache's tables of words. Writes inside the caller's transaction. */
export interface WordIndex {
  /**
   * Takes in, or replaces, what these numbers are found by, and merges a few pages of the index. To be called once, at the
   * end of a writing: a statement on another table between two of them makes FTS5 write what it has gathered as a segment
   * of its own, which takes ten times as long and searches worse.
   */
  putAll(all: readonly NewWords[]): void;
  remove(number: number): void;
  /** The greatest numbers that have all these words of `wantedWords`, greatest first; none without words. */
  find(words: readonly string[], limit: number): number[];
}

/** Pages of the index that are merged for so many writings: enough to keep up with a fill, about a millisecond. */
const mergedPages = 8;
const writingsPerMerge = 25;
/** A text of more words is no search; the first ones find what there is to find. */
const mostWords = 40;

export function createWordIndex(database: Database, table: 'line_words' | 'order_words'): WordIndex {
  const put = database.prepare(`INSERT OR REPLACE INTO cache.${table} (rowid, words) VALUES (?, ?)`);
  const remove = database.prepare(`DELETE FROM cache.${table} WHERE rowid = ?`);
  const merge = database.prepare(`INSERT INTO cache.${table} (${table}, rank) VALUES ('merge', ?)`);
  // In the order of the index, so it ends as soon as there are enough.
  const find = database.prepare<{ number: number }>(
    `SELECT rowid AS number FROM cache.${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?`,
  );

  return {
    putAll(all) {
      for (const { number, texts } of all) put.run(number, indexedWords(texts));
      if (all.length > 0) merge.run(mergedPages * Math.ceil(all.length / writingsPerMerge));
    },
    remove(number) {
      remove.run(number);
    },
    find(words, limit) {
      if (words.length === 0) return [];
      return find.all(matchOf(words.slice(0, mostWords)), limit).map((row) => row.number);
    },
  };
}
