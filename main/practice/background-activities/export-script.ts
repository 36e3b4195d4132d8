import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import { LINE_STATUS } from '../world/line-status.ts';
import { canBePurchased } from '../world/purchase.ts';
import { newProviderOrderId } from './provider-orders.ts';
import { askAboutLine } from './export-questions.ts';
import { undiscountedPrice } from './market.ts';
import type { Stage } from './stage.ts';
import { activityTexts } from './texts/activity-texts.ts';
import { exportTexts } from './texts/export-texts.ts';
import { sayWhyNotPurchasable } from './unpurchasable.ts';
import type { Answer, ExportLine, ExportWork } from './work.ts';

/** Does the next task of an export (otapi.md 3.2). */
export function performExport(stage: Stage, work: ExportWork): void {
  const task = work.tasks.shift();
  switch (task?.do) {
    case undefined:
      return;
    case 'announce':
      return stage.say('Info', exportTexts.announce(work.providerType, work.accountId, work.lines.length));
    case 'check':
      return check(stage, work, lineOf(work, task.slot));
    case 'settle':
      return settle(stage, work);
    case 'place':
      return place(stage, work);
    case 'compare-prices':
      return comparePrices(stage, work);
    case 'sum-up':
      return stage.say('Success', exportTexts.done(kept(work).length, work.accountId));
  }
}

/** Takes an answer to a question about a line. */
export function answerExport(stage: Stage, work: ExportWork, answer: Answer): void {
  switch (answer.does) {
    case 'accept-price': {
      Object.assign(lineOf(work, answer.slot), { state: 'kept', price: answer.price });
      return stage.say('Info', exportTexts.priceAccepted(stage.line(answer.slot), answer.price));
    }
    case 'choose-configuration': {
      Object.assign(lineOf(work, answer.slot), { state: 'kept', configurationId: answer.configurationId });
      return stage.say('Info', exportTexts.configurationChosen(stage.line(answer.slot)));
    }
    case 'leave-out': {
      lineOf(work, answer.slot).state = 'left-out';
      return stage.say('Info', exportTexts.leftOut(stage.line(answer.slot)));
    }
    case 'stop': {
      stage.say('Error', exportTexts.stopped);
      return stage.end();
    }
    case 'bind':
    case 'nothing':
      throw new RangeError(`An export does not understand the answer ${answer.does}`);
  }
}

function lineOf({ lines }: ExportWork, slot: number): ExportLine {
  const line = lines.find((candidate) => candidate.slot === slot);
  if (line === undefined) throw new RangeError('The line is not part of this export');
  return line;
}

function kept({ lines }: ExportWork): ExportLine[] {
  return lines.filter(({ state }) => state === 'kept');
}

function check(stage: Stage, work: ExportWork, exported: ExportLine): void {
  const line = stage.line(exported.slot);
  if (!canBePurchased(line)) {
    exported.state = 'left-out';
    return sayWhyNotPurchasable(stage, line);
  }
  if (line.item.isTmall) {
    exported.state = 'left-out';
    return stage.say('Error', exportTexts.tmall(line, work.providerType));
  }
  if (askAboutLine(stage, work, exported.case, line)) return;
  exported.state = 'kept';
  stage.say('Info', exportTexts.clean(line));
}

/** All questions are answered: nothing may be left to buy, or one more question asked. */
function settle(stage: Stage, work: ExportWork): void {
  const count = kept(work).length;
  if (count === 0) {
    stage.say('Error', work.lines.length === 0 ? exportTexts.nothingAvailable : exportTexts.nothingLeft);
    return stage.end();
  }
  const asked = stage.activity.steps.some(({ question }) => question === 'closed');
  if (work.confirms && asked) stage.offer(exportTexts.confirm(count), [{ id: 'PlaceOrder', displayName: activityTexts.placeOrder }]);
}

/** Buys what is left: one provider order for each seller. */
function place(stage: Stage, work: ExportWork): void {
  if (work.providerFails) {
    stage.say('Error', exportTexts.providerFailed(work.providerType));
    return stage.end();
  }
  leaveOutWhatChanged(stage, work);
  const bySeller = Map.groupBy(kept(work), ({ slot }) => stage.line(slot).seller.id);
  if (bySeller.size === 0) {
    stage.say('Error', exportTexts.nothingLeft);
    return stage.end();
  }
  for (const lines of bySeller.values()) placeWithSeller(stage, work, lines);
  if (bySeller.size > 1) stage.say('Info', exportTexts.severalOrders(bySeller.size));
}

/** Another station may have changed lines while questions were open. */
function leaveOutWhatChanged(stage: Stage, work: ExportWork): void {
  for (const exported of kept(work)) {
    const line = stage.line(exported.slot);
    if (canBePurchased(line)) continue;
    exported.state = 'left-out';
    sayWhyNotPurchasable(stage, line);
  }
}

function placeWithSeller(stage: Stage, work: ExportWork, exported: readonly ExportLine[]): void {
  const vendPurchId = newProviderOrderId(stage.world, work.providerType);
  const lines = exported.map(({ slot, price, configurationId }) => {
    const line = stage.line(slot);
    stage.changeLine(slot, {
      statusId: LINE_STATUS.ordered,
      vendPurchId,
      accountId: work.accountId,
      purchaseStatus: UNKNOWN_FACTS.purchaseStatus.awaitingPayment,
      purchasePrice: price ?? line.providerPriceWithDiscount,
      purchaseDelivery: line.providerDelivery,
      purchaseConfigId: configurationId ?? line.configId,
    });
    return line;
  });
  stage.say('Info', exportTexts.placed(vendPurchId, lines[0]?.seller.nick ?? '', lines));
}

/** The check after the purchase: a discount may have been lost. */
function comparePrices(stage: Stage, work: ExportWork): void {
  for (const { slot, case: met } of kept(work)) {
    const line = stage.line(slot);
    if (met !== 'discount-lost' || line.vendPurchId === '') continue;
    const purchasePrice = undiscountedPrice(line, work.pricePercent);
    stage.changeLine(slot, { purchasePrice });
    stage.say('Warning', exportTexts.discountLost(line, purchasePrice));
  }
}
