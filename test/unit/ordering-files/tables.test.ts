import { describe, expect, it } from 'vitest';
import { mappingKey, ordersOfTable, readPastedRows, suggestMapping, type Table } from '../../../main/ordering/files/index.ts';
import { emptyDraftLine, readDraft } from '../../../preload/contract/index.ts';
import { tableOf, turnsDuring } from './files.ts';

const defaults = { deliveryModeId: '12', profileId: '3' };
const table = (columns: string[], ...rows: string[][]): Table => ({ columns, rows: rows.map((cells, index) => ({ number: index + 2, cells })) });

describe('the columns of a table', () => {
  it('are found under a title', async () => {
    const { columns, rows } = await tableOf('Orders of October,,\n,,\nReference,Item,Quantity\nA,1,2\n');
    expect(columns).toEqual(['Reference', 'Item', 'Quantity']);
    expect(rows).toEqual([{ number: 4, cells: ['A', '1', '2'] }]);
  });

  it('have letters where rows begin at once, or have no name', async () => {
    expect((await tableOf('A-1,591608177630,2\nA-2,591608177631,3\n')).columns).toEqual(['A', 'B', 'C']);
    expect((await tableOf('A-1,591608177630,2\n')).rows).toHaveLength(1);
    expect((await tableOf('item,,note,note\n1,2,3,4,5\n')).columns).toEqual(['item', 'B', 'note', 'note (2)', 'E']);
  });

  it('may have names that nobody knows', async () => {
    expect((await tableOf('Liste\nfoo,bar\nx,591608177630\n')).columns).toEqual(['foo', 'bar']);
  });
});

describe('pasted rows', () => {
  it('are read from between tabs, cells with line breaks among them', async () => {
    expect(await readPastedRows('item\tquantity\tcomment\n591608177630\t2\t"two\nlines ""x"""\n')).toEqual({
      columns: ['item', 'quantity', 'comment'],
      rows: [{ number: 2, cells: ['591608177630', '2', 'two\nlines "x"'] }],
    });
  });

  it('may have a quote that nothing ends', async () => {
    expect((await readPastedRows('591608177630\t2\t"5 inch\n591608177631\t3\tx')).rows.map(({ cells }) => cells[2])).toEqual(['"5 inch', 'x']);
  });

  it('need no header', async () => {
    expect(await readPastedRows('591608177630\t2')).toEqual({ columns: ['A', 'B'], rows: [{ number: 1, cells: ['591608177630', '2'] }] });
  });

  it('are not nothing', async () => {
    await expect(readPastedRows(' \n\t\n')).rejects.toMatchObject({ code: 'empty' });
  });
});

describe('what a column holds', () => {
  it.each<[string[], object]>([
    [['Reference', 'Item or link', 'Configuration ID', 'Qty', 'Weight, kg', 'Price'], { reference: 0, item: 1, configurationId: 2, quantity: 3, weight: 4, awaitedPrice: 5 }],
    [['№ заказа', 'Артикул', 'Кол-во (шт.)', 'Примечание', 'Комментарий к заказу', 'Способ доставки'], { reference: 0, item: 1, quantity: 2, lineComment: 3, orderComment: 4, deliveryModeId: 5 }],
    [['订单号', '商品链接', 'SKU', '数量', '重量（kg）', '备注', '订单备注'], { reference: 0, item: 1, configurationId: 2, quantity: 3, weight: 4, lineComment: 5, orderComment: 6 }],
    [['DeliveryModeId', 'UserProfileId', 'Id', 'ConfigurationId', 'Quantity', 'PromotionId'], { deliveryModeId: 0, profileId: 1, item: 2, configurationId: 3, quantity: 4, promotionId: 5 }],
    [['A', 'B'], {}],
    [['Product name', 'Product link'], { item: 1 }],
  ])('is told by the names %j', (columns, mapping) => {
    expect(suggestMapping(columns)).toEqual(mapping);
  });

  it('is remembered, unless a column of it is not there', () => {
    expect(suggestMapping(['item', 'quantity'], { item: 1 })).toEqual({ item: 1 });
    expect(suggestMapping(['item', 'quantity'], { item: 5 })).toEqual({ item: 0, quantity: 1 });
  });

  it('is remembered under a key that letters and blanks do not change, but order does', () => {
    expect(mappingKey(['Item', 'Кол-во'])).toBe(mappingKey([' item', 'КОЛ-ВО ']));
    expect(mappingKey(['item', 'quantity'])).not.toBe(mappingKey(['quantity', 'item']));
  });
});

describe('the orders of a table', () => {
  const mapping = { reference: 0, item: 1, quantity: 2, orderComment: 3 };
  const columns = ['reference', 'item', 'quantity', 'order comment'];

  it('are the rows with the same reference, wherever they stand', async () => {
    const orders = await ordersOfTable(table(columns, ['A', '1', '2', ''], ['B', '2', '1', ''], ['', '3', '1', ''], ['', '', '', ' '], [' A ', '4', '5', 'soon'], ['', '3', '1', '']), mapping, defaults);
    expect(orders.map(({ draft, rows }) => [draft.reference, rows])).toEqual([['A', [2, 6]], ['B', [3]], ['', [4]], ['', [7]]]);
    expect(orders[0]).toEqual({
      draft: {
        reference: 'A',
        comment: 'soon',
        deliveryModeId: '12',
        profileId: '3',
        lines: [{ ...emptyDraftLine(), item: '1', quantity: '2' }, { ...emptyDraftLine(), item: '4', quantity: '5' }],
      },
      rows: [2, 6],
      faults: [],
    });
  });

  it('have one comment: rows that differ are told', async () => {
    const [order] = await ordersOfTable(table(columns, ['A', '1', '2', 'soon'], ['A', '2', '2', 'late'], ['A', '3', '2', 'soon']), mapping, defaults);
    expect(order?.draft.comment).toBe('soon');
    expect(order?.faults).toEqual([
      { level: 'error', line: 1, field: 'lines', fault: 'order-cells-differ', details: { order: 'comment', value: 'late', other: 'soon', row: 3, otherRow: 2 } },
    ]);
  });

  it('have the cells of the table before what is chosen for all', async () => {
    const own = table(['item', 'delivery', 'profile'], ['1', '', '9'], ['2', '13', '']);
    const orders = await ordersOfTable(own, { item: 0, deliveryModeId: 1, profileId: 2 }, defaults);
    expect(orders.map(({ draft }) => [draft.deliveryModeId, draft.profileId])).toEqual([['12', '9'], ['13', '3']]);
  });

  it('tell of numbers whose digits are lost, in columns where digits matter', async () => {
    const rounded: Table = { columns, rows: [{ number: 2, cells: ['A', '12345678901234500000', '1E+20', ''], rounded: [1, 2] }] };
    const [order] = await ordersOfTable(rounded, mapping, defaults);
    expect(order?.faults).toEqual([{ level: 'error', line: 0, field: 'item', fault: 'number-rounded', details: { value: '12345678901234500000', row: 2 } }]);
  });

  it('are never cut: more lines than an order may have, and longer texts, are faults of the draft', async () => {
    const many = table(columns, ...Array.from({ length: 1001 }, (_, index) => ['A', String(index + 1), '1', 'x'.repeat(5000)]));
    const [order] = await ordersOfTable(many, mapping, defaults);
    const codes = order === undefined ? [] : readDraft(order.draft).faults.map(({ fault }) => fault);
    expect(codes).toEqual(['text-too-long', 'too-many-lines']);
  });

  it('are put together while everything else goes on', async () => {
    const many = table(columns, ...Array.from({ length: 100_000 }, (_, index) => [`R-${index % 50_000}`, String(index + 1), '1', '']));
    let count = 0;
    const turns = await turnsDuring(async () => {
      count = (await ordersOfTable(many, mapping, defaults)).length;
    });
    expect(count).toBe(50_000);
    expect(turns).toBeGreaterThan(1);
  }, 30_000);
});
