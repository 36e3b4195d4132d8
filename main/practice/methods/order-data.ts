import { refusals } from '../refusal.ts';
import type { XmlNode } from '../xml-parameters.ts';

/** One item of an order as it was sent. */
export interface OrderedItem {
  readonly id: string;
  /** Empty when none was sent. */
  readonly configurationId: string;
  readonly quantity: number;
  /** Kg for one piece; null = as the goods weigh. */
  readonly weight: number | null;
  readonly comment: string;
  readonly promotionId: string;
}

/** A description of an order as it was sent. */
export interface OrderData {
  readonly deliveryModeId: string;
  readonly comment: string;
  /** Null = the customer's first profile. */
  readonly profileId: string | null;
  readonly items: readonly OrderedItem[];
}

/** Reads `<OrderAddData>` (otapi.md 5.1); the first mistake in a field refuses the whole, and names the field. */
export function readOrderData(root: XmlNode): OrderData {
  const deliveryModeId = root.textOf('DeliveryModeId');
  if (deliveryModeId === null) throw refusals.badField('DeliveryModeId');
  const profileId = root.textOf('UserProfileId');
  if (profileId !== null && !/^\d{1,18}$/.test(profileId)) throw refusals.badField('UserProfileId');
  const items = root.child('Items')?.children('Item') ?? [];
  if (items.length === 0) throw refusals.badField('Items');
  return { deliveryModeId, comment: commentOf(root), profileId, items: items.map((item, place) => readItem(item, `Items/Item[${place + 1}]`)) };
}

function readItem(node: XmlNode, path: string): OrderedItem {
  const id = node.textOf('Id');
  if (id === null) throw refusals.badField(`${path}/Id`);
  const quantity = node.textOf('Quantity') ?? '';
  if (!/^\d{1,6}$/.test(quantity) || Number(quantity) === 0) throw refusals.badField(`${path}/Quantity`);
  const weight = node.textOf('Weight');
  if (weight !== null && !/^\d{1,6}(?:\.\d{1,6})?$/.test(weight)) throw refusals.badField(`${path}/Weight`);
  return {
    id,
    configurationId: node.textOf('ConfigurationId') ?? '',
    quantity: Number(quantity),
    weight: weight === null ? null : Number(weight),
    comment: commentOf(node),
    promotionId: node.textOf('PromotionId') ?? '',
  };
}

/** A comment stays as it was sent; one of blanks alone is none. */
function commentOf(node: XmlNode): string {
  const text = node.child('Comment')?.text ?? '';
  return text.trim() === '' ? '' : text;
}
