import { isCounted } from './amounts.ts';
import type { ChangeBy } from './changes.ts';
import { LINE_STATUS } from './line-status.ts';
import { moneyOf } from './order-money.ts';
import { ORDER_STATUS } from './order-status.ts';
import { refund, settleOrder } from './settlement.ts';
import type { PracticeWorld } from './world.ts';

/** What is done to whole orders. Whether it may be is for the caller to know. */

/** Pays for an order from the account of its customer; `amount` in hundredths. */
export function payOrder(world: PracticeWorld, orderIndex: number, amount: number, by: ChangeBy): void {
  const { due } = moneyOf(world, orderIndex);
  world.moveMoney({ what: 'payment', customerIndex: world.orders.customerIndexOf(orderIndex), orderIndex, amount, comment: '', date: by.at }, by);
  settleOrder(world, orderIndex, due, by);
}

/** Cancels every line of an order that counts; what was paid for it goes back to the account of its customer at once. */
export function cancelOrder(world: PracticeWorld, orderIndex: number, by: ChangeBy): void {
  refund(world, orderIndex, moneyOf(world, orderIndex).paid, by);
  for (const line of world.linesOf(orderIndex).filter(isCounted)) world.changeLine(line.slot, { statusId: LINE_STATUS.cancelled }, by);
}

/** Closes an order: one that was posted is completed, one that was cancelled stays so for good. */
export function closeOrder(world: PracticeWorld, orderIndex: number, by: ChangeBy): void {
  if (world.orderStatusOf(orderIndex) === ORDER_STATUS.cancelled) return world.changeOrder(orderIndex, { closed: true }, by);
  for (const line of world.linesOf(orderIndex)) {
    if (line.statusId === LINE_STATUS.posted) world.changeLine(line.slot, { statusId: LINE_STATUS.completed }, by);
  }
}
