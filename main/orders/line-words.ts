import type { Database } from '../storage/index.ts';
import { createCacheProgress } from './cache-progress.ts';
import type { LineColumns } from './cached-line.ts';
import { createWordIndex } from './word-index.ts';

/** The columns of a line in whose words it is found. */
export const wordColumns = [
  'title_original',
  'title_translated',
  'configuration_original',
  'configuration_translated',
  'seller_name',
] as const;

function wordTexts(line: Pick<LineColumns, (typeof wordColumns)[number]>): string[] {
  return wordColumns.map((column) => line[column]);
}

/** Lines of a cache that was filled before there was an index of words. They are taken in bit by bit, the last ones first. */
export interface LineWordBacklog {
  isEmpty(): boolean;
  /** Takes in some of them, in one transaction. */
  takeIn(lines: number): void;
}

/** Its name in the cache's progress: lines below this number are still to be taken in. */
const progressName = 'orders.words-below';

export function createLineWordBacklog(database: Database): LineWordBacklog {
  const progress = createCacheProgress(database);
  const lastBelow = database.prepare<LineColumns & { number: number }>(
    `SELECT number, ${wordColumns.join(', ')} FROM cache.order_lines WHERE number < ? ORDER BY number DESC LIMIT ?`,
  );
  const words = createWordIndex(database, 'line_words');

  const below = (): number | null => {
    const kept = progress.read(progressName);
    return kept === null ? null : Number(kept);
  };

  return {
    isEmpty: () => below() === null,
    takeIn(lines) {
      const before = below();
      if (before === null) return;
      database.transaction(() => {
        const rows = lastBelow.all(before, lines).toReversed();
        words.putAll(rows.map((row) => ({ number: row.number, texts: wordTexts(row) })));
        const [first] = rows;
        progress.write(progressName, first ? String(first.number) : null);
      });
    },
  };
}
