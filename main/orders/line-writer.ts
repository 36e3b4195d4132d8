import type { OrderLine } from '../otapi/index.ts';
import type { Database } from '../storage/index.ts';
import { waybillEnding, waybillKeys } from '../waybills/index.ts';
import { columnValues, lineColumnNames, type LineColumns } from './cached-line.ts';
import { wordColumns } from './line-words.ts';
import { createWordIndex, type NewWords } from './word-index.ts';

/** Writes lines into the cache, inside the caller's transaction. */
export interface LineWriter {
  /**
   * @param mayGoOn is asked after each line; those that were not written when it says no are left.
   */
  write(lines: readonly OrderLine[], readAt: number, mayGoOn?: () => boolean): WrittenLines;
  /** Removes the order's lines that are not among these and that were not read later. Answers with their ids. */
  removeOthers(orderId: string, lines: readonly OrderLine[], readAt: number): string[];
  remove(lineId: string): void;
}

export interface WrittenLines {
  changedLineIds: string[];
  newKeys: string[];
  left: OrderLine[];
}

type WrittenRow = LineColumns & { number: number; read_at: number };

/** Where the words of a line stand in its `columnValues`. */
const wordPlaces = wordColumns.map((name) => ({ name, index: lineColumnNames.indexOf(name) }));

export function createLineWriter(database: Database, now: () => number): LineWriter {
  const byLineId = database.prepare<WrittenRow>('SELECT * FROM cache.order_lines WHERE line_id = ?');
  const insert = database.prepare<{ number: number }>(`
    INSERT INTO cache.order_lines (${lineColumnNames.join(', ')}, read_at)
    VALUES (${lineColumnNames.map(() => '?').join(', ')}, ?) RETURNING number`);
  const update = database.prepare(`
    UPDATE cache.order_lines SET ${lineColumnNames.map((name) => `${name} = ?`).join(', ')}, read_at = ? WHERE number = ?`);
  const setReadAt = database.prepare('UPDATE cache.order_lines SET read_at = ? WHERE number = ?');
  const remove = database.prepare('DELETE FROM cache.order_lines WHERE number = ?');
  const ofOrder = database.prepare<{ line_id: string }>(
    'SELECT line_id FROM cache.order_lines WHERE order_id = ? AND read_at <= ?',
  );

  const anyLineWithKey = database.prepare('SELECT 1 FROM cache.line_waybills WHERE waybill_key = ? LIMIT 1');
  const keysOfLine = database.prepare<{ waybill_key: string }>(
    'SELECT waybill_key FROM cache.line_waybills WHERE line = ?',
  );
  const insertKey = database.prepare('INSERT INTO cache.line_waybills (waybill_key, line, ending) VALUES (?, ?, ?)');
  const removeKey = database.prepare('DELETE FROM cache.line_waybills WHERE waybill_key = ? AND line = ?');
  const removeKeys = database.prepare('DELETE FROM cache.line_waybills WHERE line = ?');

  const words = createWordIndex(database, 'line_words');
  /** What a writing has to put into the index of words, all at its end. */
  let newWords: NewWords[] = [];

  /** True when the cache has a later reading. One from the future was written before the clock was set back. */
  function isOutdated(known: WrittenRow, readAt: number): boolean {
    return known.read_at > readAt && known.read_at <= now();
  }

  /** @returns the keys that no line had before. */
  function replaceKeys(number: number, waybill: string): string[] {
    const before = new Set(keysOfLine.all(number).map((row) => row.waybill_key));
    const after = new Set(waybillKeys(waybill));
    const newKeys: string[] = [];
    for (const key of after) {
      if (before.has(key)) continue;
      if (!anyLineWithKey.get(key)) newKeys.push(key);
      insertKey.run(key, number, waybillEnding(key));
    }
    for (const key of before) if (!after.has(key)) removeKey.run(key, number);
    return newKeys;
  }

  /** @returns the keys that no line had before, or null when nothing but the time of the reading is different. */
  function writeLine(line: OrderLine, readAt: number): string[] | null {
    const values = columnValues(line);
    const known = byLineId.get(line.id);
    if (!known) {
      const number = insert.get(...values, readAt)?.number ?? 0;
      noteWords(number, values);
      return replaceKeys(number, line.waybill);
    }
    if (isOutdated(known, readAt)) return null;
    if (lineColumnNames.every((name, index) => known[name] === values[index])) {
      setReadAt.run(readAt, known.number);
      return null;
    }
    update.run(...values, readAt, known.number);
    if (wordPlaces.some(({ name, index }) => known[name] !== values[index])) noteWords(known.number, values);
    return known.waybill === line.waybill ? [] : replaceKeys(known.number, line.waybill);
  }

  function noteWords(number: number, values: readonly (string | number | null)[]): void {
    newWords.push({ number, texts: wordPlaces.map(({ index }) => String(values[index])) });
  }

  function removeLine(lineId: string): void {
    const known = byLineId.get(lineId);
    if (!known) return;
    words.remove(known.number);
    removeKeys.run(known.number);
    remove.run(known.number);
  }

  return {
    write(lines, readAt, mayGoOn = () => true) {
      const changedLineIds: string[] = [];
      const newKeys: string[] = [];
      newWords = [];
      let written = 0;
      while (written < lines.length && (written === 0 || mayGoOn())) {
        const line = lines[written];
        written += 1;
        const keys = line === undefined ? null : writeLine(line, readAt);
        if (line === undefined || keys === null) continue;
        changedLineIds.push(line.id);
        newKeys.push(...keys);
      }
      words.putAll(newWords);
      return { changedLineIds, newKeys, left: lines.slice(written) };
    },
    removeOthers(orderId, lines, readAt) {
      const kept = new Set(lines.map((line) => line.id));
      const gone = ofOrder.all(orderId, readAt).filter((row) => !kept.has(row.line_id));
      for (const row of gone) removeLine(row.line_id);
      return gone.map((row) => row.line_id);
    },
    remove: removeLine,
  };
}
