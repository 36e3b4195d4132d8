import type { LookupMatch } from '../../preload/contract/index.ts';
import type { Database, Statement } from '../storage/index.ts';
import { waybillEnding } from '../waybills/index.ts';
import { lineOf, type CachedLine, type LineRow } from './cached-line.ts';
import { lineColumns, withOrder } from './line-rows.ts';
import { readSearchText, type SearchReadings } from './search-text.ts';
import { createWordIndex } from './word-index.ts';
import { hasWords } from './words.ts';
import { createWaybillReading } from './waybill-lines.ts';

/** Lines that a text was found in, and by what; the surest matches first. */
export interface FoundLines {
  lines: { line: CachedLine; match: LookupMatch }[];
  /** More lines match than these. */
  more: boolean;
}

/** What a person's text can mean; see `readSearchText`. */
export interface LineSearch {
  byNumbers(text: string, limit: number): FoundLines;
  byNumbersAndWords(text: string, limit: number): FoundLines;
}

/** Searches by index only, so it is as quick with a million lines as with ten. */
export function createLineSearch(database: Database): LineSearch {
  const findByWaybillKeys = createWaybillReading(database);
  const words = createWordIndex(database, 'line_words');
  const byRow = database.prepare<LineRow>(`
    SELECT ${lineColumns} FROM cache.order_lines line ${withOrder}
    WHERE line.number IN (SELECT value FROM json_each(?)) ORDER BY line.number DESC`);
  // One value at a time: then the index gives the order, too, and a hundred thousand lines of one item need no sorting.
  const byColumn = (column: string): Statement<LineRow> =>
    database.prepare(`
      SELECT ${lineColumns} FROM cache.order_lines line ${withOrder}
      WHERE line.${column} = ? ORDER BY line.number DESC LIMIT ?`);
  // The index of provider order ids leaves the empty ones out; without the same condition SQLite could not use it.
  const byProviderOrder = database.prepare<LineRow>(`
    SELECT ${lineColumns} FROM cache.order_lines line ${withOrder}
    WHERE line.provider_order_id <> '' AND line.provider_order_id = ? ORDER BY line.number DESC LIMIT ?`);
  const byOrder = byColumn('order_id');
  const byLine = byColumn('line_id');
  const byItem = byColumn('item_id');
  const orderIdsByNumber = database.prepare<{ order_id: string }>(
    'SELECT order_id FROM cache.orders WHERE display_id = ? LIMIT 20',
  );
  const byEnding = database.prepare<LineRow>(`
    SELECT DISTINCT ${lineColumns}
    FROM cache.line_waybills key JOIN cache.order_lines line ON line.number = key.line ${withOrder}
    WHERE key.ending = ? AND substr(key.waybill_key, -length(?2)) = ?2 LIMIT ?`);

  function findNumbers(meanings: SearchReadings, limit: number): FoundList {
    const found = new FoundList(limit);
    const rows = (statement: Statement<LineRow>, values: string[]): CachedLine[] =>
      values.flatMap((value) => statement.all(value, limit + 1)).map(lineOf);
    const linesOfOrders = (numbers: string[]): CachedLine[] => {
      const shownAs = numbers.flatMap((number) => orderIdsByNumber.all(number)).map((row) => row.order_id);
      return rows(byOrder, [...new Set([...numbers, ...shownAs])]);
    };

    found.add('waybill', () => findByWaybillKeys(meanings.waybillKeys)?.lines ?? []);
    found.add('provider-order', () => rows(byProviderOrder, meanings.ids));
    found.add('order', () => linesOfOrders(meanings.orderIds));
    found.add('line', () => rows(byLine, meanings.ids));
    found.add('line', () => {
      const { lineOfOrder } = meanings;
      if (lineOfOrder === null) return [];
      return linesOfOrders(lineOfOrder.orderIds).filter((line) => line.lineNumber === lineOfOrder.lineNumber);
    });
    found.add('item', () => rows(byItem, meanings.itemIds));
    found.add('waybill-ending', () => {
      const ending = meanings.waybillEnding;
      return ending === null ? [] : byEnding.all(waybillEnding(ending), ending, limit + 1).map(lineOf);
    });
    return found;
  }

  function findWords(meanings: SearchReadings, limit: number, found: FoundList): void {
    found.add(
      (line) => (hasWords(line.sellerName, meanings.words) ? 'seller' : 'title'),
      () => byRow.all(JSON.stringify(words.find(meanings.words, limit + 1))).map(lineOf),
    );
  }

  return {
    byNumbers: (text, limit) => findNumbers(readSearchText(text), limit).result(),
    byNumbersAndWords(text, limit) {
      const meanings = readSearchText(text);
      const found = findNumbers(meanings, limit);
      findWords(meanings, limit, found);
      return found.result();
    },
  };
}

/** Keeps each line once, by its surest match, and stops asking when it has enough. */
class FoundList {
  readonly #limit: number;
  readonly #byId = new Map<string, { line: CachedLine; match: LookupMatch }>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(match: LookupMatch | ((line: CachedLine) => LookupMatch), find: () => CachedLine[]): void {
    if (this.#byId.size > this.#limit) return;
    for (const line of find()) {
      if (this.#byId.has(line.id)) continue;
      this.#byId.set(line.id, { line, match: typeof match === 'string' ? match : match(line) });
    }
  }

  result(): FoundLines {
    const lines = [...this.#byId.values()];
    return { lines: lines.slice(0, this.#limit), more: lines.length > this.#limit };
  }
}
