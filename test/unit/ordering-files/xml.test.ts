import { describe, expect, it } from 'vitest';
import { readOrderFile } from '../../../main/ordering/files/index.ts';
import { composeComment, emptyDraftLine, type OrderDraft } from '../../../preload/contract/index.ts';
import { faultOf, turnsDuring } from './files.ts';

async function ordersOf(content: string | Uint8Array): Promise<OrderDraft[]> {
  const file = await readOrderFile({ bytes: typeof content === 'string' ? Buffer.from(content) : content });
  if (file.kind !== 'orders') throw new Error('The file has no orders.');
  return file.orders;
}

const item = '<Item><Id>591608177630</Id><Quantity>2</Quantity></Item>';
const order = (inside = `<Items>${item}</Items>`) => `<OrderAddData>${inside}</OrderAddData>`;

describe('an XML file of orders', () => {
  it('has the documented form', async () => {
    const example = `<OrderAddData><DeliveryModeId>12</DeliveryModeId><Comment>ext-777</Comment><UserProfileId>3</UserProfileId>
 <Items><Item><Id>591608177630</Id><ConfigurationId>4001</ConfigurationId><Quantity>2</Quantity><Weight>0.35</Weight>
 <Comment>red</Comment><PromotionId>p1</PromotionId><PriceType>Default</PriceType></Item><Item><Id>abb-5</Id></Item></Items></OrderAddData>`;
    expect(await ordersOf(example)).toEqual([
      {
        reference: '',
        comment: 'ext-777',
        deliveryModeId: '12',
        profileId: '3',
        lines: [
          { ...emptyDraftLine(), item: '591608177630', configurationId: '4001', quantity: '2', weight: '0.35', comment: 'red', promotionId: 'p1' },
          { ...emptyDraftLine(), item: 'abb-5' },
        ],
      },
    ]);
  });

  it('may have several, a declaration, comments, namespaces and blanks', async () => {
    const several = `\n<?xml version="1.0" encoding="utf-8"?>\n<!-- ours --><o:Orders xmlns:o="urn:x" xsi:schemaLocation="a b" xmlns:xsi="urn:y">\n ${order()}<o:OrderAddData><o:Items/></o:OrderAddData>\n</o:Orders>\n`;
    expect((await ordersOf(several)).map(({ lines }) => lines.length)).toEqual([1, 0]);
  });

  it('has its entities and sections read, and its texts trimmed', async () => {
    const [read] = await ordersOf(order(`<Comment>\n a &lt;b&gt; &amp;amp; &#1103;&#x8BA2; &quot;&apos; <![CDATA[<c>]]> </Comment><Items>${item}</Items>`));
    expect(read?.comment).toBe(`a <b> &amp; я订 "' <c>`);
  });

  it('gives back the reference of an order that a station wrote', async () => {
    const comment = composeComment({ reference: 'A 1', mark: '8k2m4q7x', comment: 'soon' });
    expect(await ordersOf(order(`<Comment>${comment}</Comment><Items>${item}</Items>`))).toMatchObject([{ reference: 'A 1', comment: 'soon' }]);
  });

  it.each([
    ['utf-16', Buffer.from(`\uFEFF<?xml version="1.0" encoding="utf-16"?>${order(`<Comment>订单</Comment><Items>${item}</Items>`)}`, 'utf16le'), '订单'],
    ['utf-16 without a mark', Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${order(`<Comment>订单</Comment><Items>${item}</Items>`)}`, 'utf16le'), '订单'],
    ['gb2312', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="GB2312"?><OrderAddData><Comment>'), Buffer.from('b6a9b5a5', 'hex'), Buffer.from('</Comment><Items/></OrderAddData>')]), '订单'],
    ['windows-1251', Buffer.concat([Buffer.from("<?xml version='1.0' encoding='windows-1251'?><OrderAddData><Comment>"), Buffer.from('c4e0', 'hex'), Buffer.from('</Comment><Items/></OrderAddData>')]), 'Да'],
  ])('in %s is read', async (_, bytes, comment) => {
    expect(await ordersOf(bytes)).toMatchObject([{ comment }]);
  });

  it('in another encoding than it says is refused with the place', async () => {
    const bytes = Buffer.concat([Buffer.from('<OrderAddData>\n<Comment>'), Buffer.from('c4e0', 'hex'), Buffer.from('</Comment><Items/></OrderAddData>')]);
    expect(await faultOf(bytes)).toEqual({ code: 'encoding', details: { encoding: 'utf-8', offset: 24, line: 2 } });
    expect(await faultOf('<?xml version="1.0" encoding="klingon"?><OrderAddData/>')).toEqual({ code: 'encoding', details: { encoding: 'klingon' } });
  });

  it.each([
    ['<Order/>', { code: 'xml-root', details: { found: 'Order', line: 1 } }],
    [order('\n<Colour>red</Colour>'), { code: 'xml-unknown-element', details: { element: 'Colour', parent: 'OrderAddData', line: 2 } }],
    [order('<Items>\n<Item>\n<Colour/></Item></Items>'), { code: 'xml-unknown-element', details: { element: 'Colour', parent: 'Item', line: 3 } }],
    [order('<Items><Id>1</Id></Items>'), { code: 'xml-unknown-element', details: { element: 'Id', parent: 'Items', line: 1 } }],
    [order('<Comment>a<b>c</b></Comment>'), { code: 'xml-unknown-element', details: { element: 'b', parent: 'Comment', line: 1 } }],
    ['<Orders><Order/></Orders>', { code: 'xml-unknown-element', details: { element: 'Order', parent: 'Orders', line: 1 } }],
    [order('<Comment>a</Comment>\n<Comment>b</Comment>'), { code: 'xml-duplicate-element', details: { element: 'Comment', parent: 'OrderAddData', line: 2 } }],
    [order('<Items><Item Id="1"/></Items>'), { code: 'xml-unknown-attribute', details: { attribute: 'Id', element: 'Item', line: 1 } }],
    [order('<Items>two shirts</Items>'), { code: 'xml-unexpected-text', details: { element: 'Items', line: 1 } }],
    [order('<Comment>a</Comment>'), { code: 'xml-missing-element', details: { element: 'Items', parent: 'OrderAddData', line: 1 } }],
    ['<Orders>\n</Orders>', { code: 'xml-missing-element', details: { element: 'OrderAddData', parent: 'Orders', line: 2 } }],
    [order('<Items><Item><PriceType>Cheap</PriceType></Item></Items>'), { code: 'xml-value', details: { element: 'PriceType', value: 'Cheap', allowed: 'Default', line: 1 } }],
  ])('drops nothing silently: %s', async (xml, fault) => {
    expect(await faultOf(xml)).toEqual(fault);
  });

  it.each([
    ['<OrderAddData>\n<Items></OrderAddData>', 2],
    ['<OrderAddData>\n\n<Items>', 3],
    [`${order()}\n${order()}`, 2],
    [order('<Comment>&nbsp;</Comment>'), 1],
    [order('<Comment>&#0;</Comment>'), 1],
    [order('<Comment>a & b</Comment>'), 1],
    [order('\n<Comment>\u0007</Comment>'), 2],
    ['<OrderAddData a=1/>', 1],
  ])('that is not well-formed is refused with the line: %j', async (xml, line) => {
    expect(await faultOf(xml)).toMatchObject({ code: 'xml-malformed', details: { line } });
  });

  it.each([
    ['an element that is not closed', order(`\n<Items>${item}`), { problem: 'open', element: 'Items', line: 2 }],
    ['an element that is closed by another name', order('<Items>\n<Item><Id>1</ID></Item></Items>'), { problem: 'open', element: 'Id', line: 2 }],
    ['an & that swallows all that follows', order('\n<Comment>a & b</Comment>\n<Items/>'), { problem: 'open', element: 'Comment', line: 2 }],
    ['an & that swallows some lines', order('\n<Comment>a & b</Comment>\n<Items/>;'), { problem: 'entity', element: 'Comment', line: 2 }],
    ['a character that no XML has', order('\n<Comment>ab\u0007</Comment>'), { problem: 'other', line: 2, column: 12 }],
    ['a <', order('\n<Comment>5 < 6</Comment>'), { problem: 'other', line: 2, column: 13 }],
    ['something behind blanks', '\n \r\n  <OrderAddData a=1/>', { problem: 'other', line: 3, column: 19 }],
    ['something in the line after that', '\n \r\n  <OrderAddData>\n<Items a=1/>', { problem: 'other', line: 4, column: 10 }],
  ])('tells where to look for %s', async (_, xml, details) => {
    expect(await faultOf(xml)).toEqual({ code: 'xml-malformed', details });
  });

  it('counts the blank lines before it in every fault', async () => {
    expect(await faultOf('\n\n<Order/>')).toEqual({ code: 'xml-root', details: { found: 'Order', line: 3 } });
  });

  it.each([
    '<!DOCTYPE OrderAddData SYSTEM "file:///etc/passwd"><OrderAddData/>',
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><OrderAddData><Comment>&b;</Comment></OrderAddData>',
    '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1/e"> %e;]><OrderAddData/>',
  ])('with a document type is refused: %s', async (xml) => {
    expect(await faultOf(xml)).toMatchObject({ code: 'xml-doctype' });
  });

  it('nests no deeper than it may', async () => {
    expect(await faultOf('<OrderAddData>'.repeat(100_000))).toMatchObject({ code: 'xml-unknown-element' });
  });

  it('of 10 MB is read, and everything else goes on meanwhile', async () => {
    const xml = `<Orders>${Array.from({ length: 10_000 }, (_, index) => order(`<DeliveryModeId>12</DeliveryModeId><Comment>№ ${index}</Comment><Items>${item.repeat(9)}<Item><Id>${index + 1}</Id><Comment>${'ы'.repeat(200)}</Comment></Item></Items>`)).join('\n')}</Orders>`;
    expect(Buffer.byteLength(xml)).toBeGreaterThan(10_000_000);
    let orders: OrderDraft[] = [];
    const turns = await turnsDuring(async () => {
      orders = await ordersOf(xml);
    });
    expect(orders).toHaveLength(10_000);
    expect(orders.at(-1)?.comment).toBe('№ 9999');
    expect(turns).toBeGreaterThan(5);
  }, 30_000);
});
