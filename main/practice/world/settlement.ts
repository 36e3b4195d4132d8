import { isCounted, lineAmount } from './amounts.ts';
import type { ChangeBy } from './changes.ts';
import { LINE_STATUS } from './line-status.ts';
import type { LineFields, OrderLine } from './order-line.ts';
import { moneyOf } from './order-money.ts';
import type { PracticeWorld } from './world.ts';

/**
 * Keeps the money of an order in step with its lines. What is paid too much goes back to the customer's account; an
 * order that is paid in full has no line that awaits its payment; and a line that somebody sets to a paid status by
 * hand was paid without the account.
 */

/** Whether an order may cost or be due something else once a line has these fields. */
export function changesMoney(line: OrderLine, next: Partial<LineFields>): boolean {
  const { statusId = line.statusId } = next;
  const touchesPayment = isCounted(line) !== isCounted({ statusId }) || awaitsPayment(line) !== awaitsPayment({ statusId });
  return touchesPayment || next.qty !== undefined || next.providerPriceWithDiscount !== undefined || next.providerDelivery !== undefined;
}

/** Settles an order one of whose lines was changed by hand; `dueBefore` is what was due before it. */
export function settleLine(world: PracticeWorld, before: OrderLine, dueBefore: number, by: ChangeBy): void {
  const { orderIndex } = before;
  const after = world.line(before.slot);
  if (isPaid(before) && awaitsPayment(after)) refund(world, orderIndex, Math.min(moneyOf(world, orderIndex).paid, lineAmount(after)), by);
  if (!isPaid(before) && isPaid(after) && !hasUnpaidLines(world, orderIndex)) {
    const { due } = moneyOf(world, orderIndex);
    if (due > 0) world.moveMoney({ what: 'outside', customerIndex: world.orders.customerIndexOf(orderIndex), orderIndex, amount: due, comment: '', date: by.at }, by);
  }
  settleOrder(world, orderIndex, dueBefore, by);
}

/** Settles an order that costs something else than before, or for which more is paid. */
export function settleOrder(world: PracticeWorld, orderIndex: number, dueBefore: number, by: ChangeBy): void {
  const { due } = moneyOf(world, orderIndex);
  if (due < 0) refund(world, orderIndex, -due, by);
  if (dueBefore <= 0 || due > 0) return;
  for (const line of world.linesOf(orderIndex)) {
    if (awaitsPayment(line)) world.changeLine(line.slot, { statusId: statusOncePaid(line) }, by);
  }
}

/** Gives money that was paid for an order back to the customer's account. */
export function refund(world: PracticeWorld, orderIndex: number, amount: number, by: ChangeBy): void {
  if (amount <= 0) return;
  world.moveMoney({ what: 'refund', customerIndex: world.orders.customerIndexOf(orderIndex), orderIndex, amount, comment: '', date: by.at }, by);
}

/** A line that was restored may still be bound to the provider order with which it was bought. */
function statusOncePaid({ vendPurchId }: OrderLine): number {
  return vendPurchId === '' ? LINE_STATUS.paid : LINE_STATUS.ordered;
}

function awaitsPayment({ statusId }: Pick<OrderLine, 'statusId'>): boolean {
  return statusId === LINE_STATUS.awaitingPayment;
}

function isPaid(line: OrderLine): boolean {
  return isCounted(line) && !awaitsPayment(line);
}

function hasUnpaidLines(world: PracticeWorld, orderIndex: number): boolean {
  return world.linesOf(orderIndex).some(awaitsPayment);
}
