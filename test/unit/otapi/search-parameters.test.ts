import { describe, expect, it } from 'vitest';
import { orderLineSearchParameters, orderSearchParameters } from '../../../main/otapi/methods/search-parameters.ts';
import { writeXml } from '../../../main/otapi/xml/write-xml.ts';

describe('order search parameters', () => {
  it('are those of section 5.5', () => {
    const xml = writeXml(
      orderSearchParameters({
        createdFrom: '2024-05-01T00:00:00',
        statusIds: [20, 30],
        providerType: 'Taobao',
        orderBy: [
          { field: 'CreationDate', direction: 'DESC' },
          { field: 'StatusId', direction: 'ASC' },
        ],
      }),
    );
    expect(xml).toBe(
      '<OrderSearchParameters><CreationDateFrom>2024-05-01T00:00:00</CreationDateFrom>' +
        '<StatusIdList><Id>20</Id><Id>30</Id></StatusIdList><ProviderType>Taobao</ProviderType>' +
        '<OrderBy>CreationDate:DESC;StatusId:ASC</OrderBy></OrderSearchParameters>',
    );
  });

  it('name every limit', () => {
    const xml = writeXml(
      orderSearchParameters({
        number: '12345',
        orderIds: ['ORD-0000012345'],
        createdTo: '2024-05-31T23:59:59',
        customerIds: ['1', '2'],
        recipientLastName: 'Иванов & Ко',
        recipientCity: 'Омск',
        deliveryModeIds: ['12'],
      }),
    );
    expect(xml).toBe(
      '<OrderSearchParameters><Id>12345</Id><OrderIds><OrderId>ORD-0000012345</OrderId></OrderIds>' +
        '<CreationDateTo>2024-05-31T23:59:59</CreationDateTo><UserIdDelimitedList>1;2</UserIdDelimitedList>' +
        '<RecipientLastName>Иванов &amp; Ко</RecipientLastName><RecipientCity>Омск</RecipientCity>' +
        '<DeliveryModeIds><Id>12</Id></DeliveryModeIds></OrderSearchParameters>',
    );
  });
});

describe('order line search parameters', () => {
  it('stand in the order of section 6.2', () => {
    const xml = writeXml(
      orderLineSearchParameters({
        waybills: ['SF1234567890'],
        providerOrderIds: ['2893'],
        canBePurchased: true,
        statusIds: [4],
        order: { providerType: 'Taobao' },
      }),
    );
    expect(xml).toBe(
      '<OrderLineSearchParameters><OrderSearchParameters><ProviderType>Taobao</ProviderType></OrderSearchParameters>' +
        '<StatusIdList><Id>4</Id></StatusIdList><CanBePurchased>1</CanBePurchased>' +
        '<VendorPurchaseIdList><Id>2893</Id></VendorPurchaseIdList>' +
        '<VendorPurchaseWaybillIdList><Id>SF1234567890</Id></VendorPurchaseWaybillIdList></OrderLineSearchParameters>',
    );
  });

  it('without limits are an empty element', () => {
    expect(writeXml(orderLineSearchParameters({ waybills: [] }))).toBe('<OrderLineSearchParameters/>');
  });
});
