import type { OrderInfo, OrderLine } from '../../../main/otapi/index.ts';

export const waybill = 'YT8812345678901';

/** A line as OT Platform gives it: Ordered, two pieces, in the parcel `waybill`, unless said otherwise. */
export function orderLine(id: string, values: Partial<Omit<OrderLine, 'status'>> & { statusId?: number } = {}): OrderLine {
  const { statusId = 4, ...rest } = values;
  return {
    id,
    orderId: 'ORD-0000012345',
    lineNumber: 1,
    itemId: 'abb-600100',
    configurationId: 'red-L',
    configurationTranslated: 'red; L',
    configurationOriginal: '红色; L',
    titleTranslated: 'Cup',
    titleOriginal: '杯子',
    quantity: 2,
    status: { id: statusId, name: `status ${statusId}` },
    availableStatuses: [],
    pictureUrl: '',
    itemUrl: '',
    providerType: 'Alibaba1688',
    sellerName: 'seller',
    sellerId: '7',
    customerComment: '',
    operatorComment: '',
    providerOrderId: '2893000111',
    waybill,
    weight: 0.4,
    price: null,
    amount: null,
    currency: 'CNY',
    orderedAt: '2026-11-20T10:00:00',
    canBePurchased: false,
    canMoveToPackage: false,
    isPaid: true,
    providerStatus: '',
    priceWarning: null,
    quantityOrdered: '',
    priceWithoutDelivery: null,
    isCancelled: false,
    canBeClosed: false,
    ...rest,
  };
}

/** An order's own fields, of a customer whom every test knows, unless said otherwise. */
export function orderInfo(id: string, values: Partial<OrderInfo> = {}): OrderInfo {
  return {
    id,
    displayId: id.replace(/^ORD-0*/, ''),
    status: { id: 30, name: 'In handling' },
    customerId: '1042',
    customerName: 'customer 1042',
    customerLogin: 'customer',
    customerComment: '',
    additionalInfo: '',
    providerType: 'Taobao',
    totalAmount: null,
    remainAmount: null,
    currency: 'CNY',
    itemsCount: null,
    isPaid: true,
    isCancelled: false,
    isCompleted: false,
    createdAt: '2026-11-20T10:00:00',
    operatorName: '',
    deliveryModeId: '',
    deliveryModeName: '',
    deliveryAddress: null,
    weight: null,
    goodsAmount: null,
    deliveryAmount: null,
    can: { cancel: false, restore: false, close: false, confirmShipment: false, changeAddress: false, purchaseItems: false },
    customerAvailable: null,
    ...values,
  };
}
