import { amountsOf, hundredths } from './amounts.ts';
import type { OrderAmounts } from './amounts.ts';
import { ORDER_STATUS, orderStatusFor } from './order-status.ts';
import { customerAt } from './people.ts';
import type { PracticeWorld } from './world.ts';

/** What an order costs, what is paid for it and what is still to pay, hundredths of the internal currency. */
export interface OrderMoney extends OrderAmounts {
  readonly paid: number;
  /** Below 0 only while an order is being settled. */
  readonly due: number;
}

/** The money of an order as it stands now. */
export function moneyOf(world: PracticeWorld, orderIndex: number): OrderMoney {
  const amounts = amountsOf(world.order(orderIndex), world.linesOf(orderIndex));
  const paid = openingPaid(world, orderIndex) + world.accounts.changeOfOrder(orderIndex);
  return { ...amounts, paid, due: amounts.total - paid };
}

/** What was paid for an order when the world was made: everything, unless it was awaiting its payment. */
function openingPaid(world: PracticeWorld, orderIndex: number): number {
  if (world.orders.added(orderIndex) !== undefined) return 0;
  const lines = world.firstLinesOf(orderIndex).map((slot) => world.lineAsMade(slot));
  if (orderStatusFor(lines.map(({ statusId }) => statusId)) === ORDER_STATUS.awaitingPayment) return 0;
  return amountsOf({ deliveryMode: world.derivation.deliveryMode(orderIndex), weight: null }, lines).total;
}

/** The free money of a customer, hundredths of the internal currency. */
export function availableTo(world: PracticeWorld, customerIndex: number): number {
  return hundredths(customerAt(world.origin.seed, customerIndex).openingAmount) + world.accounts.changeOf(customerIndex);
}

/** A customer's account, hundredths of the internal currency. */
export interface AccountSums {
  readonly available: number;
  /** Paid for orders that are not completed yet. */
  readonly reserved: number;
  /** Still to pay for orders. */
  readonly awaited: number;
}

export function accountSumsOf(world: PracticeWorld, customerIndex: number): AccountSums {
  const open = world.orders.ofCustomer(customerIndex).filter((index) => world.orderStatusOf(index) !== ORDER_STATUS.completed);
  const sums = open.map((index) => moneyOf(world, index));
  return {
    available: availableTo(world, customerIndex),
    reserved: sums.reduce((sum, { paid }) => sum + paid, 0),
    awaited: sums.reduce((sum, { due }) => sum + due, 0),
  };
}
