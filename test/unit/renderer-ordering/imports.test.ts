import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftFaultCodes, type DraftFault } from '../../../preload/contract/draft-faults.ts';
import type { ImportCounts, ImportRow } from '../../../preload/contract/order-imports.ts';
import { orderFileFaults } from '../../../main/ordering/files/order-file.ts';
import en from '../../../renderer/i18n/en.json' with { type: 'json' };
import { fileErrorWords } from '../../../renderer/imports/file-fault-words.ts';
import { fieldOf, missingFields, withColumn } from '../../../renderer/imports/mapping.ts';
import { progressOf, settledOrders } from '../../../renderer/imports/run-progress.ts';
import { runReport } from '../../../renderer/imports/run-report.ts';
import { placeOf, rowRange } from '../../../renderer/imports/row-words.ts';
import { faultWords } from '../../../renderer/ordering/fault-words.ts';
import { asksForDecision, standingOf } from '../../../renderer/ordering/sent-standing.ts';

let t: TFunction;
beforeAll(async () => {
  const texts = createInstance();
  t = await texts.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } });
});

const fault = (part: Partial<DraftFault>): DraftFault => ({
  level: 'error',
  line: 0,
  field: 'quantity',
  fault: 'quantity-not-whole',
  details: { value: '2,5' },
  ...part,
});

const row = (part: Partial<ImportRow>): ImportRow => ({
  id: '1',
  runId: 'r',
  reference: 'SHOP-1',
  state: 'made',
  lines: 2,
  different: 0,
  decision: null,
  order: { id: 'ORD-0000000012', number: '12' },
  payment: null,
  error: null,
  by: 'Ivan',
  station: 'Station 1',
  at: '2024-05-08T10:00:00.000Z',
  settledAt: '2024-05-08T10:00:05.000Z',
  rows: [2, 3],
  faults: [],
  ...part,
});

describe('a mapping', () => {
  test('has no two columns that hold the same, and no column that holds two things', () => {
    const moved = withColumn({ item: 0, quantity: 1 }, 2, 'item');
    expect(moved).toEqual({ quantity: 1, item: 2 });
    expect(withColumn(moved, 1, 'weight')).toEqual({ item: 2, weight: 1 });
    expect(withColumn(moved, 2, null)).toEqual({ quantity: 1 });
  });

  test('tells what a column holds and what is still to be chosen', () => {
    expect(fieldOf({ item: 0 }, 0)).toBe('item');
    expect(fieldOf({ item: 0 }, 1)).toBeNull();
    expect(missingFields({ item: 0 })).toEqual(['quantity']);
    expect(missingFields({ item: 0, quantity: 3 })).toEqual([]);
  });
});

describe('the words', () => {
  test('of every fault of a draft are there and have no open placeholder', () => {
    for (const code of draftFaultCodes) {
      const words = faultWords(t, fault({ fault: code, details: {} }));
      expect(words).not.toMatch(/draftFault|{{/);
    }
  });

  test('of every fault of a file are there and have no open placeholder', () => {
    for (const file of orderFileFaults) {
      const { what, next } = fileErrorWords(t, { code: 'invalid-file', details: { file } });
      expect(`${what} ${next}`).not.toMatch(/fileFault|{{/);
      expect(what).not.toBe(en.error['invalid-file'].what);
    }
  });

  test('of a file of another kind say what it is and what to do with it', () => {
    const kinds = ['html', 'json', 'pdf', 'binary', 'ods', 'xlsb', 'office', 'zip'];
    const words = kinds.map((found) => fileErrorWords(t, { code: 'invalid-file', details: { file: 'not-recognised', found } }));
    expect(new Set(words.map(({ what }) => what)).size).toBe(kinds.length);
    expect(words.map(({ what }) => what)).not.toContain(en.fileFault['not-recognised'].what);
  });

  test('of an ill-formed file name the place', () => {
    const words = (details: object) => {
      const { what, next } = fileErrorWords(t, { code: 'invalid-file', details: { file: 'xml-malformed', ...details } });
      return `${what} ${next}`;
    };
    expect(words({ problem: 'other', line: 12, column: 34 })).toMatch(/line 12 at character 34/);
    expect(words({ problem: 'open', line: 12, element: 'Comment' })).toMatch(/Comment that begins in line 12 is not closed.*<\/Comment>/);
    expect(words({ problem: 'entity', line: 12, element: 'Comment' })).toMatch(/Comment that begins in line 12.*&amp;/);
    expect(fileErrorWords(t, { code: 'invalid-file', details: { file: 'encoding', encoding: 'utf-8', line: 12 } }).what).toMatch(/utf-8: line 12/);
    expect(fileErrorWords(t, { code: 'invalid-file', details: { file: 'encoding', encoding: 'klingon' } }).what).not.toMatch(/line/);
  });

  test('of a file fault that is not known are those of the error', () => {
    expect(fileErrorWords(t, { code: 'invalid-file', details: { file: 'else' } }).what).toBe(en.error['invalid-file'].what);
  });

  test('of a fault name the row of the file, or the line of an order that has no rows', () => {
    expect(placeOf(t, fault({ line: 1 }), [5, 9], true)).toBe('Row 9, Quantity:');
    expect(placeOf(t, fault({ line: 1 }), [], false)).toBe('Line 2, Quantity:');
    expect(placeOf(t, fault({ line: null, field: 'reference' }), [5], true)).toBe('Own reference:');
  });

  test('of rows put those together that follow each other', () => {
    expect(rowRange([5])).toBe('5');
    expect(rowRange([5, 6, 7, 9])).toBe('5–7, 9');
  });
});

describe('how an order stands', () => {
  test('is told by the comparison once it is made', () => {
    expect(standingOf(row({ settledAt: null }))).toBe('comparing');
    expect(standingOf(row({}))).toBe('same');
    expect(standingOf(row({ different: 1 }))).toBe('differs');
    expect(standingOf(row({ different: 1, decision: 'accepted' }))).toBe('accepted');
    expect(standingOf(row({ state: 'lost', settledAt: null }))).toBe('lost');
  });

  test('asks for a decision when it differs or is unsure', () => {
    expect((['same', 'differs', 'unsure', 'refused', 'lost', 'accepted'] as const).filter(asksForDecision)).toEqual(['differs', 'unsure']);
  });
});

test('the bar of a run has every order that does not wait', () => {
  const counts: ImportCounts = {
    orders: 36, waiting: 1, underWay: 2, same: 3, differs: 4, accepted: 5, cancelled: 6, refused: 7, unsure: 8, stopped: 0, invalid: 0, paid: 3, paying: 1, paymentTrouble: 0,
  };
  const parts = Object.values(progressOf(counts)).reduce((sum, part) => sum + part, 0);
  expect(parts).toBe(counts.orders - counts.waiting);
  expect(settledOrders(counts)).toBe(33);
});

describe('the report of a run', () => {
  test('has a row for each row of the file, with the faults of that row', () => {
    const { columns, rows } = runReport(t, [row({ state: 'invalid', order: null, faults: [fault({ line: 1 })] })]);
    expect(rows.map((cells) => cells[0])).toEqual([2, 3]);
    expect(rows.map((cells) => cells.at(-1))).toEqual(['', 'Quantity: “2,5” is no whole number of pieces.']);
    expect(rows.every((cells) => cells.length === columns.length)).toBe(true);
  });

  test('has a row for an order of a file without rows, with what OT Platform said', () => {
    const { rows } = runReport(t, [row({ rows: [], state: 'refused', order: null, error: { code: 'api', serverText: 'No such item' } })]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.at(-1)).toBe('OT Platform refused the request. No such item');
  });
});
