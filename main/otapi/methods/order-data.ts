import type { OrderAddition, OrderLineAddition, OrderUpdate } from '../model.ts';
import { element, optional, type XmlPart } from '../xml/write-xml.ts';

/** `OrderAddData` of section 5.1. An empty text says nothing, so it is left out. */
export function orderAddData(order: OrderAddition): XmlPart {
  return element(
    'OrderAddData',
    element('DeliveryModeId', order.deliveryModeId),
    optional('Comment', order.comment || undefined),
    optional('UserProfileId', order.profileId || undefined),
    element('Items', ...order.lines.map(item)),
  );
}

function item(line: OrderLineAddition): XmlPart {
  return element(
    'Item',
    element('Id', line.itemId),
    optional('ConfigurationId', line.configurationId || undefined),
    element('Quantity', line.quantity),
    optional('Weight', line.weight),
    optional('Comment', line.comment || undefined),
    optional('PromotionId', line.promotionId || undefined),
  );
}

/** Section 6.3: OT Platform ignores an empty note; one blank clears it. */
const clearedText = ' ';

/** `OrderUpdateData` of section 5.2. */
export function orderUpdateData({ weight, deliveryModeId, additionalInfo }: OrderUpdate): XmlPart {
  return element(
    'OrderUpdateData',
    optional('Weight', weight),
    optional('DeliveryModeId', deliveryModeId),
    optional('AdditionalInfo', additionalInfo === '' ? clearedText : additionalInfo),
  );
}
