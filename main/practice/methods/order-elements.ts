import { fromHundredths, isCounted } from '../world/amounts.ts';
import type { Language } from '../world/language.ts';
import { LINE_STATUSES } from '../world/line-status.ts';
import { INTERNAL_CURRENCY, PROVIDER_CURRENCY, toInternal } from '../world/money.ts';
import type { OrderLine } from '../world/order-line.ts';
import { availableTo, moneyOf } from '../world/order-money.ts';
import type { OrderMoney } from '../world/order-money.ts';
import { permissionsOf } from '../world/order-permissions.ts';
import { ORDER_STATUS, ORDER_STATUSES } from '../world/order-status.ts';
import type { Order } from '../world/order.ts';
import { SIGNED_IN_OPERATOR } from '../world/people.ts';
import type { PracticeWorld } from '../world/world.ts';
import { dateTime, decimal, element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { addressElements } from './address-elements.ts';
import { providerAmount } from './line-elements.ts';
import { statusElements } from './reference-lists.ts';

type Fields = readonly (XmlElement | null)[];

/** The children of an order info (otapi.md 5.4) as they stand at this moment. */
export function orderFields(world: PracticeWorld, orderIndex: number, language: Language, now: Date): Fields {
  const order = world.order(orderIndex);
  const lines = world.linesOf(orderIndex);
  const counted = lines.filter(isCounted);
  const money = moneyOf(world, orderIndex);
  const isPaid = order.statusId >= ORDER_STATUS.paid && order.statusId < ORDER_STATUS.cancelled && money.due === 0;
  return [
    element('THSInfo'),
    element('Id', order.id),
    element('DisplayId', order.id),
    ...status(order, language),
    element('ItemsCount', sum(counted, (line) => line.qty)),
    ...amounts(money),
    ...currency(),
    ...weights(order, counted),
    ...customer(order, language),
    element('UserAccountAvailableAmount', decimal(fromHundredths(availableTo(world, world.orders.customerIndexOf(orderIndex))))),
    ...permissions(order, lines),
    ...cost(counted, money),
    element('LineStatusSummaries', statusSummaries(lines, language)),
    element('ProviderTypeEnum', order.provider),
    element('IsTest', false),
    element('IsPaid', isPaid),
    element('IsCancelled', order.statusId === ORDER_STATUS.cancelled),
    element('IsCompleted', order.statusId === ORDER_STATUS.completed),
    element('CreatedDateTime', dateTime(order.createdAt)),
    shipmentDate(order, now),
  ];
}

/** From the purchase to the customer's parcel the goods of the practice world take so many days. */
const DAYS_UNTIL_SHIPMENT = 35;

/** Orders that were posted have a date of that; it is never in the future. */
function shipmentDate({ statusId, createdAt }: Order, now: Date): XmlElement | null {
  if (statusId !== ORDER_STATUS.posted && statusId !== ORDER_STATUS.completed) return null;
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

function amounts({ goods, delivery, total, due, paid }: OrderMoney): Fields {
  const money = (name: string, hundredths: number): XmlElement[] => {
    const amount = decimal(fromHundredths(hundredths));
    return [element(`${name}Amount`, amount), element(`${name}AmountInternal`, amount)];
  };
  return [
    ...money('Goods', goods),
    ...money('Delivery', delivery),
    element('LogisticianDeliveryPrice', '0'),
    ...money('Total', total),
    ...money('Remain', due),
    ...money('Paid', paid),
  ];
}

function currency(): Fields {
  const { code, sign } = INTERNAL_CURRENCY;
  return ['', 'Internal'].flatMap((kind) => [element(`CurrencyCode${kind}`, code), element(`CurrencySign${kind}`, sign)]);
}

/** Lines that are not counted (otapi.md 7.2) have been left out. */
function weights(order: Order, lines: readonly OrderLine[]): Fields {
  const weight = order.weight ?? sum(lines, (line) => line.weight * line.qty);
  return [
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
    element('DeliveryAddress', addressElements(order.address)),
  ];
}

/** Older flags are numbers, 0 or 1 (otapi.md 1.6). */
function permissions(order: Order, lines: readonly OrderLine[]): Fields {
  const flag = (name: string, allowed: boolean): XmlElement => element(name, allowed ? 1 : 0);
  const allowed = permissionsOf(order, lines);
  return [
    flag('CanCancel', allowed.canCancel),
    flag('CanConfirmShipment', allowed.canConfirmShipment),
    flag('CanChangeAddress', allowed.canChangeAddress),
    flag('CanRestore', allowed.canRestore),
    flag('CanClose', allowed.canClose),
    flag('CanCloseCancel', allowed.canCloseCancel),
    flag('CanAccept', allowed.canAccept),
    flag('CanPurchaseItems', allowed.canPurchaseItems),
  ];
}

function cost(lines: readonly OrderLine[], { goods }: OrderMoney): Fields {
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
    element('Profit', decimal(fromHundredths(goods) - toInternal(total))),
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
