import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ordersOfTable, readOrderFile, suggestMapping } from '../../../main/ordering/files/index.ts';
import { faultOf, namespace, tableOf, turnsDuring, workbookOf, zipOf } from './files.ts';

const fixture = () => readFile(new URL('../../fixtures/ordering/orders.xlsx', import.meta.url));
const cell = (value: string, attributes = '') => `<c ${attributes}><v>${value}</v></c>`;
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
/** A header, and one row with these cells under `a`, `b`, `c`. */
const sheet = (...cells: string[]) => workbookOf(`<row>${['a', 'b', 'c'].map(inline).join('')}</row><row>${cells.join('')}</row>`);

describe('a workbook that LibreOffice wrote', () => {
  it('is read as it is shown, ids with all their digits', async () => {
    const file = await readOrderFile({ bytes: await fixture() });
    expect(file).toMatchObject({ kind: 'table', format: 'xlsx', sheets: ['Пусто', 'Заказы 订单', '第二页'], sheet: 'Заказы 订单' });
    expect(file.kind === 'table' && file.table).toEqual({
      columns: ['Номер заказа', 'Ссылка на товар', 'SKU', 'Кол-во', 'Вес, кг', 'Ожидаемая цена', 'Комментарий к товару', 'Комментарий к заказу', 'Когда'],
      rows: [
        { number: 4, cells: ['A-1', '591608177630', '4001', '2', '0.35', '12.5', 'красная 红色', 'осторожно', '03.10.2026'] },
        { number: 5, cells: ['B-7', 'https://detail.1688.com/offer/600000000001.html', '00123', '10', '1.2', '', 'две\u00A0коробки', '', '2026-10-04 14:05'] },
        { number: 7, cells: ['A-1', '12345678901234567890', '123456789012345', '6', '', '', 'из A-1', '', ''] },
        { number: 8, cells: ['00042', '12345678901234600000', '1234567890123460', '1', '', '', '=1+1', '', ''], rounded: [1, 2] },
      ],
    });
  });

  it('has the sheet that a person chooses', async () => {
    const bytes = await fixture();
    expect(await tableOf(bytes, { sheet: '第二页' })).toEqual({ columns: ['订单号', '商品链接', '数量'], rows: [{ number: 2, cells: ['丙-3', '600000000002', '3'] }] });
    expect(await faultOf(bytes, { sheet: 'Пусто' })).toMatchObject({ code: 'empty' });
    expect(await faultOf(bytes, { sheet: 'Скрытый' })).toMatchObject({ code: 'xlsx-no-such-sheet' });
  });

  it('becomes orders', async () => {
    const table = await tableOf(await fixture());
    const orders = await ordersOfTable(table, suggestMapping(table.columns), { deliveryModeId: '12', profileId: '' });
    expect(orders.map(({ draft, rows, faults }) => [draft.reference, rows, faults.map(({ fault }) => fault)])).toEqual([
      ['A-1', [4, 7], []],
      ['B-7', [5], []],
      ['00042', [8], ['number-rounded', 'number-rounded']],
    ]);
    expect(orders[0]?.draft.lines[0]).toMatchObject({ item: '591608177630', configurationId: '4001', quantity: '2', weight: '0.35', awaitedPrice: '12.5', comment: 'красная 红色' });
  });
});

describe('a cell of a workbook', () => {
  it.each([
    ['591608177630', '591608177630'],
    ['5.91608177630E+11', '591608177630'],
    ['0.34999999999999998', '0.35'],
    ['1E-3', '0.001'],
    ['0.0000001', '0.0000001'],
    ['-2', '-2'],
  ])('with the number %s shows %s', async (value, text) => {
    expect((await tableOf(sheet(cell(value)))).rows).toEqual([{ number: 2, cells: [text, '', ''] }]);
  });

  it.each([
    ['123456789012345', false],
    ['1234567890123456', false],
    ['1234567890123450', true],
    ['1.23456789012345E+15', true],
    ['12345678901234567890', true],
  ])('with the number %s has digits that are lost: %s', async (value, isRounded) => {
    const [row] = (await tableOf(sheet(inline('x'), cell(value)))).rows;
    expect(row?.rounded).toEqual(isRounded ? [1] : undefined);
  });

  it('may be a truth, an error, a text of a formula, or a text in pieces', async () => {
    const rich = '<c t="inlineStr"><is><r><t>two </t></r><r><t>parts</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></is></c>';
    expect((await tableOf(sheet(cell('1', 't="b"'), cell('#N/A', 't="e"'), rich))).rows[0]?.cells).toEqual(['TRUE', '#N/A', 'two parts']);
    expect((await tableOf(sheet('<c t="str"><f>A1&amp;"x"</f><v>a_x000A_x</v></c>'))).rows[0]?.cells[0]).toBe('a\nx');
  });

  it('is where its letters say, or next to the one before', async () => {
    const { rows } = await tableOf(workbookOf(`<row r="3"><c r="A3" t="str"><v>a</v></c><c r="C3" t="str"><v>c</v></c></row><row r="7"><c r="B7"><v>1</v></c><c><v>2</v></c></row>`));
    expect(rows).toEqual([{ number: 7, cells: ['', '1', '2'] }]);
  });

  it('takes shared texts, dates and zeros from the other parts, from 1904 on too', async () => {
    const more = {
      'xl/sharedStrings.xml': `<x:sst xmlns:x="urn:s"><x:si><x:t>item</x:t></x:si><x:si><x:r><x:t>da</x:t></x:r><x:r><x:t>te</x:t></x:r></x:si></x:sst>`,
      'xl/styles.xml': `<styleSheet ${namespace}><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\\ mmm\\ yyyy;@"/><numFmt numFmtId="171" formatCode="#,##0.00"/><numFmt numFmtId="172" formatCode="000000"/></numFmts><cellStyleXfs><xf numFmtId="172"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    };
    const rows = `<row>${cell('0', 't="s"')}${cell('1', 't="s"')}</row><row>${cell('46298', 's="1"')}${cell('46298', 's="2"')}${cell('1234567.5', 's="3"')}${cell('42', 's="4"')}${cell('0.5', 's="5"')}</row>`;
    const table = await tableOf(workbookOf(rows, more));
    expect(table.columns).toEqual(['item', 'date', 'C', 'D', 'E']);
    expect(table.rows[0]?.cells).toEqual(['2026-10-03', '3 Oct 2026', '1234567.5', '000042', '12:00']);
    const old = { ...more, 'xl/workbook.xml': `<workbook ${namespace} xmlns:q="urn:r"><workbookPr date1904="true"/><sheets><sheet name="One" q:id="s1"/></sheets></workbook>` };
    expect((await tableOf(workbookOf(rows, old))).rows[0]?.cells[0]).toBe('2030-10-04');
  });
});

describe('a workbook', () => {
  const row = (count: number) => `<row>${inline('x'.repeat(count))}</row>`;

  it.each<[string, () => Uint8Array, object]>([
    ['cut off', () => sheet(inline('x')).subarray(0, 500), { code: 'xlsx-damaged' }],
    ['changed inside', () => { const bytes = Buffer.from(workbookOf(row(5000))); bytes.fill(0xaa, 60, 120); return bytes; }, { code: 'xlsx-damaged' }],
    ['with a broken sheet', () => workbookOf('<row><c>'), { code: 'xlsx-damaged', details: { part: 'xl/worksheets/sheet1.xml' } }],
    ['with a document type', () => workbookOf('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' }), { code: 'xlsx-damaged' }],
    ['without anything', () => workbookOf(''), { code: 'empty' }],
    ['of another kind', () => zipOf({ mimetype: 'x', 'META-INF/manifest.xml': '<x/>', 'content.xml': '<x/>' }), { code: 'not-recognised', details: { found: 'ods' } }],
    ['of the binary kind', () => zipOf({ '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>', 'xl/workbook.bin': 'x' }), { code: 'not-recognised', details: { found: 'xlsb' } }],
    ['that is a text document', () => zipOf({ '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>', 'word/document.xml': '<document/>' }), { code: 'not-recognised', details: { found: 'office' } }],
    ['that is any archive', () => zipOf({ 'a.txt': 'x' }), { code: 'not-recognised', details: { found: 'zip' } }],
    ['with too many columns', () => workbookOf('<row><c r="ZZZ1"><v>1</v></c></row>'), { code: 'too-many-columns' }],
    ['with too many rows', () => workbookOf(row(1).repeat(100_200)), { code: 'too-many-rows' }],
  ])('%s is refused', async (_, make, fault) => {
    expect(await faultOf(make())).toMatchObject(fault);
  }, 30_000);

  it('that would unpack to more than a computer has room for is refused before it is unpacked', async () => {
    const parts = { '_rels/.rels': '<Relationships/>' };
    expect(await faultOf(zipOf(parts, { '_rels/.rels': 200_000_000 }))).toMatchObject({ code: 'xlsx-too-large-unpacked' });
  });

  it('that lies about its size is refused', async () => {
    const parts = { '_rels/.rels': `<Relationships>${' '.repeat(100_000)}</Relationships>` };
    expect(await faultOf(zipOf(parts, { '_rels/.rels': 10 }))).toMatchObject({ code: 'xlsx-damaged' });
  });

  it('of 100,000 rows is read, and everything else goes on meanwhile', async () => {
    const header = `<row>${['reference', 'item', 'quantity', 'comment'].map(inline).join('')}</row>`;
    const body = Array.from({ length: 99_000 }, (_, index) => `<row>${inline(`R-${index}`)}${cell(String(591608177630 + index))}${cell('2')}${inline('some words')}</row>`).join('');
    const bytes = workbookOf(header + body);
    let rows = 0;
    const turns = await turnsDuring(async () => {
      rows = (await tableOf(bytes)).rows.length;
    });
    expect(rows).toBe(99_000);
    expect(turns).toBeGreaterThan(5);
  }, 60_000);
});
