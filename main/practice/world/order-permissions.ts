import { isCounted } from './amounts.ts';
import { LINE_STATUS, statusesAfter } from './line-status.ts';
import type { OrderLine } from './order-line.ts';
import type { Order } from './order.ts';
import { ORDER_STATUS } from './order-status.ts';
import { canBePurchased } from './purchase.ts';

/** What may be done with an order now (otapi.md 5.4). */
export interface OrderPermissions {
  readonly canCancel: boolean;
  readonly canConfirmShipment: boolean;
  readonly canChangeAddress: boolean;
  readonly canRestore: boolean;
  readonly canClose: boolean;
  readonly canCloseCancel: boolean;
  readonly canAccept: boolean;
  readonly canPurchaseItems: boolean;
}

/** An order can be cancelled as long as each of its lines can: until goods are at the warehouse. */
export function permissionsOf(order: Order, lines: readonly OrderLine[]): OrderPermissions {
  const { statusId, closed } = order;
  const counted = lines.filter(isCounted);
  return {
    canCancel: counted.length > 0 && counted.every(canCancelLine),
    canConfirmShipment: statusId === ORDER_STATUS.readyToShip,
    canChangeAddress: statusId < ORDER_STATUS.readyToShip,
    canRestore: lines.some((line) => canRestoreLine(order, line)),
    canClose: statusId === ORDER_STATUS.posted,
    canCloseCancel: statusId === ORDER_STATUS.cancelled && !closed,
    canAccept: statusId === ORDER_STATUS.paid,
    canPurchaseItems: lines.some(canBePurchased),
  };
}

/** A line can be cancelled while its available statuses say so. */
export function canCancelLine({ statusId }: OrderLine): boolean {
  return statusesAfter(statusId).includes(LINE_STATUS.cancelled);
}

/** A cancelled line can be restored until its order is on the way to the customer, or closed. */
export function canRestoreLine({ statusId, closed }: Order, line: OrderLine): boolean {
  const isOpen = statusId < ORDER_STATUS.readyToShip || (statusId === ORDER_STATUS.cancelled && !closed);
  return line.statusId === LINE_STATUS.cancelled && isOpen;
}
