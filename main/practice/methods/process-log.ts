import type { LineChange } from '../world/changes.ts';
import type { Language } from '../world/language.ts';
import { LINE_STATUS, LINE_STATUSES } from '../world/line-status.ts';
import type { LineFields, OrderLine } from '../world/order-line.ts';
import type { PracticeWorld } from '../world/world.ts';
import type { XmlElement } from '../xml-writer.ts';
import { logRecord } from './log-record.ts';

/** The names under which fields stand in the log: those of the line itself (otapi.md 6.1). */
const FIELD_NAMES: Readonly<Record<keyof LineFields, string>> = {
  statusId: 'StatusId',
  qty: 'Qty',
  weight: 'Weight',
  operatorComment: 'OperatorComment',
  vendPurchId: 'VendPurchId',
  vendPurchWaybill: 'VendPurchWaybill',
  accountId: 'VendPurchAccountId',
  purchaseStatus: 'VendPurchStatus',
  purchasePrice: 'VendPurchItemPrice',
  purchaseDelivery: 'VendPurchDeliveryPrice',
  purchaseConfigId: 'VendPurchConfigurationId',
  customDescription: 'CustomDescription',
  customDescriptionInEnglish: 'CustomDescriptionInEnglish',
  newInternalPrice: 'NewPriceCust',
  configId: 'ConfigId',
  providerPriceWithDiscount: 'TaoBaoPriceWithDiscount',
  providerDelivery: 'TaoBaoDelivery',
  priceSetByVendor: 'SetOriginalPriceByVendor',
  deliverySetByVendor: 'SetOriginalDeliveryByVendor',
};

interface LogEntry {
  readonly at: Date;
  readonly operatorId: string | null;
  readonly customerId?: string | undefined;
  readonly field: keyof LineFields;
  readonly previous: string;
  readonly next: string;
}

/** The history of a line (otapi.md 5.2), oldest first: how it was ordered, then every change since. */
export function processLogElements(world: PracticeWorld, line: OrderLine, language: Language): XmlElement[] {
  const changes = world.changesOfLine(line.slot).flatMap((change) => entriesOf(change, line.slot));
  return [...ordering(world, line), ...changes].map((entry) => toElement(world, entry, language));
}

/** What had happened before the world was made: a line that was bought had been paid. */
function ordering(world: PracticeWorld, line: OrderLine): LogEntry[] {
  const original = world.layout.lineStatus[world.originalSlotOf(line.slot) ?? line.slot] ?? 0;
  if (original < LINE_STATUS.ordered) return [];
  const { awaitingPayment, paid, ordered } = LINE_STATUS;
  const hoursAfterOrder = (hours: number): Date => new Date(line.orderedAt.getTime() + hours * 3_600_000);
  const step = (hours: number, previous: number, next: number): LogEntry => ({
    at: hoursAfterOrder(hours),
    operatorId: null,
    field: 'statusId',
    previous: String(previous),
    next: String(next),
  });
  return [step(1, awaitingPayment, paid), step(5, paid, ordered)];
}

function entriesOf(change: LineChange, slot: number): LogEntry[] {
  const origin = { at: new Date(change.at), operatorId: change.operatorId, customerId: change.customerId };
  if (change.kind === 'line-split') {
    const isNew = change.newSlot === slot;
    const previous = isNew ? 0 : change.previousQuantity;
    const next = isNew ? change.quantity : change.previousQuantity - change.quantity;
    return [{ ...origin, field: 'qty', previous: String(previous), next: String(next) }];
  }
  return (Object.keys(change.next) as (keyof LineFields)[]).map((field) => ({
    ...origin,
    field,
    previous: String(change.previous[field] ?? ''),
    next: String(change.next[field] ?? ''),
  }));
}

function toElement(world: PracticeWorld, entry: LogEntry, language: Language): XmlElement {
  const isStatus = entry.field === 'statusId';
  const nameOf = (statusId: string): string => LINE_STATUSES.get(Number(statusId))?.[language] ?? '';
  return logRecord(world, 'SalesLineProcLogInfo', {
    ...entry,
    field: FIELD_NAMES[entry.field],
    oldStatus: isStatus ? nameOf(entry.previous) : '',
    newStatus: isStatus ? nameOf(entry.next) : '',
  });
}
