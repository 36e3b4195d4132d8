import type { WaybillMatch } from '../unknown-facts.ts';
import { LINE_STATUS } from './line-status.ts';
import { canonicalNumber, numbersIn } from './parcel-numbers.ts';
import { customerAt, customerIndexOf } from './people.ts';
import { canBePurchased } from './purchase.ts';
import type { PracticeWorld } from './world.ts';

/** Limits by order (otapi.md 5.5); null = no limit. */
export interface OrderFilter {
  readonly orderIndexes: ReadonlySet<number> | null;
  /** Milliseconds, both included. */
  readonly createdFrom: number | null;
  readonly createdTo: number | null;
  readonly statusIds: ReadonlySet<number> | null;
  readonly userIds: readonly string[] | null;
  readonly recipientLastName: string | null;
  readonly recipientCity: string | null;
  readonly deliveryModeIds: ReadonlySet<string> | null;
  readonly providerType: string | null;
  readonly orderBy: readonly OrderSorting[];
}

export interface OrderSorting {
  readonly field: 'CreationDate' | 'StatusId';
  readonly descending: boolean;
}

/** Limits by line (otapi.md 6.2); null = no limit. */
export interface LineFilter {
  readonly order: OrderFilter | null;
  readonly statusIds: ReadonlySet<number> | null;
  readonly canBePurchased: boolean | null;
  readonly providerOrderIds: readonly string[] | null;
  readonly waybills: readonly string[] | null;
}

/** Indexes of the matching orders, in the filter's order. */
export function searchOrders(world: PracticeWorld, filter: OrderFilter): number[] {
  const matches = orderMatcher(world, filter);
  const candidates = filter.orderIndexes === null ? everyIndex(world.orderCount) : [...filter.orderIndexes];
  const found = candidates.filter((index) => index < world.orderCount && matches(index));
  return found.sort(orderComparison(world, filter.orderBy));
}

/** Places of the matching lines: ascending by line id, or as the nested order filter sorts their orders. */
export function searchLines(world: PracticeWorld, filter: LineFilter, waybillMatch: WaybillMatch): readonly number[] {
  const orders = filter.order === null ? null : new Set(searchOrders(world, filter.order));
  const found = lineCandidates(world, filter, orders).filter((slot) => {
    if (orders !== null && !orders.has(world.orderOf(slot))) return false;
    const status = world.statusOf(slot);
    if (filter.statusIds !== null && !filter.statusIds.has(status)) return false;
    if (filter.canBePurchased !== null && isPurchasable(world, slot, status) !== filter.canBePurchased) return false;
    return numbersMatch(world, slot, filter, waybillMatch);
  });
  if (orders === null || (filter.order?.orderBy.length ?? 0) === 0) return found;
  const place = new Map([...orders].map((order, index) => [order, index]));
  return found.sort((left, right) => (place.get(world.orderOf(left)) ?? 0) - (place.get(world.orderOf(right)) ?? 0) || left - right);
}

/** Only lines of the one status that can be exported are worked out. */
function isPurchasable(world: PracticeWorld, slot: number, status: number): boolean {
  return status === LINE_STATUS.paid && canBePurchased(world.line(slot));
}

/** The shortest list of lines that is sure to hold all matches. */
function lineCandidates(world: PracticeWorld, filter: LineFilter, orders: ReadonlySet<number> | null): number[] {
  if (filter.waybills !== null) return unite(filter.waybills.map((waybill) => world.candidatesForWaybill(waybill)));
  if (filter.providerOrderIds !== null) return unite(filter.providerOrderIds.map((id) => world.candidatesForProviderOrder(id)));
  if (orders !== null) return unite([...orders].map((order) => world.linesOfOrder(order)));
  return everyIndex(world.lineCount);
}

function numbersMatch(world: PracticeWorld, slot: number, filter: LineFilter, waybillMatch: WaybillMatch): boolean {
  if (filter.waybills === null && filter.providerOrderIds === null) return true;
  const line = world.line(slot);
  if (filter.providerOrderIds !== null && !filter.providerOrderIds.includes(line.vendPurchId)) return false;
  if (filter.waybills === null) return true;
  if (waybillMatch === 'pieces') {
    const held = new Set(numbersIn(line.vendPurchWaybill));
    return filter.waybills.some((waybill) => held.has(canonicalNumber(waybill)));
  }
  return filter.waybills.some((waybill) => waybill.toUpperCase() === line.vendPurchWaybill.toUpperCase());
}

function orderMatcher(world: PracticeWorld, filter: OrderFilter): (index: number) => boolean {
  const customers = filter.userIds === null ? null : new Set(filter.userIds.map(customerIndexOf));
  const recipients = matchingRecipients(world, filter);
  const { orders } = world;
  return (index) => {
    if (filter.statusIds !== null && !filter.statusIds.has(world.orderStatusOf(index))) return false;
    if (filter.providerType !== null && orders.providerOf(index) !== filter.providerType) return false;
    if (filter.createdFrom !== null && orders.createdAt(index) < filter.createdFrom) return false;
    if (filter.createdTo !== null && orders.createdAt(index) > filter.createdTo) return false;
    if (customers !== null && !customers.has(orders.customerIndexOf(index))) return false;
    if (!recipientMatches(world, index, filter, recipients)) return false;
    return filter.deliveryModeIds === null || filter.deliveryModeIds.has(orders.deliveryModeIdOf(index));
  };
}

type RecipientFilter = Pick<OrderFilter, 'recipientLastName' | 'recipientCity'>;

/** The customers whose usual address the filter leaves, or null when it does not look at recipients. */
function matchingRecipients(world: PracticeWorld, filter: RecipientFilter): ReadonlySet<number> | null {
  if (filter.recipientLastName === null && filter.recipientCity === null) return null;
  const matches = (index: number): boolean => {
    const { lastName, city } = customerAt(world.origin.seed, index);
    return isRecipient(filter, lastName, city);
  };
  return new Set(everyIndex(world.layout.customerCount).filter(matches));
}

function recipientMatches(world: PracticeWorld, index: number, filter: RecipientFilter, recipients: ReadonlySet<number> | null): boolean {
  if (recipients === null) return true;
  const own = world.orders.ownAddressOf(index);
  return own === null ? recipients.has(world.orders.customerIndexOf(index)) : isRecipient(filter, own.familyName, own.city);
}

function isRecipient({ recipientLastName, recipientCity }: RecipientFilter, lastName: string, city: string): boolean {
  const holds = (text: string, part: string | null): boolean => part === null || text.toLowerCase().includes(part.toLowerCase());
  return holds(lastName, recipientLastName) && holds(city, recipientCity);
}

function orderComparison(world: PracticeWorld, sortings: readonly OrderSorting[]): (left: number, right: number) => number {
  const valueOf = (index: number, field: OrderSorting['field']): number =>
    field === 'StatusId' ? world.orderStatusOf(index) : world.orders.createdAt(index);
  return (left, right) => {
    for (const { field, descending } of sortings) {
      const difference = valueOf(left, field) - valueOf(right, field);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return left - right;
  };
}

function everyIndex(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function unite(lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())].sort((left, right) => left - right);
}
