import { LINE_STATUS } from '../world/line-status.ts';
import type { OrderLine } from '../world/order-line.ts';
import type { Stage } from './stage.ts';
import { activityTexts } from './texts/activity-texts.ts';

/** Says why a line can be neither exported nor bound: a warning for one that is bound already, an error for others. */
export function sayWhyNotPurchasable(stage: Stage, line: OrderLine): void {
  if (line.vendPurchId !== '') return stage.say('Warning', activityTexts.alreadyBound(line));
  stage.say('Error', line.statusId === LINE_STATUS.awaitingPayment ? activityTexts.notPaid(line) : activityTexts.notPurchasable(line));
}
