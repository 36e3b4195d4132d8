import type { ActivityLine } from '../../../preload/contract/index.ts';
import { pictureAddress } from '../../orders/index.ts';
import type { OrderDetails } from '../../otapi/index.ts';
import { displayWaybills } from '../../waybills/index.ts';

/** The lines of an order as they were read, the way pages show them with an activity. */
export function activityLines({ order, lines }: OrderDetails): ActivityLine[] {
  return lines.map((line) => ({
    lineId: line.id,
    orderId: order.id,
    orderNumber: order.displayId,
    lineNumber: line.lineNumber,
    title: { original: line.titleOriginal, translated: line.titleTranslated },
    configuration: { original: line.configurationOriginal, translated: line.configurationTranslated },
    pictureUrl: pictureAddress(line),
    quantity: line.quantity,
    status: line.status,
    providerOrderId: line.providerOrderId,
    waybills: displayWaybills(line.waybill),
    priceWarning: line.priceWarning,
  }));
}
