import { readReference, type ListedOrder, type OrderPage, type OrderPageLine } from '../../../preload/contract/index.ts';
import { pictureAddress, type CachedLine, type CachedOrder, type KnownOrder } from '../../orders/index.ts';
import type { OrderInfo, OrderLine } from '../../otapi/index.ts';
import { displayWaybills } from '../../waybills/index.ts';

/** An order of the cache as a list shows it. */
export function listedOrder(order: CachedOrder): ListedOrder {
  const told = readReference(order.customerComment);
  return {
    id: order.id,
    number: order.displayId,
    reference: told?.reference ?? '',
    comment: told?.comment ?? order.customerComment,
    status: order.status,
    customerId: order.customerId,
    customerName: order.customerName,
    customerLogin: order.customerLogin,
    providerType: order.providerType,
    total: order.totalAmount,
    remaining: order.remainAmount,
    currency: order.currency,
    items: order.itemsCount,
    isPaid: order.isPaid,
    isCancelled: order.isCancelled,
    isCompleted: order.isCompleted,
    createdAt: order.createdAt,
    readAt: new Date(order.readAt).toISOString(),
  };
}

export interface PageFacts {
  inOutbox: ReadonlySet<string>;
  /** The sending by which this station added it. */
  sentId: string | null;
}

/**
 * An order as the cache has it. What only a reading of the whole order tells of a line is taken from the last of those,
 * as long as the line has not changed since.
 */
export function shownOrder({ order, lines, whole }: KnownOrder, { inOutbox, sentId }: PageFacts): OrderPage {
  const told = new Map(whole?.lines.map((line) => [line.id, line]));
  const shown = lines.map((line) => {
    const before = told.get(line.id);
    const isSame = before !== undefined && before.status.id === line.status.id && before.quantity === line.quantity;
    return { line: { ...(isSame ? before : untold), ...line }, isSame };
  });
  return {
    order: { ...listedOrder(order), ...moreOf(order) },
    lines: shown.map(({ line }) => pageLine(line, inOutbox)),
    isWhole: whole !== null && shown.every(({ isSame }) => isSame),
    sentId,
  };
}

function moreOf(order: OrderInfo): Omit<OrderPage['order'], keyof ListedOrder> {
  const { cancel, restore, close, changeAddress, purchaseItems } = order.can;
  return {
    goodsAmount: order.goodsAmount,
    deliveryAmount: order.deliveryAmount,
    customerAvailable: order.customerAvailable,
    additionalInfo: order.additionalInfo,
    operatorName: order.operatorName,
    deliveryModeId: order.deliveryModeId,
    deliveryModeName: order.deliveryModeName,
    weight: order.weight,
    address: order.deliveryAddress,
    can: { cancel, restore, close, changeAddress, purchaseItems },
  };
}

type ShownFields = CachedLine &
  Pick<OrderLine, 'itemUrl' | 'availableStatuses' | 'isCancelled' | 'price' | 'amount' | 'currency' | 'providerStatus' | 'priceWarning'>;

/** What the cache does not keep of a line. */
const untold = {
  itemUrl: '',
  availableStatuses: [],
  isCancelled: false,
  price: null,
  amount: null,
  currency: '',
  providerStatus: '',
  priceWarning: null,
} satisfies Partial<OrderLine>;

function pageLine(line: Omit<ShownFields, 'order' | 'readAt'>, inOutbox: ReadonlySet<string>): OrderPageLine {
  return {
    lineId: line.id,
    lineNumber: line.lineNumber,
    title: { original: line.titleOriginal, translated: line.titleTranslated },
    configuration: { original: line.configurationOriginal, translated: line.configurationTranslated },
    pictureUrl: pictureAddress(line),
    itemId: line.itemId,
    itemUrl: line.itemUrl,
    configurationId: line.configurationId,
    quantity: line.quantity,
    status: line.status,
    availableStatuses: line.availableStatuses,
    isCancelled: line.isCancelled,
    price: line.price,
    amount: line.amount,
    currency: line.currency,
    weight: line.weight,
    sellerName: line.sellerName,
    customerComment: line.customerComment,
    operatorComment: line.operatorComment.replaceAll(String.raw`\n`, '\n'),
    providerOrderId: line.providerOrderId,
    waybills: displayWaybills(line.waybill),
    waybillField: line.waybill,
    providerStatus: line.providerStatus,
    priceWarning: line.priceWarning,
    isInOutbox: inOutbox.has(line.id),
  };
}
