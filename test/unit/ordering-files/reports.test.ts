import { array, asyncProperty, assert, constantFrom, oneof, string } from 'fast-check';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { writeReportCsv, writeReportXlsx, type Report } from '../../../main/ordering/files/index.ts';
import { ZipParts } from '../../../main/ordering/files/xlsx/zip-parts.ts';
import { tableOf, turnsDuring } from './files.ts';

const report: Report = {
  columns: ['reference', 'Товар', '数量', 'comment'],
  rows: [
    ['A-1', '591608177630', 2, 'two\nlines; "quoted", and more'],
    ['=1+1', '12345678901234567890', -1.5, null],
    ['@x', '00123', 0, ' blanks '],
  ],
};

describe('a report as CSV', () => {
  it('is read by spreadsheets as it is meant, and has no formulas', async () => {
    const text = Buffer.from(await writeReportCsv(report, ';')).toString();
    expect(text).toBe(
      '\uFEFFreference;Товар;数量;comment\r\nA-1;591608177630;2;"two\nlines; ""quoted"", and more"\r\n\'=1+1;12345678901234567890;-1.5;\r\n\'@x;00123;0;" blanks "\r\n',
    );
  });

  it.each([',', ';'] as const)('can be read again, with %j between its cells', async (separator) => {
    const { columns, rows } = await tableOf(await writeReportCsv(report, separator));
    expect(columns).toEqual(report.columns);
    expect(rows.map(({ cells }) => cells)).toEqual(report.rows.map((row) => row.map((cell) => String(cell ?? ''))));
  });
});

describe('a report as XLSX', () => {
  it('can be read again: ids and formulas as texts', async () => {
    const { columns, rows } = await tableOf(await writeReportXlsx(report));
    expect(columns).toEqual(report.columns);
    expect(rows).toEqual(report.rows.map((row, index) => ({ number: index + 2, cells: row.map((cell) => String(cell ?? '')) })));
  });

  it('keeps its header in sight, and has wide columns for long texts', async () => {
    const parts = await ZipParts.open(await writeReportXlsx({ columns: ['id', 'words'], rows: [['1', 'x'.repeat(30)]] }));
    const sheet = await text(parts.read('xl/worksheets/sheet1.xml'));
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<col min="1" max="1" width="10" customWidth="1"/><col min="2" max="2" width="32" customWidth="1"/>');
    expect(sheet).toContain('<autoFilter ref="A1:B2"/>');
  });

  it('can be read again whatever is in it', async () => {
    const texts = oneof(string({ unit: 'grapheme', maxLength: 20 }), constantFrom('<&>"\'', '\r\n', '_x000A_', '\t', ' ', '=A1', ']]>'));
    await assert(asyncProperty(array(texts, { minLength: 1, maxLength: 4 }), async (cells) => {
      const { rows } = await tableOf(await writeReportXlsx({ columns: ['item', 'b', 'c', 'd', 'e'], rows: [['x', ...cells]] }));
      expect(rows[0]?.cells.slice(1, cells.length + 1)).toEqual(cells);
    }), { numRuns: 40 });
  }, 30_000);

  it('of 100,000 rows is written while everything else goes on', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => [`R-${index}`, String(591608177630 + index), index, 'words']);
    let bytes = 0;
    const turns = await turnsDuring(async () => {
      bytes = (await writeReportXlsx({ columns: ['a', 'b', 'c', 'd'], rows })).length;
    });
    expect(bytes).toBeGreaterThan(100_000);
    expect(turns).toBeGreaterThan(5);
  }, 60_000);
});
