import { fromHundredths, isCounted, lineAmount, unitPrice } from '../world/amounts.ts';
import type { Language, Translated } from '../world/language.ts';
import { canBeSplit, LINE_STATUS, LINE_STATUSES, statusesAfter } from '../world/line-status.ts';
import { INTERNAL_CURRENCY, PROVIDER_CURRENCY, roundMoney, toCustomerPrice, toInternal } from '../world/money.ts';
import type { OrderLine } from '../world/order-line.ts';
import type { ProviderType } from '../world/providers.ts';
import { canBePurchased, priceWarningLevel } from '../world/purchase.ts';
import { dateTime, decimal, element, elementIfPresent } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { lineStatusElements } from './reference-lists.ts';

/** The two forms of a line (otapi.md 6.1): in order details, and in SearchOrderLines. */
export type LineForm = 'details' | 'list';

export interface LineSurroundings {
  readonly provider: ProviderType;
  readonly language: Language;
  readonly origin: string;
}

type Fields = readonly (XmlElement | null)[];

/** The children of a `SalesLine` (details) or of an `Item` (list): columns D and L of otapi.md 6.1. */
export function lineFields(line: OrderLine, form: LineForm, surroundings: LineSurroundings): Fields {
  const details = form === 'details';
  return [
    ...identity(line, surroundings.language),
    ...status(line, surroundings.language),
    ...prices(line, details),
    ...goods(line, surroundings),
    ...purchase(line, details, surroundings.language),
    ...rest(line, details, surroundings.provider),
  ];
}

function identity(line: OrderLine, language: Language): Fields {
  return [
    element('Id', line.id),
    element('OrderId', line.orderId),
    element('LineNum', line.lineNum),
    element('ItemId', line.item.id),
    element('ItemTaobaoId', line.item.providerItemId),
    element('ConfigId', line.configId),
    element('ConfigText', line.configuration.text[language]),
    element('ConfigExternalTextOrig', line.configuration.text.zh),
    element('ConfigExternalCode', line.configuration.code),
    element('Qty', line.qty),
    element('QtyOrig', String(line.qtyOrig)),
  ];
}

function status(line: OrderLine, language: Language): Fields {
  return [
    element('StatusId', line.statusId),
    element('StatusCode', line.statusId),
    element('StatusName', LINE_STATUSES.get(line.statusId)?.[language] ?? ''),
    element('AvailableStatusList', lineStatusElements(statusesAfter(line.statusId), language)),
  ];
}

/** What the line costs at the provider, CNY. */
export function providerAmount(line: OrderLine): number {
  return isCounted(line) ? roundMoney((line.providerPriceWithDiscount + line.providerDelivery) * line.qty) : 0;
}

/** What was really paid for the line, CNY. */
function purchaseAmount(line: OrderLine): number {
  return isCounted(line) ? roundMoney((line.purchasePrice + line.purchaseDelivery) * line.qty) : 0;
}

function prices(line: OrderLine, details: boolean): Fields {
  const unit = decimal(fromHundredths(unitPrice(line)));
  const amount = decimal(fromHundredths(lineAmount(line)));
  const bought = line.vendPurchId !== '';
  const purchased = (name: string, cny: number): XmlElement | null => (bought ? element(name, decimal(cny)) : null);
  const purchasedInternal = (name: string, cny: number): XmlElement | null => (bought ? element(name, decimal(toInternal(cny))) : null);
  return [
    element('PriceCust', unit),
    line.newInternalPrice === 0 ? null : element('NewPriceCust', decimal(line.newInternalPrice)),
    element('AmountCust', amount),
    element('CurrencyCust', INTERNAL_CURRENCY.code),
    details ? null : element('PriceInternal', unit),
    element('AmountInternal', amount),
    element('CurrencyInternal', INTERNAL_CURRENCY.code),
    element('InternalPriceCurrencyCode', INTERNAL_CURRENCY.code),
    element('PriceWithoutDelivery', decimal(toCustomerPrice(line.providerPriceWithDiscount))),
    purchased('PurchPrice', line.purchasePrice),
    purchased('PurchDelivery', line.purchaseDelivery),
    purchased('PurchAmount', purchaseAmount(line)),
    element('PurchCurrency', PROVIDER_CURRENCY.code),
    purchasedInternal('PurchPriceCust', line.purchasePrice),
    purchasedInternal('PurchDeliveryCust', line.purchaseDelivery),
    purchasedInternal('PurchAmountCust', purchaseAmount(line)),
    element('TaoBaoPrice', decimal(line.providerPrice)),
    element('TaoBaoPriceWithDiscount', decimal(line.providerPriceWithDiscount)),
    element('TaoBaoDelivery', decimal(line.providerDelivery)),
    element('InternalOriginalPrice', decimal(toInternal(line.providerPrice))),
    element('InternalOriginalPriceWithDiscount', decimal(toInternal(line.providerPriceWithDiscount))),
    element('InternalDeliveryPrice', decimal(toInternal(line.providerDelivery))),
  ];
}

function goods(line: OrderLine, { language, origin }: LineSurroundings): Fields {
  return [
    element('InternalDeliveryType'),
    elementIfPresent('PromotionId', line.promotionId),
    element('CategoryId', line.item.noun.categoryId),
    element('BriefDescrTrans', line.item.title[language]),
    element('NameOrig', line.item.title.zh),
    element('ItemImageURL', `${origin}/pictures/${line.item.id}.svg`),
    element('ItemExternalURL', line.item.externalUrl),
    element('VendNick', line.seller.nick),
    element('VendId', line.seller.id),
    element('VendURL', line.seller.url),
    element('CustComment', line.customerComment),
    element('OperatorComment', line.operatorComment),
  ];
}

function purchase(line: OrderLine, details: boolean, language: Language): Fields {
  const both = [
    element('VendPurchId', line.vendPurchId),
    element('VendPurchWaybill', line.vendPurchWaybill),
    elementIfPresent('VendPurchAccountId', line.accountId),
  ];
  if (!details || line.vendPurchId === '') return both;
  return [
    ...both,
    element('VendPurchStatus', line.purchaseStatus),
    element('VendPurchItemId', line.item.providerItemId),
    element('VendPurchConfigurationId', line.purchaseConfigId),
    elementIfPresent('VendPurchPromotionId', line.promotionId),
    element('VendPurchItemPrice', decimal(line.purchasePrice)),
    element('VendPurchDeliveryPrice', decimal(line.purchaseDelivery)),
    element('VendorPurchaseItemPriceWarningReason', priceWarning(line, language)),
  ];
}

function priceWarning({ purchasePrice, providerPriceWithDiscount }: OrderLine, language: Language): Fields {
  const level = priceWarningLevel(purchasePrice, providerPriceWithDiscount);
  const message = level === 'Ok' ? '' : overpaymentMessage(purchasePrice, providerPriceWithDiscount)[language];
  return [element('Level', level), element('Message', message)];
}

function overpaymentMessage(paid: number, ordered: number): Translated {
  const [price, expected] = [decimal(paid), decimal(ordered)];
  return {
    en: `Bought for ${price} CNY instead of ${expected} CNY`,
    ru: `Куплено за ${price} CNY вместо ${expected} CNY`,
    zh: `实付 ${price} CNY，订单价 ${expected} CNY`,
  };
}

function rest(line: OrderLine, details: boolean, provider: ProviderType): Fields {
  const both = [
    element('SubSalesNum'),
    element('SubSalesDate'),
    element('SubSalesTime'),
    element('Weight', decimal(line.weight, 3)),
    element('OrderedDateTime', dateTime(line.orderedAt)),
    element('CustomDescription', line.customDescription),
    element('CustomDescriptionInEnglish', line.customDescriptionInEnglish),
    element('CanMoveToPackage', line.statusId === LINE_STATUS.received),
    element('CanBePurchased', canBePurchased(line)),
    element('ProviderType', provider),
  ];
  if (!details) return both;
  return [
    ...both,
    element('CanEditWeight', canBeSplit(line.statusId)),
    element('CanBeReviewed', line.statusId === LINE_STATUS.completed),
    element('ReviewId', 0),
    element('CanBeClosed', line.statusId === LINE_STATUS.posted),
    element('IsPaid', isCounted(line) && line.statusId !== LINE_STATUS.awaitingPayment),
    element('IsCancelled', line.statusId === LINE_STATUS.cancelled),
    element('IsCompleted', line.statusId === LINE_STATUS.completed),
  ];
}
