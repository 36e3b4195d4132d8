import { expect, test } from 'vitest';
import { createReceiptBook } from '../../../main/receiving/receipt-book.ts';
import { openDatabase, type Statement } from '../../../main/storage/index.ts';

/** How SQLite means to carry out each SELECT of the book, as `EXPLAIN QUERY PLAN` tells it. */
function plans(): Map<string, string[]> {
  const database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  const asked = new Map<string, string[]>();
  function prepare<R extends object>(sql: string): Statement<R> {
    const statement = database.prepare<R>(sql);
    if (/^\s*(SELECT|WITH)/.test(sql)) {
      const parameters = new Set(sql.match(/\?\d?/g)).size;
      const plan = database.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
      asked.set(sql.trim(), plan.all(...Array.from({ length: parameters }, () => null)).map(({ detail }) => detail));
    }
    return statement;
  }
  createReceiptBook({ ...database, prepare });
  return asked;
}

// A busy station has a hundred thousand receipts after some years, and a scan must not wait for them.
test('nothing that a scan or a receipt asks the book goes through all of its receipts', () => {
  const all = [...plans()];
  expect(all.length).toBeGreaterThan(4);
  const throughAll = all.filter(([sql, plan]) => !sql.includes('LIMIT 1') && plan.some((step) => /^SCAN (r|receipts|l|receipt_lines)\b|^SEARCH r USING INDEX \S+ \(reverses=\?\)/.test(step)));
  expect(throughAll).toEqual([]);
});
