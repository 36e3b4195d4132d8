import { describe, expect, it } from 'vitest';
import { deliveryType } from '../../../main/otapi/decode/delivery-type.ts';
import type { Misfit } from '../../../main/otapi/decode/decoder.ts';
import { orderInfo } from '../../../main/otapi/decode/order.ts';
import { readXml } from '../../../main/otapi/xml/read-xml.ts';

const noMisfit = (misfit: Misfit) => expect.unreachable(`did not expect ${JSON.stringify(misfit)}`);
const decodeOrder = (xml: string) => orderInfo(readXml(Buffer.from(`<Item>${xml}</Item>`)), noMisfit);
const decodeDeliveryType = (xml: string) => deliveryType(readXml(Buffer.from(`<Item>${xml}</Item>`)), noMisfit);

const wholeOrder = `
  <Id>ORD-0000012345</Id><StatusId>20</StatusId><StatusName>Paid</StatusName><OperatorId>7</OperatorId>
  <OperatorName>Olga</OperatorName><ItemsCount>3</ItemsCount><GoodsAmount>30.5</GoodsAmount>
  <DeliveryAmount>8.17</DeliveryAmount><TotalAmount>38.67</TotalAmount><RemainAmount>0.00</RemainAmount>
  <CurrencyCode>CNY</CurrencyCode><CustId>1042</CustId><CustName>Иван</CustName><UserLogin>ivan</UserLogin>
  <CustComment>ext-777 &lt;A&gt;</CustComment><AdditionalInfo>by air</AdditionalInfo><DeliveryModeId>12</DeliveryModeId>
  <DeliveryModeName>Air</DeliveryModeName><DeliveryAddress><Id>3</Id><Familyname>Petrov</Familyname><Name>Ivan</Name>
   <Patername>S.</Patername><CountryCode>RU</CountryCode><Country>Russia</Country><RegionName>Omsk region</RegionName>
   <City>Omsk</City><Address>Lenina 1, 2</Address><PostalCode>644000</PostalCode><Phone>+7 1</Phone></DeliveryAddress>
  <Weight>1.250</Weight><CanCancel>1</CanCancel><CanConfirmShipment>0</CanConfirmShipment>
  <CanChangeAddress>true</CanChangeAddress><CanRestore>false</CanRestore><CanClose>1</CanClose>
  <CanPurchaseItems>0</CanPurchaseItems><ProviderTypeEnum>Taobao</ProviderTypeEnum><IsPaid>true</IsPaid>
  <CreatedDateTime>2024-05-08T10:00:00</CreatedDateTime><UserAccountAvailableAmount>100.25</UserAccountAvailableAmount>`;

describe('an order', () => {
  it('has all its fields', () => {
    expect(decodeOrder(wholeOrder)).toEqual({
      id: 'ORD-0000012345',
      displayId: '12345',
      status: { id: 20, name: 'Paid' },
      customerId: '1042',
      customerName: 'Иван',
      customerLogin: 'ivan',
      customerComment: 'ext-777 <A>',
      additionalInfo: 'by air',
      operatorName: 'Olga',
      providerType: 'Taobao',
      deliveryModeId: '12',
      deliveryModeName: 'Air',
      deliveryAddress: {
        lastName: 'Petrov',
        firstName: 'Ivan',
        middleName: 'S.',
        country: 'Russia',
        region: 'Omsk region',
        city: 'Omsk',
        address: 'Lenina 1, 2',
        postalCode: '644000',
        phone: '+7 1',
      },
      weight: 1.25,
      goodsAmount: 30.5,
      deliveryAmount: 8.17,
      totalAmount: 38.67,
      remainAmount: 0,
      currency: 'CNY',
      itemsCount: 3,
      isPaid: true,
      isCancelled: false,
      isCompleted: false,
      createdAt: '2024-05-08T10:00:00',
      can: { cancel: true, restore: false, close: true, confirmShipment: false, changeAddress: true, purchaseItems: false },
      customerAvailable: 100.25,
    });
  });

  it('with nothing but its id may be nothing and is empty, not broken', () => {
    expect(decodeOrder('<Id><Value>ORD-0000012345</Value></Id><DeliveryAddress/>')).toMatchObject({
      id: 'ORD-0000012345',
      operatorName: '',
      deliveryModeId: '',
      deliveryAddress: null,
      weight: null,
      goodsAmount: null,
      can: { cancel: false, restore: false, close: false, confirmShipment: false, changeAddress: false, purchaseItems: false },
      customerAvailable: null,
    });
  });

  it.each(['', '<DeliveryAddress><Id>3</Id><City> </City></DeliveryAddress>'])('without an address has none: %j', (xml) => {
    expect(decodeOrder(xml).deliveryAddress).toBeNull();
  });

  it('takes the code of a country that has no name', () => {
    const { deliveryAddress } = decodeOrder('<DeliveryAddress><CountryCode>RU</CountryCode><Country/></DeliveryAddress>');
    expect(deliveryAddress).toMatchObject({ country: 'RU', city: '' });
  });
});

describe('a delivery type', () => {
  it('has all its fields', () => {
    const xml =
      '<Id>12</Id><Name>Air</Name><Description>10 days</Description><Formula>w * 5</Formula><CurrencyCode>USD</CurrencyCode>' +
      '<Order>2</Order><IntegrationType>Internal</IntegrationType><ProviderTypes>Taobao</ProviderTypes>';
    expect(decodeDeliveryType(xml)).toEqual({
      id: '12',
      name: 'Air',
      description: '10 days',
      formula: 'w * 5',
      currencyCode: 'USD',
      order: 2,
      providerTypes: ['Taobao'],
    });
  });

  it.each([
    ['commas', '<ProviderTypes>Taobao, Alibaba1688,</ProviderTypes>'],
    ['semicolons', '<ProviderTypes>Taobao;Alibaba1688</ProviderTypes>'],
    ['a list', '<ProviderTypes><ProviderType>Taobao</ProviderType><ProviderType>Alibaba1688</ProviderType></ProviderTypes>'],
    ['a list of contents', '<ProviderTypes><Content><Item>Taobao</Item><Item>Alibaba1688</Item></Content></ProviderTypes>'],
    ['a repeated element', '<ProviderTypes>Taobao</ProviderTypes><ProviderTypes>Alibaba1688</ProviderTypes>'],
  ])('carries goods of the providers told by %s', (_, xml) => {
    expect(decodeDeliveryType(xml).providerTypes).toEqual(['Taobao', 'Alibaba1688']);
  });

  it.each(['', '<ProviderTypes/>', '<ProviderTypes> </ProviderTypes><Order/>'])('may tell no provider and no place: %j', (xml) => {
    expect(decodeDeliveryType(xml)).toMatchObject({ providerTypes: [], order: null });
  });
});
