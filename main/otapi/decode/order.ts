import type { OrderDetails, OrderInfo, OrderRights } from '../model.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { deliveryAddress } from './delivery-address.ts';
import { field, list, record, required, type Field } from './decoder.ts';
import { orderLine } from './order-line.ts';
import { ownStatus } from './status.ts';
import { decimal, flag, id, integer, text } from './values.ts';

const rights: Field<OrderRights> = record<OrderRights>({
  cancel: field('CanCancel', flag),
  restore: field('CanRestore', flag),
  close: field('CanClose', flag),
  confirmShipment: field('CanConfirmShipment', flag),
  changeAddress: field('CanChangeAddress', flag),
  purchaseItems: field('CanPurchaseItems', flag),
});

/** Section 5.4, order info. */
export const orderInfo: Field<OrderInfo> = record<OrderInfo>({
  id: field('Id', id),
  displayId: (order, report) => bareNumber(field(['DisplayId', 'Id'], id)(order, report)),
  status: ownStatus,
  customerId: field('CustId', id),
  customerName: field('CustName', text),
  customerLogin: field('UserLogin', text),
  customerComment: field('CustComment', text),
  additionalInfo: field('AdditionalInfo', text),
  operatorName: field('OperatorName', text),
  providerType: field('ProviderTypeEnum', text),
  deliveryModeId: field('DeliveryModeId', id),
  deliveryModeName: field('DeliveryModeName', text),
  deliveryAddress: field('DeliveryAddress', deliveryAddress),
  weight: field('Weight', decimal),
  goodsAmount: field('GoodsAmount', decimal),
  deliveryAmount: field('DeliveryAmount', decimal),
  totalAmount: field('TotalAmount', decimal),
  remainAmount: field('RemainAmount', decimal),
  currency: field('CurrencyCode', text),
  itemsCount: field('ItemsCount', integer),
  isPaid: field('IsPaid', flag),
  isCancelled: field('IsCancelled', flag),
  isCompleted: field('IsCompleted', flag),
  createdAt: field('CreatedDateTime', text),
  can: rights,
  customerAvailable: field('UserAccountAvailableAmount', decimal),
});

/** `ORD-0000012345` is shown to people as 12345 (section 1.6). */
function bareNumber(orderId: string): string {
  return /^ORD-0*(\d+)$/.exec(orderId)?.[1] ?? orderId;
}

const linesOfOrder = list('SalesLinesList', 'SalesLine', orderLine);

/** `Result` of GetSalesOrderDetailsForOperator (section 5.4). Lines that do not name their order get its id. */
export const orderDetails: Field<OrderDetails> = (result: XmlElement, report) => {
  const order = orderInfo(required(result, 'SalesOrderInfo'), report);
  const lines = linesOfOrder(result, report);
  return { order, lines: lines.map((line) => (line.orderId === '' ? { ...line, orderId: order.id } : line)) };
};
