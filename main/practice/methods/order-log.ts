import { fromHundredths } from '../world/amounts.ts';
import type { Language } from '../world/language.ts';
import type { OrderEvent } from '../world/order-history.ts';
import type { DeliveryAddress } from '../world/order.ts';
import { ORDER_STATUS, ORDER_STATUSES, orderStatusFor } from '../world/order-status.ts';
import type { PracticeWorld } from '../world/world.ts';
import { decimal } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { ADDRESS_PARTS } from './address-elements.ts';
import { logRecord } from './log-record.ts';
import type { LogRecord } from './log-record.ts';

/** The names under which fields stand in the log: those of the order info (otapi.md 5.4). */
const FIELD_NAMES: Readonly<Record<Exclude<OrderEvent['field'], 'address'>, string>> = {
  statusId: 'StatusId',
  paid: 'PaidAmount',
  deliveryModeId: 'DeliveryModeId',
  additionalInfo: 'AdditionalInfo',
  weight: 'Weight',
  closed: 'IsClosed',
};

type Entry = Omit<LogRecord, 'oldStatus' | 'newStatus'>;

/** The history of an order (otapi.md 5.2), oldest first: how it was made and paid, then everything since. */
export function orderLogElements(world: PracticeWorld, orderIndex: number, language: Language): XmlElement[] {
  const entries = [...making(world, orderIndex), ...world.orderHistory.of(orderIndex).flatMap(entriesOf)];
  const nameOf = (statusId: string): string => ORDER_STATUSES.get(Number(statusId))?.[language] ?? '';
  return entries.map((entry) => {
    const isStatus = entry.field === FIELD_NAMES.statusId;
    return logRecord(world, 'SalesProcLogInfo', { ...entry, oldStatus: isStatus ? nameOf(entry.previous) : '', newStatus: isStatus ? nameOf(entry.next) : '' });
  });
}

/** What had happened before the world was made; nothing for an order that came later. */
function making(world: PracticeWorld, orderIndex: number): Entry[] {
  if (world.orders.added(orderIndex) !== undefined) return [];
  const createdAt = world.orders.createdAt(orderIndex);
  const status = orderStatusFor(world.firstLinesOf(orderIndex).map((slot) => world.lineAsMade(slot).statusId));
  const stages = [ORDER_STATUS.awaitingPayment, ORDER_STATUS.paid, ORDER_STATUS.inHandling].filter((stage) => stage < status);
  const passed = [...stages, status];
  return passed.map((statusId, place) => ({
    at: new Date(createdAt + place * 3_600_000),
    operatorId: null,
    field: FIELD_NAMES.statusId,
    previous: String(passed[place - 1] ?? ''),
    next: String(statusId),
  }));
}

function entriesOf(event: OrderEvent): Entry[] {
  const origin = { at: new Date(event.at), operatorId: event.operatorId, customerId: event.customerId };
  if (event.field === 'address') return addressEntries(origin, event.previous as DeliveryAddress, event.next as DeliveryAddress);
  const textOf = (value: unknown): string => {
    if (event.field === 'paid' && typeof value === 'number') return decimal(fromHundredths(value));
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return [{ ...origin, field: FIELD_NAMES[event.field], previous: textOf(event.previous), next: textOf(event.next) }];
}

function addressEntries(origin: Pick<Entry, 'at' | 'operatorId' | 'customerId'>, previous: DeliveryAddress, next: DeliveryAddress): Entry[] {
  const changed = ADDRESS_PARTS.filter(([part]) => previous[part] !== next[part]);
  return changed.map(([part, name]) => ({ ...origin, field: `DeliveryAddress.${name}`, previous: previous[part], next: next[part] }));
}
