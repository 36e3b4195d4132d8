import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import { LINE_STATUS } from '../world/line-status.ts';
import type { OrderLine } from '../world/order-line.ts';
import { sellerCancels } from './market.ts';
import { waybillFor } from './provider-orders.ts';
import type { BoundOrder } from './provider-orders.ts';
import type { Stage } from './stage.ts';
import { synchroniseTexts } from './texts/synchronise-texts.ts';
import type { SynchroniseCase, SynchroniseWork } from './work.ts';

const { purchaseStatus } = UNKNOWN_FACTS;

/** Does the next task of a synchronisation (otapi.md 3.2). */
export function performSynchronising(stage: Stage, work: SynchroniseWork): void {
  const task = work.tasks.shift();
  switch (task?.do) {
    case undefined:
      return;
    case 'announce':
      return stage.say('Info', synchroniseTexts.announce(work.providerType, ordersToRead(work)));
    case 'read':
      for (const order of task.providerOrders) read(stage, work, order);
      return;
    case 'sum-up':
      return stage.say('Success', synchroniseTexts.done(work.changedLines));
  }
}

function ordersToRead({ tasks }: SynchroniseWork): number {
  return tasks.reduce((count, task) => count + (task.do === 'read' ? task.providerOrders.length : 0), 0);
}

function read(stage: Stage, work: SynchroniseWork, { providerOrderId, slots }: BoundOrder): void {
  const lines = slots.map((slot) => stage.line(slot)).filter(({ vendPurchId, statusId }) => vendPurchId === providerOrderId && statusId === LINE_STATUS.ordered);
  const byCase = Map.groupBy(lines, (line) => caseOf(stage, work, line));
  bringStatuses(stage, work, providerOrderId, byCase.get('statuses') ?? []);
  bringWaybills(stage, work, providerOrderId, byCase.get('waybills') ?? []);
  for (const line of byCase.get('seller-cancel') ?? []) {
    change(stage, work, line, { statusId: LINE_STATUS.unableToDeliver, purchaseStatus: purchaseStatus.cancelled });
    stage.say('Warning', synchroniseTexts.sellerCancelled(line));
  }
}

/** What was planned for the line, or else its next news: first that it is paid for, then how it travels. */
function caseOf(stage: Stage, work: SynchroniseWork, line: OrderLine): SynchroniseCase {
  const planned = work.byLine[line.id] ?? work.everyLine;
  if (planned !== null) return planned;
  if (line.purchaseStatus !== purchaseStatus.awaitingShipment) return 'statuses';
  return sellerCancels(stage.world, line.slot) ? 'seller-cancel' : 'waybills';
}

function bringStatuses(stage: Stage, work: SynchroniseWork, providerOrderId: string, lines: readonly OrderLine[]): void {
  const news = lines.filter((line) => line.purchaseStatus !== purchaseStatus.awaitingShipment);
  if (news.length === 0) return;
  for (const line of news) change(stage, work, line, { purchaseStatus: purchaseStatus.awaitingShipment });
  stage.say('Info', synchroniseTexts.paidFor(providerOrderId, news));
}

/** Lines of one provider order mostly travel in one parcel. */
function bringWaybills(stage: Stage, work: SynchroniseWork, providerOrderId: string, lines: readonly OrderLine[]): void {
  for (const [waybill, inParcel] of Map.groupBy(lines, (line) => waybillFor(stage.world, line))) {
    for (const line of inParcel) change(stage, work, line, { vendPurchWaybill: waybill, purchaseStatus: purchaseStatus.shipped });
    stage.say('Info', synchroniseTexts.waybillBrought(providerOrderId, waybill, inParcel));
  }
}

function change(stage: Stage, work: SynchroniseWork, line: OrderLine, fields: Parameters<Stage['changeLine']>[1]): void {
  stage.changeLine(line.slot, fields);
  work.changedLines += 1;
}
