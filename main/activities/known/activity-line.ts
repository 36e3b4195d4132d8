import type { ActivityLine } from '../../../preload/contract/index.ts';
import { numberOfOrderId, pictureAddress, type CachedLine } from '../../orders/index.ts';
import type { OrderDetails, OrderLine } from '../../otapi/index.ts';
import { displayWaybills } from '../../waybills/index.ts';

/** The lines of an order as they were read, the way pages show them with an activity. */
export function activityLines({ order, lines }: OrderDetails): ActivityLine[] {
  return lines.map((line) => activityLine(line, order.displayId));
}

/** The same of a line that the cache has; it keeps no check of the price. */
export function cachedActivityLine(line: CachedLine): ActivityLine {
  return activityLine({ ...line, priceWarning: null }, line.order?.displayId ?? numberOfOrderId(line.orderId));
}

type ShownFields = Omit<CachedLine, 'order' | 'readAt'> & Pick<OrderLine, 'priceWarning'>;

function activityLine(line: ShownFields, orderNumber: string): ActivityLine {
  return {
    lineId: line.id,
    orderId: line.orderId,
    orderNumber,
    lineNumber: line.lineNumber,
    title: { original: line.titleOriginal, translated: line.titleTranslated },
    configuration: { original: line.configurationOriginal, translated: line.configurationTranslated },
    pictureUrl: pictureAddress(line),
    quantity: line.quantity,
    status: line.status,
    providerOrderId: line.providerOrderId,
    waybills: displayWaybills(line.waybill),
    priceWarning: line.priceWarning,
  };
}
