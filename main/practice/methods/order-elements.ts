import type { Language } from '../world/language.ts';
import { LINE_STATUSES, NOT_COUNTED } from '../world/line-status.ts';
import { INTERNAL_CURRENCY, PROVIDER_CURRENCY, roundMoney, toInternal } from '../world/money.ts';
import type { OrderLine } from '../world/order-line.ts';
import { ORDER_STATUSES } from '../world/order-status.ts';
import type { Order } from '../world/order.ts';
import { SIGNED_IN_OPERATOR } from '../world/people.ts';
import { dateTime, decimal, element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { customerAmount, providerAmount } from './line-elements.ts';
import { statusElements } from './reference-lists.ts';

type Fields = readonly (XmlElement | null)[];

/** The children of an order info (otapi.md 5.4) as they stand at this moment. */
export function orderFields(order: Order, lines: readonly OrderLine[], language: Language, now: Date): Fields {
  const counted = lines.filter(({ statusId }) => !NOT_COUNTED.has(statusId));
  return [
    element('THSInfo'),
    element('Id', order.id),
    element('DisplayId', order.id),
    ...status(order, language),
    ...amounts(order, counted),
    ...customer(order, language),
    ...permissions(order),
    ...cost(counted),
    element('LineStatusSummaries', statusSummaries(lines, language)),
    element('ProviderTypeEnum', order.provider),
    element('IsTest', false),
    element('IsPaid', order.statusId >= 20 && order.statusId < 50),
    element('IsCancelled', order.statusId === 50),
    element('IsCompleted', order.statusId === 40),
    element('CreatedDateTime', dateTime(order.createdAt)),
    shipmentDate(order, now),
  ];
}

/** From the purchase to the customer's parcel the goods of the practice world take so many days. */
const DAYS_UNTIL_SHIPMENT = 35;

/** Orders that were posted have a date of that; it is never in the future. */
function shipmentDate({ statusId, createdAt }: Order, now: Date): XmlElement | null {
  if (statusId !== 39 && statusId !== 40) return null;
  const usual = createdAt.getTime() + DAYS_UNTIL_SHIPMENT * 86_400_000;
  return element('ShipmentDate', dateTime(new Date(Math.min(usual, now.getTime()))));
}

function status(order: Order, language: Language): Fields {
  return [
    element('StatusId', order.statusId),
    element('StatusCode', String(order.statusId)),
    element('StatusName', ORDER_STATUSES.get(order.statusId)?.[language] ?? ''),
    element('SubstatusCode'),
    element('SubstatusName'),
    element('OperatorId', SIGNED_IN_OPERATOR.id),
    element('OperatorName', `${SIGNED_IN_OPERATOR.firstName} ${SIGNED_IN_OPERATOR.lastName}`),
  ];
}

/** Delivery to the customer, internal currency for one kg. */
const DELIVERY_PRICE_PER_KG = 2400;

/** Lines that are not counted (otapi.md 7.2) have been left out. */
function amounts(order: Order, lines: readonly OrderLine[]): Fields {
  const goods = roundMoney(sum(lines, customerAmount));
  const weight = sum(lines, (line) => line.weight * line.qty);
  const delivery = roundMoney(weight * DELIVERY_PRICE_PER_KG);
  const total = roundMoney(goods + delivery);
  const remain = order.statusId === 10 ? total : 0;
  const money = (name: string, amount: number): XmlElement[] => [
    element(`${name}Amount`, decimal(amount)),
    element(`${name}AmountInternal`, decimal(amount)),
  ];
  return [
    element('ItemsCount', sum(lines, (line) => line.qty)),
    ...money('Goods', goods),
    ...money('Delivery', delivery),
    element('LogisticianDeliveryPrice', '0'),
    ...money('Total', total),
    ...money('Remain', remain),
    ...money('Paid', roundMoney(total - remain)),
    element('CurrencyCode', INTERNAL_CURRENCY.code),
    element('CurrencySign', INTERNAL_CURRENCY.sign),
    element('CurrencyCodeInternal', INTERNAL_CURRENCY.code),
    element('CurrencySignInternal', INTERNAL_CURRENCY.sign),
    element('Weight', decimal(weight, 3)),
    element('EstimatedWeight', Math.ceil(weight)),
    element('PackagesWeight', '0'),
  ];
}

function customer(order: Order, language: Language): Fields {
  const { customer: person, deliveryMode } = order;
  return [
    element('CustId', person.id),
    element('CustName', `${person.lastName} ${person.firstName}`),
    element('UserLogin', person.login),
    element('CustComment', order.customerComment),
    element('AdditionalInfo', order.additionalInfo),
    element('DeliveryModeId', deliveryMode.id),
    element('DeliveryModeName', deliveryMode.name[language]),
    element('DeliveryAddress', [
      element('Id', `9${person.id}`),
      element('Familyname', person.lastName),
      element('Name', person.firstName),
      element('Patername', person.middleName),
      element('CountryCode', 'KZ'),
      element('Country', 'Казахстан'),
      element('RegionName', person.region),
      element('City', person.city),
      element('CityCode'),
      element('Address', person.address),
      element('PostalCode', person.postalCode),
      element('Phone', person.phone),
      element('PassportNumber'),
      element('RegistrationAddress'),
      element('INN'),
      element('PickupPointCode'),
    ]),
    element('UserAccountAvailableAmount', decimal(person.availableAmount)),
  ];
}

/** Older flags are numbers, 0 or 1 (otapi.md 1.6). */
function permissions({ statusId }: Order): Fields {
  const flag = (name: string, allowed: boolean): XmlElement => element(name, allowed ? 1 : 0);
  return [
    flag('CanCancel', statusId < 37),
    flag('CanConfirmShipment', statusId === 38),
    flag('CanChangeAddress', statusId < 38),
    flag('CanRestore', statusId === 50),
    flag('CanClose', statusId === 39),
    flag('CanCloseCancel', statusId === 50),
    flag('CanAccept', statusId === 20),
    flag('CanPurchaseItems', statusId === 20 || statusId === 30),
  ];
}

function cost(lines: readonly OrderLine[]): Fields {
  const price = sum(lines, (line) => line.providerPrice * line.qty);
  const discounted = sum(lines, (line) => line.providerPriceWithDiscount * line.qty);
  const delivery = sum(lines, (line) => line.providerDelivery * line.qty);
  const total = sum(lines, providerAmount);
  return [
    element('TaoBaoPrice', decimal(price)),
    element('TaoBaoPriceWithDiscount', decimal(discounted)),
    element('InternalDeliveryOriginalInExternalCurrency', decimal(delivery)),
    element('TotalAmountOriginalInExternalCurrency', decimal(total)),
    element('ExternalCurrencyCode', PROVIDER_CURRENCY.code),
    element('InternalOriginalPrice', decimal(toInternal(price))),
    element('InternalOriginalPriceWithDiscount', decimal(toInternal(discounted))),
    element('InternalDeliveryOriginalInInternalCurrency', decimal(toInternal(delivery))),
    element('Profit', decimal(sum(lines, customerAmount) - toInternal(total))),
  ];
}

/** How many lines have each status. */
function statusSummaries(lines: readonly OrderLine[], language: Language): XmlElement[] {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line.statusId, (counts.get(line.statusId) ?? 0) + 1);
  return [...LINE_STATUSES]
    .filter(([id]) => counts.has(id))
    .map((status) =>
      element('OrderLineStatusSummary', [...statusElements('Status', [status], language), element('Count', counts.get(status[0]) ?? 0)]),
    );
}

function sum(lines: readonly OrderLine[], amountOf: (line: OrderLine) => number): number {
  return lines.reduce((total, line) => total + amountOf(line), 0);
}
