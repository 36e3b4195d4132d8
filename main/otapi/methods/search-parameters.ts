import type { OrderLineSearch, OrderSearch } from '../model.ts';
import { canBePurchasedText } from '../uncertain.ts';
import { element, optional, optionalList, type XmlPart } from '../xml/write-xml.ts';
import { joinedIfAny } from './calls.ts';

/** `OrderSearchParameters` of section 5.5; what the search does not name is not written. */
export function orderSearchParameters(search: OrderSearch): XmlPart {
  return element(
    'OrderSearchParameters',
    optional('Id', search.number),
    optionalList('OrderIds', 'OrderId', search.orderIds),
    optional('CreationDateFrom', search.createdFrom),
    optional('CreationDateTo', search.createdTo),
    optionalList('StatusIdList', 'Id', search.statusIds),
    optional('UserIdDelimitedList', joinedIfAny(search.customerIds)),
    optional('RecipientLastName', search.recipientLastName),
    optional('RecipientCity', search.recipientCity),
    optionalList('DeliveryModeIds', 'Id', search.deliveryModeIds),
    optional('ProviderType', search.providerType),
    optional('OrderBy', joinedIfAny(search.orderBy?.map(({ field, direction }) => `${field}:${direction}`))),
  );
}

/** `OrderLineSearchParameters` of section 6.2, its children in the order that the vendor's panel writes. */
export function orderLineSearchParameters(search: OrderLineSearch): XmlPart {
  return element(
    'OrderLineSearchParameters',
    search.order && orderSearchParameters(search.order),
    optionalList('StatusIdList', 'Id', search.statusIds),
    optional('CanBePurchased', search.canBePurchased === undefined ? undefined : yesOrNo(search.canBePurchased)),
    optionalList('VendorPurchaseIdList', 'Id', search.providerOrderIds),
    optionalList('VendorPurchaseWaybillIdList', 'Id', search.waybills),
  );
}

function yesOrNo(value: boolean): string {
  return value ? canBePurchasedText.yes : canBePurchasedText.no;
}
