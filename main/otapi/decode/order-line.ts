import type { OrderLine } from '../model.ts';
import { linePriceElements } from '../uncertain.ts';
import { field, record, type Decoder, type Field } from './decoder.ts';
import { availableStatuses, ownStatus } from './status.ts';
import { currencyOfMoney, decimal, flag, id, integer, orElse, text } from './values.ts';

/** Section 6.1: the level `Ok` is no warning. */
const fineLevels = new Set(['', 'ok']);

const priceWarning: Decoder<OrderLine['priceWarning']> = (reason, report) => {
  if (reason === undefined) return null;
  const level = field('Level', text)(reason, report).trim();
  return fineLevels.has(level.toLowerCase()) ? null : { level, message: field('Message', text)(reason, report) };
};

/** Section 6.1: `SalesLine` of order details and `OrderLineInfo` of the line search. */
export const orderLine: Field<OrderLine> = record<OrderLine>({
  id: field('Id', id),
  orderId: field('OrderId', id),
  lineNumber: field('LineNum', orElse(integer, 0)),
  itemId: field('ItemId', id),
  configurationId: field('ConfigId', id),
  configurationTranslated: field('ConfigText', text),
  configurationOriginal: field('ConfigExternalTextOrig', text),
  titleTranslated: field('BriefDescrTrans', text),
  titleOriginal: field('NameOrig', text),
  quantity: field('Qty', orElse(integer, 0)),
  quantityOrdered: field('QtyOrig', text),
  status: ownStatus,
  availableStatuses,
  pictureUrl: field('ItemImageURL', text),
  itemUrl: field('ItemExternalURL', text),
  providerType: field(['ProviderType', 'ProviderTypeEnum'], text),
  sellerName: field('VendNick', text),
  sellerId: field('VendId', id),
  customerComment: field('CustComment', text),
  operatorComment: field('OperatorComment', text),
  providerOrderId: field('VendPurchId', id),
  waybill: field('VendPurchWaybill', text),
  weight: field('Weight', decimal),
  price: field(linePriceElements.price, decimal),
  priceWithoutDelivery: field('PriceWithoutDelivery', decimal),
  amount: field(linePriceElements.amount, decimal),
  currency: (line, report) =>
    field(linePriceElements.currency, text)(line, report) || field(linePriceElements.price, currencyOfMoney)(line, report),
  orderedAt: field('OrderedDateTime', text),
  canBePurchased: field('CanBePurchased', flag),
  canMoveToPackage: field('CanMoveToPackage', flag),
  isPaid: field('IsPaid', flag),
  isCancelled: field('IsCancelled', flag),
  canBeClosed: field('CanBeClosed', flag),
  providerStatus: field('VendPurchStatus', text),
  priceWarning: field('VendorPurchaseItemPriceWarningReason', priceWarning),
});
