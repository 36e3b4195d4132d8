import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { required } from '../../../main/otapi/decode/decoder.ts';
import { bulkAnswers } from '../../../main/otapi/reading/bulk-answers.ts';
import { createBulkReader, type BulkReader } from '../../../main/otapi/reading/bulk-reader.ts';
import { readAnswer } from '../../../main/otapi/reading/read-answer.ts';

let reader: BulkReader;

beforeEach(() => {
  reader = createBulkReader();
});
afterEach(() => reader.stop());

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function pageOfLines(count: number): Uint8Array {
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `<Item><Id>${index + 1}</Id><OrderId>ORD-1</OrderId><Quantity>${index === 0 ? 'many' : '2'}</Quantity><Title>${'天'.repeat(100)}</Title></Item>`,
  );
  return bytesOf(
    `<?xml version="1.0" encoding="utf-8"?><Answer><ErrorCode>Ok</ErrorCode><Result><Content>${lines.join('')}</Content><TotalCount>7</TotalCount></Result></Answer>`,
  );
}

describe('the thread that reads large answers', () => {
  test.each([
    ['a page of lines, with a value that is none', pageOfLines(120)],
    ['an error of OT Platform', bytesOf('<Answer><ErrorCode>SessionExpired</ErrorCode></Answer>')],
    ['what is no XML', bytesOf('<html><body>502</body>')],
    ['nothing', bytesOf('')],
  ])('makes of %s what the main process would', async (_what, bytes) => {
    const here = readAnswer<unknown>(bytes, (root, report) => bulkAnswers.SearchOrderLines(required(root, 'Result'), report));
    expect(await reader.read('SearchOrderLines', bytes)).toEqual(here);
    expect(bytes.byteLength).toBe(bytes.length);
  });

  test('is asked for large answers of kinds that it knows only, from the sixth one on', () => {
    const large = new Uint8Array(200_000);
    const others = [reader.takes('SearchOrderLines', new Uint8Array(2_000)), reader.takes('GetSalesOrderDetailsForOperator', large), reader.takes('toString', large)];
    expect(others).toEqual([false, false, false]);
    expect([1, 2, 3, 4, 5].map(() => reader.takes('SearchOrderLines', large))).toEqual([false, false, false, false, false]);
    expect(reader.takes('SearchOrders', large)).toBe(true);
  });

  test('refuses what it does not know', async () => {
    await expect(reader.read('GetSalesOrderDetailsForOperator', new Uint8Array(10))).rejects.toThrow(TypeError);
  });
});
