import { describe, expect, it } from 'vitest';
import type { Misfit } from '../../../main/otapi/decode/decoder.ts';
import { orderLine } from '../../../main/otapi/decode/order-line.ts';
import { orderDetails } from '../../../main/otapi/decode/order.ts';
import { pageOf } from '../../../main/otapi/decode/page.ts';
import { readXml } from '../../../main/otapi/xml/read-xml.ts';

const noMisfit = (misfit: Misfit) => expect.unreachable(`did not expect ${JSON.stringify(misfit)}`);

function decodeLine(xml: string, report: (misfit: Misfit) => void = noMisfit) {
  return orderLine(readXml(Buffer.from(`<Item>${xml}</Item>`)), report);
}

const wholeLine = `
  <Id>501</Id><OrderId>ORD-0000012345</OrderId><LineNum>2</LineNum><ItemId>abb-591608177630</ItemId>
  <ConfigId>4001</ConfigId><ConfigText>colour: red; size: L</ConfigText>
  <ConfigExternalTextOrig>颜色: 红色; 尺码: L</ConfigExternalTextOrig><Qty>3</Qty><QtyOrig>4</QtyOrig><StatusId>4</StatusId>
  <StatusCode>4</StatusCode><StatusName>Ordered</StatusName>
  <AvailableStatusList><SalesLineStatusInfo><Id>6</Id><Name>Received</Name></SalesLineStatusInfo>
   <SalesLineStatusInfo><Id>13</Id><Name>Cancelled</Name></SalesLineStatusInfo></AvailableStatusList>
  <PriceCust>12.50</PriceCust><AmountCust>37.5</AmountCust><PriceWithoutDelivery>11.90</PriceWithoutDelivery><CurrencyCust>USD</CurrencyCust>
  <AmountInternal>262.5</AmountInternal><CurrencyInternal>CNY</CurrencyInternal>
  <BriefDescrTrans>Coat &amp; belt</BriefDescrTrans><NameOrig>秋冬&#26032;款大衣</NameOrig>
  <ItemImageURL>https://img.example/a.jpg?w=1&amp;h=2</ItemImageURL><ItemExternalURL>https://item.example/1</ItemExternalURL>
  <VendNick>老王</VendNick><VendId>00042</VendId><CustComment>fragile</CustComment><OperatorComment>one\\ntwo</OperatorComment>
  <VendPurchId>2893000000000000001</VendPurchId><VendPurchWaybill> YT 8812345678901 </VendPurchWaybill>
  <Weight>0.250</Weight><OrderedDateTime>2021-11-25T04:51:44.648</OrderedDateTime>
  <CanMoveToPackage>false</CanMoveToPackage><CanBePurchased>1</CanBePurchased><ProviderType>Alibaba1688</ProviderType>
  <VendPurchStatus>AwaitingShipment</VendPurchStatus><IsPaid>true</IsPaid><IsCancelled>true</IsCancelled><CanBeClosed>1</CanBeClosed><VendorPurchaseItemPriceWarningReason>
   <Level>BigOverpayment</Level><Message>Bought for 15 &lt; 20</Message></VendorPurchaseItemPriceWarningReason>
  <SomethingNew><Inside>1</Inside></SomethingNew>`;

describe('an order line', () => {
  it('has all its fields, text as it came', () => {
    expect(decodeLine(wholeLine)).toEqual({
      id: '501',
      orderId: 'ORD-0000012345',
      lineNumber: 2,
      itemId: 'abb-591608177630',
      configurationId: '4001',
      configurationTranslated: 'colour: red; size: L',
      configurationOriginal: '颜色: 红色; 尺码: L',
      titleTranslated: 'Coat & belt',
      titleOriginal: '秋冬新款大衣',
      quantity: 3,
      quantityOrdered: '4',
      status: { id: 4, name: 'Ordered' },
      availableStatuses: [
        { id: 6, name: 'Received' },
        { id: 13, name: 'Cancelled' },
      ],
      pictureUrl: 'https://img.example/a.jpg?w=1&h=2',
      itemUrl: 'https://item.example/1',
      providerType: 'Alibaba1688',
      sellerName: '老王',
      sellerId: '00042',
      customerComment: 'fragile',
      operatorComment: String.raw`one\ntwo`,
      providerOrderId: '2893000000000000001',
      waybill: ' YT 8812345678901 ',
      weight: 0.25,
      price: 12.5,
      priceWithoutDelivery: 11.9,
      amount: 37.5,
      currency: 'USD',
      orderedAt: '2021-11-25T04:51:44.648',
      canBePurchased: true,
      canMoveToPackage: false,
      isPaid: true,
      isCancelled: true,
      canBeClosed: true,
      providerStatus: 'AwaitingShipment',
      priceWarning: { level: 'BigOverpayment', message: 'Bought for 15 < 20' },
    });
  });

  it('with nothing but its id is empty, not broken', () => {
    expect(decodeLine('<Id>501</Id><Weight/><AvailableStatusList/>')).toMatchObject({
      id: '501',
      waybill: '',
      weight: null,
      price: null,
      status: { id: 0, name: '' },
      availableStatuses: [],
      canBePurchased: false,
      isPaid: false,
      isCancelled: false,
      canBeClosed: false,
      quantityOrdered: '',
      priceWithoutDelivery: null,
      providerStatus: '',
      priceWarning: null,
    });
  });

  it.each(['', '<Level/><Message>fine</Message>', '<Level>Ok</Level><Message/>', '<Level>ok</Level>'])(
    'has no warning about a price that was fine: %s',
    (reason) => {
      const line = decodeLine(`<VendorPurchaseItemPriceWarningReason>${reason}</VendorPurchaseItemPriceWarningReason>`);
      expect(line.priceWarning).toBeNull();
    },
  );

  it('keeps the level of a warning that nobody knows', () => {
    const line = decodeLine(
      '<VendorPurchaseItemPriceWarningReason><Level>DiscountLost</Level></VendorPurchaseItemPriceWarningReason>',
    );
    expect(line.priceWarning).toEqual({ level: 'DiscountLost', message: '' });
  });

  it.each(['12345678901234567890', '00012345678', 'SF 1234 5678', '1e5', 'SF1,SF2;顺丰 3'])('keeps waybill %s', (waybill) => {
    expect(decodeLine(`<VendPurchWaybill>${waybill}</VendPurchWaybill>`).waybill).toBe(waybill);
  });

  it('takes the status code, the internal price and the older name of the provider where the others are absent', () => {
    const line = decodeLine(
      '<StatusId/><StatusCode>6</StatusCode><PriceInternal Sign="¥" Code="CNY">7.1</PriceInternal>' +
        '<ProviderTypeEnum>SomeNewProvider</ProviderTypeEnum>',
    );
    expect(line).toMatchObject({ status: { id: 6 }, price: 7.1, currency: 'CNY', providerType: 'SomeNewProvider' });
  });

  it('tells of values that do not fit and keeps the rest', () => {
    const misfits: Misfit[] = [];
    const line = decodeLine(
      '<Id>501</Id><Weight>0,25</Weight><Qty>three</Qty><CanBePurchased>maybe</CanBePurchased>',
      (misfit) => misfits.push(misfit),
    );
    expect(line).toMatchObject({ id: '501', weight: null, quantity: 0, canBePurchased: false });
    expect(misfits).toEqual([
      { element: 'Qty', expected: 'integer', text: 'three' },
      { element: 'Weight', expected: 'decimal', text: '0,25' },
      { element: 'CanBePurchased', expected: 'flag', text: 'maybe' },
    ]);
  });
});

describe('a page of lines', () => {
  const decodePage = (xml: string) => pageOf(orderLine)(readXml(Buffer.from(`<Result>${xml}</Result>`)), noMisfit);

  it('has its items and the total of all pages', () => {
    const page = decodePage('<Content><Item><Id>1</Id></Item><Item><Id>2</Id></Item></Content><TotalCount>4711</TotalCount>');
    expect(page.items.map((line) => line.id)).toEqual(['1', '2']);
    expect(page.total).toBe(4711);
  });

  it.each(['', '<Content/>', '<Content></Content>', '<Content>\n </Content>'])('may be empty: %s', (content) => {
    expect(decodePage(`${content}<TotalCount>0</TotalCount>`)).toEqual({ items: [], total: 0 });
  });

  it('without a total is taken to be whole', () => {
    expect(decodePage('<Content><Item><Id>1</Id></Item></Content>').total).toBe(1);
  });
});

describe('order details', () => {
  it('hold the order and its lines, which get the order id where they have none', () => {
    const result = readXml(
      Buffer.from(
        '<Result><SalesOrderInfo><Id>ORD-0000012345</Id><StatusId>30</StatusId><StatusName>In handling</StatusName>' +
          '<CustId>1042</CustId><TotalAmount>38673.12</TotalAmount><ItemsCount>3</ItemsCount><IsPaid>true</IsPaid>' +
          '</SalesOrderInfo><SalesLinesList><SalesLine><Id>501</Id></SalesLine></SalesLinesList></Result>',
      ),
    );
    const { order, lines } = orderDetails(result, noMisfit);
    expect(order).toMatchObject({
      id: 'ORD-0000012345',
      displayId: '12345',
      status: { id: 30, name: 'In handling' },
      customerId: '1042',
      totalAmount: 38673.12,
      remainAmount: null,
      itemsCount: 3,
      isPaid: true,
      isCancelled: false,
    });
    expect(lines).toMatchObject([{ id: '501', orderId: 'ORD-0000012345' }]);
  });
});
