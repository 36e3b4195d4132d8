import { refusals } from '../refusal.ts';
import { deliveryModeWith } from '../world/delivery-modes.ts';
import type { Order, OrderFields } from '../world/order.ts';
import type { XmlNode } from '../xml-parameters.ts';
import { changedAddress } from './address-elements.ts';

/**
 * Reads `<OrderUpdateData>` (otapi.md 5.2) for an order. A child that is missing or empty changes nothing; an
 * `AdditionalInfo` of one blank empties it (6.3).
 */
export function readOrderUpdate(root: XmlNode, order: Order): Partial<OrderFields> {
  const weight = root.textOf('Weight');
  if (weight !== null && !/^\d{1,6}(?:\.\d{1,6})?$/.test(weight)) throw refusals.badField('Weight');
  const deliveryModeId = root.textOf('DeliveryModeId');
  if (deliveryModeId !== null) checkDeliveryMode(deliveryModeId, order);
  const info = root.child('AdditionalInfo')?.text ?? '';
  const address = root.child('DeliveryAddress');
  return {
    ...(weight === null ? {} : { weight: Number(weight) }),
    ...(deliveryModeId === null ? {} : { deliveryModeId }),
    ...(info === '' ? {} : { additionalInfo: info.trim() === '' ? '' : info }),
    ...(address === null ? {} : { address: changedAddress(order.address, address) }),
  };
}

function checkDeliveryMode(id: string, { provider }: Order): void {
  const mode = deliveryModeWith(id);
  if (mode === null) throw refusals.badField('DeliveryModeId');
  if (!mode.providerTypes.includes(provider)) throw refusals.deliveryNotForProvider();
}
