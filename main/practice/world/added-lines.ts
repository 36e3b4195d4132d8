import type { Catalogue } from './catalogue.ts';
import { LINE_STATUS } from './line-status.ts';
import { lineIdAt } from './order-line.ts';
import type { OrderLine } from './order-line.ts';
import { orderIdAt } from './order.ts';

/** A line of an order that a customer has made, as far as it does not follow from the goods. */
export interface AddedLine {
  readonly itemKey: number;
  /** Empty for goods without configurations. */
  readonly configurationId: string;
  readonly qty: number;
  /** Kg for one piece. */
  readonly weight: number;
  readonly comment: string;
  readonly promotionId: string;
  /** Unit prices and delivery for one piece at the time of the order, CNY. */
  readonly price: number;
  readonly priceWithDiscount: number;
  readonly delivery: number;
}

/** Where an added line stands. */
export interface AddedLinePlace {
  readonly slot: number;
  readonly orderIndex: number;
  readonly lineNum: number;
  readonly orderedAt: Date;
}

/** The line as it was made: it awaits its payment. */
export function addedLineAt(catalogue: Catalogue, added: AddedLine, place: AddedLinePlace): OrderLine {
  const { item, seller } = catalogue.goodsAt(added.itemKey);
  const configuration = catalogue.configurationWith(added.itemKey, added.configurationId);
  if (configuration === null) throw new RangeError(`The goods ${item.id} have no configuration ${added.configurationId}`);
  return {
    ...place,
    id: lineIdAt(place.slot),
    orderId: orderIdAt(place.orderIndex),
    statusId: LINE_STATUS.awaitingPayment,
    qty: added.qty,
    qtyOrig: added.qty,
    item,
    configuration,
    configId: configuration.id,
    seller,
    accountId: '',
    vendPurchId: '',
    vendPurchWaybill: '',
    purchaseStatus: '',
    purchasePrice: 0,
    purchaseDelivery: 0,
    purchaseConfigId: '',
    providerPrice: added.price,
    providerPriceWithDiscount: added.priceWithDiscount,
    providerDelivery: added.delivery,
    priceSetByVendor: false,
    deliverySetByVendor: false,
    newInternalPrice: 0,
    promotionId: added.promotionId,
    weight: added.weight,
    weightOrdered: added.weight,
    customerComment: added.comment,
    operatorComment: '',
    customDescription: '',
    customDescriptionInEnglish: '',
  };
}
