import { describe, expect, it } from 'vitest';
import { readOrderFile } from '../../../main/ordering/files/index.ts';
import { largestOrderFile } from '../../../preload/contract/index.ts';
import { faultOf, tableOf, turnsDuring } from './files.ts';

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const cp1251 = (text: string) =>
  Buffer.from(Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (code >= 0x410 && code <= 0x44f) return code - 0x350;
    return { ё: 0xb8, Ё: 0xa8, '№': 0xb9 }[letter] ?? code;
  }));
/** 订单号,链接,数量 and a row with 红色小号 in it. */
const gb18030 = Buffer.from('b6a9b5a5bac52cc1b4bdd32cb1b8d7a20a41312c3539313630383137373633302cbaecc9abd0a1bac50a', 'hex');

describe('a CSV file', () => {
  it.each([',', ';', '\t', '|'])('is read with %j between its cells', async (separator) => {
    const text = `item;quantity;weight\n591608177630;2;"0,5"\n591608177631;3;"1${separator}5"\n`.replaceAll(';', separator);
    const { columns, rows } = await tableOf(text);
    expect(columns).toEqual(['item', 'quantity', 'weight']);
    expect(rows).toEqual([
      { number: 2, cells: ['591608177630', '2', '0,5'] },
      { number: 3, cells: ['591608177631', '3', `1${separator}5`] },
    ]);
  });

  it('has decimal commas beside semicolons', async () => {
    const { rows } = await tableOf('item;weight\n1;0,5\n2;1,5\n3;2,5\n');
    expect(rows.map(({ cells }) => cells)).toEqual([['1', '0,5'], ['2', '1,5'], ['3', '2,5']]);
  });

  it('keeps line breaks, quotes and separators that are in quotes, and counts rows as a spreadsheet does', async () => {
    const { rows } = await tableOf('item,comment\r\n1,"two\r\nlines, and ""more"""\r\n\r\n2,x\r\n');
    expect(rows).toEqual([
      { number: 2, cells: ['1', 'two\r\nlines, and "more"'] },
      { number: 4, cells: ['2', 'x'] },
    ]);
  });

  it('may mix the ways in which lines end', async () => {
    const { rows } = await tableOf('item,quantity\r\n1,1\n2,2\r3,3');
    expect(rows.map(({ cells }) => cells.join())).toEqual(['1,1', '2,2', '3,3']);
  });

  it("obeys Excel's line about the separator, which is no row", async () => {
    const { columns, rows } = await tableOf('sep=;\r\nitem;quantity, pieces\r\n1;2\r\n');
    expect(columns).toEqual(['item', 'quantity, pieces']);
    expect(rows).toEqual([{ number: 2, cells: ['1', '2'] }]);
  });

  it('has texts that a spreadsheet was told to keep', async () => {
    const { rows } = await tableOf('item,comment,sku\n="00123",\'=1+1,"=""007"""\n');
    expect(rows[0]?.cells).toEqual(['00123', '=1+1', '007']);
  });

  it('keeps a quote that is part of a word', async () => {
    const { rows } = await tableOf('item,comment\n1,5" pipe\n2,x\n');
    expect(rows.map(({ cells }) => cells[1])).toEqual(['5" pipe', 'x']);
  });

  it('tells where a quote is not closed', async () => {
    expect(await faultOf('item,comment\n1,x\n2,"open\n3,y\n')).toEqual({ code: 'csv-quote', details: { row: 3 } });
  });

  it('marks numbers that a spreadsheet has cut', async () => {
    const { rows } = await tableOf('item,quantity\n5.91608E+11,2\n"5,91608E+11",3\n');
    expect(rows.map(({ rounded }) => rounded)).toEqual([[0], [0]]);
  });

  it.each([
    ['utf-8', Buffer.from('заказ;товар\n№1;5\n')],
    ['utf-8', Buffer.from('\uFEFFзаказ;товар\n№1;5\n')],
    ['utf-16le', utf16('заказ\tтовар\n№1\t5\n')],
    ['utf-16be', utf16('заказ\tтовар\n№1\t5\n').swap16()],
    ['utf-16le', utf16('order\titem\n№1\t5\n').subarray(2)],
    ['windows-1251', cp1251('заказ;товар\n№1;5\n')],
    ['windows-1251', cp1251('НОМЕР ЗАКАЗА;ТОВАР;КОЛИЧЕСТВО\n№1;5;7\n')],
  ])('in %s is recognised', async (encoding, bytes) => {
    const file = await readOrderFile({ bytes });
    expect(file).toMatchObject({ kind: 'table', format: 'csv', encoding });
    expect(file.kind === 'table' && file.table.rows[0]?.cells[0]).toBe('№1');
  });

  it('in GB18030 is recognised, and read otherwise when a person says so', async () => {
    expect(await readOrderFile({ bytes: gb18030 })).toMatchObject({
      encoding: 'gb18030',
      table: { columns: ['订单号', '链接', '备注'], rows: [{ number: 2, cells: ['A1', '591608177630', '红色小号'] }] },
    });
    expect(await readOrderFile({ bytes: gb18030, encoding: 'windows-1251' })).toMatchObject({ encoding: 'windows-1251' });
  });

  it('that is not in the encoding that a person chose is refused with the place', async () => {
    expect(await faultOf(cp1251('item\nabc\nтовар\n'), { encoding: 'utf-8' })).toEqual({ code: 'encoding', details: { encoding: 'utf-8', offset: 9, line: 3 } });
    const late = Buffer.concat([Buffer.from(`item\n${'яблоко\n'.repeat(60_000)}`), Buffer.from([0xff])]);
    expect(await faultOf(late, { encoding: 'utf-8' })).toEqual({ code: 'encoding', details: { encoding: 'utf-8', offset: late.length - 1, line: 60_002 } });
  });

  it('of 10 MB is read, and everything else goes on meanwhile', async () => {
    const bytes = Buffer.from(`reference,item,quantity,comment\n${Array.from({ length: 99_000 }, (_, index) => `R-${index},${591608177630 + index},${index % 9 + 1},"${'x'.repeat(70)}, ${index}"`).join('\n')}`);
    expect(bytes.length).toBeGreaterThan(9_500_000);
    let rows = 0;
    const turns = await turnsDuring(async () => {
      rows = (await tableOf(bytes)).rows.length;
    });
    expect(rows).toBe(99_000);
    expect(turns).toBeGreaterThan(5);
  }, 30_000);
});

describe('a file', () => {
  it.each<[string, string | Uint8Array, unknown]>([
    ['nothing', '', 'empty'],
    ['blanks', '\uFEFF \n\n', 'empty'],
    ['a header only', 'item,quantity\n', 'empty'],
    ['a page', '<!DOCTYPE html><html></html>', 'not-recognised'],
    ['JSON', '[{"item": 1}]', 'not-recognised'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-recognised'],
    ['a PDF', Buffer.concat([Buffer.from('%PDF-1.7\n%'), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0xff, 0xfe])]), 'not-recognised'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'xls-old-format'],
    ['a workbook with a password', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), 'xlsx-protected'],
    ['too many columns', `item${','.repeat(600)}x\n1,2`, 'too-many-columns'],
    ['too many rows', `item\n${'1\n'.repeat(100_001)}`, 'too-many-rows'],
    ['a row without an end', `item,comment\n1,"${'x'.repeat(1_100_000)}"`, 'csv-record-too-long'],
  ])('that is %s is refused', async (_, content, code) => {
    expect(await faultOf(content)).toMatchObject({ code });
  }, 30_000);

  it.each([
    ['a page', '<!DOCTYPE html><html></html>', 'html'],
    ['JSON', '[{"item": 1}]', 'json'],
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['a text document', '{\\rtf1\\ansi item;quantity}', 'office'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'binary'],
  ])('that is %s is called so', async (_, content, found) => {
    expect(await faultOf(content)).toEqual({ code: 'not-recognised', details: { found } });
  });

  it('that is too large is refused', async () => {
    expect(await faultOf(Buffer.alloc(largestOrderFile + 1, 'x'))).toMatchObject({ code: 'too-large' });
  });
});
