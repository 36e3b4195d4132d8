import { refusals } from '../refusal.ts';
import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import type { LineFilter, OrderFilter, OrderSorting } from '../world/search.ts';
import { orderIndexOf } from '../world/order.ts';
import type { XmlNode } from '../xml-parameters.ts';

const PARAMETER = 'xmlSearchParameters';

/** Stands for an order id that cannot exist: the search finds nothing for it. */
const NO_ORDER = Number.MAX_SAFE_INTEGER;

/** Reads `<OrderSearchParameters>` (otapi.md 5.5). */
export function readOrderFilter(root: XmlNode): OrderFilter {
  return {
    orderIndexes: readOrderIndexes(root),
    createdFrom: readDateTime(root.textOf('CreationDateFrom'), 0),
    createdTo: readDateTime(root.textOf('CreationDateTo'), 999),
    statusIds: readStatusIds(root),
    userIds: root.textOf('UserIdDelimitedList')?.split(';').map((id) => id.trim()) ?? null,
    recipientLastName: root.textOf('RecipientLastName'),
    recipientCity: root.textOf('RecipientCity'),
    deliveryModeIds: asSet(root.listOf('DeliveryModeIds', 'Id')),
    providerType: root.textOf('ProviderType'),
    orderBy: readSorting(root.textOf('OrderBy') ?? ''),
  };
}

/** The sorting of SearchOrders when none is asked for. */
export function defaultOrderSorting(): readonly OrderSorting[] {
  return readSorting(UNKNOWN_FACTS.orderSorting);
}

/** Reads `<OrderLineSearchParameters>` (otapi.md 6.2). */
export function readLineFilter(root: XmlNode): LineFilter {
  const order = root.child('OrderSearchParameters');
  return {
    order: order === null ? null : readOrderFilter(order),
    statusIds: readStatusIds(root),
    canBePurchased: readBoolean(root.textOf('CanBePurchased')),
    providerOrderIds: root.listOf('VendorPurchaseIdList', 'Id'),
    waybills: root.listOf('VendorPurchaseWaybillIdList', 'Id'),
  };
}

/** `Id` and `OrderIds` limit the search together. */
function readOrderIndexes(root: XmlNode): ReadonlySet<number> | null {
  const single = root.textOf('Id');
  const list = root.listOf('OrderIds', 'OrderId');
  const indexIn = (id: string): number => orderIndexOf(id) ?? NO_ORDER;
  if (single === null) return list === null ? null : new Set(list.map(indexIn));
  const wanted = indexIn(single);
  const excluded = list !== null && !list.map(indexIn).includes(wanted);
  return new Set(excluded ? [] : [wanted]);
}

function readStatusIds(root: XmlNode): ReadonlySet<number> | null {
  const texts = root.listOf('StatusIdList', 'Id');
  if (texts === null) return null;
  if (!texts.every((text) => /^\d{1,4}$/.test(text))) throw refusals.badParameter(PARAMETER);
  return new Set(texts.map(Number));
}

/** `yyyy-MM-ddTHH:mm:ss`; a limit without a fraction means the whole second. */
export function readDateTime(text: string | null, defaultMilliseconds: number): number | null {
  if (text === null) return null;
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,7})?$/.exec(text);
  const second = Date.parse(`${match?.[1] ?? ''}Z`);
  if (match === null || Number.isNaN(second)) throw refusals.badParameter(PARAMETER);
  const fraction = match[2];
  return second + (fraction === undefined ? defaultMilliseconds : Math.round(Number(`0${fraction}`) * 1000));
}

function readBoolean(text: string | null): boolean | null {
  if (text === null) return null;
  if (text === '1' || text.toLowerCase() === 'true') return true;
  if (text === '0' || text.toLowerCase() === 'false') return false;
  throw refusals.badParameter(PARAMETER);
}

/** `Field:ASC|DESC` joined by `;`. */
function readSorting(text: string): readonly OrderSorting[] {
  const parts = text.split(';').filter((part) => part.trim() !== '');
  return parts.map((part) => {
    const match = /^\s*(CreationDate|StatusId)\s*(?::\s*(ASC|DESC)\s*)?$/i.exec(part);
    if (match === null) throw refusals.badParameter(PARAMETER);
    const field = match[1]?.toLowerCase() === 'statusid' ? 'StatusId' : 'CreationDate';
    return { field, descending: match[2]?.toUpperCase() === 'DESC' };
  });
}

function asSet(texts: readonly string[] | null): ReadonlySet<string> | null {
  return texts === null ? null : new Set(texts);
}
